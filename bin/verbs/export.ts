import { userInfo } from "node:os";
import { Command } from "commander";
import { z } from "zod";
import { exportReturnTicket } from "~/usecases/export-return-ticket";
import { checkReturnTicket, NoFolder, writeReturnTicket } from "~/usecases/keep-return-ticket";
import { UnknownBrand } from "~db/queries/directory";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const Options = z.union(
  [
    z.object({
      brand: z.string().min(1),
      organisation: z.string().min(1),
      to: z.string().min(1),
      check: z.undefined().optional(),
    }),
    z.object({
      check: z.string().min(1),
      brand: z.undefined().optional(),
      organisation: z.undefined().optional(),
      to: z.undefined().optional(),
    }),
  ],
  { error: "Give --brand, --organisation and --to; or --check alone" },
);

export const exportVerb = (): Command =>
  new Command("export")
    .description("Writes a partner’s return ticket: all that is its own, as FHIR R4, one resource a line")
    .option("--brand <brand>", "the brand whose partner it is, or was")
    .option("--organisation <id>", "the organisation")
    .option("--to <folder>", "a folder that is new or empty")
    .option("--check <folder>", "open a return ticket again, and compare its digests and counts")
    .action(async (given: unknown) => {
      const options = parsed(Options, given);
      await (options.check === undefined ? write(options) : check(options.check)).catch((error: unknown) => {
        if (error instanceof NoFolder || error instanceof UnknownBrand) throw new Problem(error.message);
        throw error;
      });
    });

async function write(options: { brand: string; organisation: string; to: string }): Promise<void> {
  const { brand, organisation, to } = options;
  const who = { kind: "operator" as const, name: userInfo().username };
  const ticket = await withWhatIsThere((onedoor) => exportReturnTicket(onedoor, brand, organisation, who));
  if (!ticket) throw new Problem(`There is no organisation "${organisation}" in ${brand}`);
  await writeReturnTicket(ticket, to);
  for (const { name, count } of ticket.manifest.files) say(`${name}: ${count}`);
  say(`The return ticket of ${ticket.manifest.organisation.name} is in ${to}.`);
}

async function check(folder: string): Promise<void> {
  const { manifest, faults } = await checkReturnTicket(folder);
  if (manifest === null || faults.length > 0) throw new Problem(faults.join("\nonedoor: "));
  for (const { name, count } of manifest.files) say(`${name}: ${count}`);
  say(`It opens: the return ticket of ${manifest.organisation.name}, made ${manifest.madeAt}.`);
}
