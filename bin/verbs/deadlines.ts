import { Command } from "commander";
import { z } from "zod";
import { deadlinesText } from "~/domain/fulfilment/deadline-table";
import { deadlineTable } from "~/domain/fulfilment/deadlines";
import { UnknownBrand } from "~db/queries/directory";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const Options = z.object({
  brand: z.string().min(1, "--brand needs the name of a brand"),
  json: z.boolean().optional(),
});

export const deadlinesVerb = (): Command =>
  new Command("deadlines")
    .description("Prints what each priority promises, and by when everybody must act")
    .requiredOption("--brand <brand>", "the brand, as in its address")
    .option("--json", "print JSON instead of text")
    .action(async (given: unknown) => {
      const { brand, json } = parsed(Options, given);
      await withWhatIsThere(async ({ directories }) => {
        const directory = await directories.current(brand).catch((error: unknown) => {
          if (error instanceof UnknownBrand) throw new Problem(`There is no brand "${brand}"`);
          throw error;
        });
        const rows = deadlineTable(directory.policy);
        const table = { brand, policy: directory.policy.version, deadlines: rows };
        say(json ? JSON.stringify(table, null, 2) : deadlinesText(directory.brand.name, rows));
      });
    });
