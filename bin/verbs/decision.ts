import { userInfo } from "node:os";
import { Command } from "commander";
import { z } from "zod";
import { decisionText } from "~/domain/routing/explain";
import { patientText } from "~/domain/routing/explain/patient";
import { normalReference } from "~/domain/shared/identifiers";
import { auditRead } from "~/usecases/audit";
import { readBrands } from "~db/queries/brands";
import { decisionsOf } from "~db/queries/decisions";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const Options = z.object({
  brand: z.string().min(1, "--brand needs the name of a brand").optional(),
  for: z.enum(["staff", "patient"], "--for is staff or patient").optional(),
  json: z.boolean().optional(),
});

export const decisionVerb = (): Command =>
  new Command("decision")
    .description("Prints the decisions that were stored for a request, oldest first")
    .argument("<reference>", "the request's reference, as in K7PM-3QXR")
    .option("--brand <brand>", "the brand to look in; all of them when it is left out")
    .option("--for <audience>", "staff, in full (as when it is left out), or patient, in plain words")
    .option("--json", "print JSON instead of text")
    .action(async (typed: string, given: unknown) => {
      const options = parsed(Options, given);
      const reference = normalReference(typed);
      if (reference === undefined) throw new Problem(`"${typed}" is not a reference`);
      await withWhatIsThere(async (onedoor, db) => {
        const brands = (await readBrands(db.kysely)).map(({ id }) => id);
        if (options.brand !== undefined && !brands.includes(options.brand)) {
          throw new Problem(`There is no brand "${options.brand}"`);
        }
        const decisions = [];
        for (const brand of options.brand === undefined ? brands : [options.brand]) {
          const found = await decisionsOf(db.kysely, brand, reference);
          if (found.length > 0) {
            const who = { kind: "operator" as const, name: userInfo().username };
            await auditRead(onedoor, brand, { who, action: "opened", subject: reference });
          }
          decisions.push(...found);
        }
        if (decisions.length === 0) throw new Problem(`There is no request ${reference}`);
        say(
          options.json
            ? JSON.stringify(
                decisions.map(({ decision }) => decision),
                null,
                2,
              )
            : decisions
                .map(({ decision }) =>
                  options.for === "patient" ? patientText(decision) : decisionText(decision),
                )
                .join("\n\n"),
        );
      });
    });
