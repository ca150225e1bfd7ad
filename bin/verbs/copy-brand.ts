import { userInfo } from "node:os";
import { Command } from "commander";
import { z } from "zod";
import { copyBrand } from "~/usecases/copy-brand";
import { deleteBrand } from "~/usecases/delete-brand";
import { UnknownBrand } from "~db/queries/directory";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const text = (option: string) => z.string().trim().min(1, `${option} needs a word or more`);

const Copying = z.object({
  from: text("--from"),
  to: text("--to"),
  name: text("--name").optional(),
  area: text("--area").optional(),
  letters: z
    .string()
    .regex(/^[A-Za-z]{1,3}$/, "--letters needs one to three letters")
    .optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "--colour needs a hex colour, as in #0a3b40")
    .optional(),
  kind: z.enum(["demo", "lab", "real"], { error: "--kind is demo, lab or real" }).optional(),
  host: text("--host").toLowerCase().optional(),
  members: z
    .string()
    .transform((list) => list.split(",").map((id) => id.trim()))
    .optional(),
  withOpenWork: z.boolean().default(false),
});

export const copyBrandVerb = (): Command =>
  new Command("copy-brand")
    .description("Makes the next town's front door from one that is there; its past is referred to")
    .requiredOption("--from <brand>", "the brand that is copied")
    .requiredOption("--to <brand>", "the new brand, as in its address")
    .option("--name <name>", "what the new one is called; as the first one when left out")
    .option("--area <area>", "the area in a few words, for “care in and around …”")
    .option("--letters <letters>", "the letters of its mark")
    .option("--colour <colour>", "the colour of its mark")
    .option("--kind <kind>", "demo, lab or real; as the first one when left out")
    .option("--host <host>", "a host name of its own")
    .option("--members <ids>", "the organisations that come along, with commas between; all when left out")
    .option("--with-open-work", "takes the open requests along")
    .action(async (given: unknown) => {
      const { from, to, members, withOpenWork, letters, colour, ...look } = parsed(Copying, given);
      await withWhatIsThere(async (onedoor) => {
        const { mark } = (await onedoor.directories.current(from).catch(problemOf)).brand;
        const result = await copyBrand(onedoor, {
          from,
          to: {
            id: to,
            ...Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)),
            mark: { letters: letters ?? mark.letters, colour: colour ?? mark.colour },
          },
          openWork: withOpenWork,
          ...(members ? { members } : {}),
          who: { kind: "operator", name: userInfo().username },
        });
        if (result.kind === "refused") throw new Problem(result.reasons.join("; "));
        const { rows, requests, leftOut } = result;
        say(`${to}: ${rows.toLocaleString("en-GB")} rows of ${from}, and ${requests} open requests`);
        if (leftOut > 0) say(`${leftOut} open requests moved on meanwhile, and are not in it`);
      });
    });

const Deleting = z.object({
  brand: text("--brand"),
  yes: z.boolean().default(false),
  real: z.boolean().default(false),
});

export const deleteBrandVerb = (): Command =>
  new Command("delete-brand")
    .description("Takes a brand away with all that is in it, its audit trail too")
    .requiredOption("--brand <brand>", "the brand")
    .option("--yes", "do it; without it nothing is changed")
    .option("--real", "even though it is of real organisations")
    .action(async (given: unknown) => {
      const { brand, yes, real } = parsed(Deleting, given);
      if (!yes) throw new Problem(`Give --yes to delete ${brand}, with every request in it, for good`);
      await withWhatIsThere(async (onedoor) => {
        const result = await deleteBrand(onedoor, brand, { evenIfReal: real });
        if (result.kind === "refused") throw new Problem(result.reasons.join("; "));
        say(`${brand} is gone`);
      });
    });

function problemOf(error: unknown): never {
  if (error instanceof UnknownBrand) throw new Problem(error.message);
  throw error;
}
