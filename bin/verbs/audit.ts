import { Command } from "commander";
import { z } from "zod";
import { verifyAudit } from "~/usecases/audit";
import { readBrands } from "~db/queries/brands";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const Options = z.object({
  brand: z.string().min(1).optional(),
  head: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "--head needs the 64 characters that an earlier check printed")
    .optional(),
  json: z.boolean().optional(),
});

export const auditVerb = (): Command =>
  new Command("audit").description("Who changed what, and who saw it").addCommand(
    new Command("verify")
      .description(
        "Checks that the trail is as it was written, and vouches for every event. Exit 1 when it is not",
      )
      .option("--brand <id>", "one brand; all of them when left out")
      .option(
        "--head <hash>",
        "the head that an earlier check of this brand printed: it must still be in the chain",
      )
      .option("--json", "print what was found as JSON")
      .action(async (given: unknown) => {
        const options = parsed(Options, given);
        if (options.head !== undefined && options.brand === undefined)
          throw new Problem("--head is of one brand: say which with --brand");
        await withWhatIsThere(async (onedoor) => {
          const brands = (await readBrands(onedoor.db.kysely)).filter(
            ({ id }) => options.brand === undefined || id === options.brand,
          );
          if (brands.length === 0) throw new Problem(`There is no brand "${options.brand ?? ""}"`);
          let faults = 0;
          for (const { id } of brands) {
            const found = await verifyAudit(onedoor, id, options.head);
            faults += found.faults.length;
            if (options.json) say(JSON.stringify({ brand: id, ...found }));
            else {
              say(
                `${id}: ${found.entries} entries vouch for ${found.events} events; ${found.unsealed} not in the chain yet. Head ${found.head}`,
              );
              for (const fault of found.faults) say(`  ${fault}`);
            }
          }
          if (faults > 0) throw new Problem("The trail is not as it was written");
        });
      }),
  );
