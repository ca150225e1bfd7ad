import { readFile, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { Command } from "commander";
import { z } from "zod";
import type { CatalogueChanges } from "~/domain/catalogue/catalogue-changes";
import { catalogueFile, readCatalogue } from "~/domain/catalogue/catalogue-file";
import { counted } from "~/domain/shared/in-words";
import { importCatalogue } from "~/usecases/import-catalogue";
import { readBrand, readServices, UnknownBrand } from "~db/queries/directory";
import { Problem, parsed, say, tell, withWhatIsThere } from "./verb";

const brand = z.string().min(1, "--brand needs the name of a brand");
const Exporting = z.object({ brand, to: z.string().min(1).optional() });
const Importing = z.object({
  brand,
  yes: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

export const catalogueVerb = (): Command =>
  new Command("catalogue")
    .description(
      "The catalogue of a front door as a file: its services, their words, questions and signs of danger",
    )
    .addCommand(
      new Command("export")
        .description("Writes it, as JSON")
        .requiredOption("--brand <brand>", "the brand")
        .option("--to <file>", "a new file; standard output when left out")
        .action((given: unknown) => write(parsed(Exporting, given))),
    )
    .addCommand(
      new Command("import")
        .description(
          "Takes one in: services that are new or say something else. What is not in the file stays",
        )
        .argument("<file>", "as export writes it")
        .requiredOption("--brand <brand>", "the brand")
        .option("--yes", "do it; without it nothing is changed")
        .option("--dry-run", "say what would come of it, and change nothing")
        .action((file: string, given: unknown) => take(file, parsed(Importing, given))),
    );

async function write({ brand: brandId, to }: z.output<typeof Exporting>): Promise<void> {
  const services = await known(
    withWhatIsThere(async ({ db }) => {
      await readBrand(db.kysely, brandId);
      return readServices(db.kysely, brandId);
    }),
  );
  const text = `${JSON.stringify(catalogueFile(brandId, services), null, 2)}\n`;
  if (to === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFile(to, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(
      error.code === "EEXIST"
        ? `${to} is there already: name a new file`
        : `${to} cannot be written: ${error.message}`,
    );
  });
  tell(`${counted(services.length, "service")} of ${brandId} in ${to}`);
}

async function take(
  file: string,
  { brand: brandId, yes, dryRun }: z.output<typeof Importing>,
): Promise<void> {
  if (yes === dryRun) throw new Problem("Give --dry-run to see what would come of it, or --yes to do it");
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new Problem(`${file} cannot be read: ${error.message}`);
  });
  const read = readCatalogue(text);
  if (read.kind === "bad") throw new Problem([`${file} is no catalogue:`, ...read.faults].join("\n  "));
  const who = { kind: "operator" as const, name: userInfo().username };
  const result = await known(
    withWhatIsThere((onedoor) => importCatalogue(onedoor, brandId, who, read.file.services, { dryRun })),
  );
  if (result.kind === "faulty") throw new Problem(["Nothing was taken in:", ...result.reasons].join("\n  "));
  for (const line of inWords(result.changes)) say(line);
  say(dryRun ? "Nothing was changed." : `It is in ${brandId}'s catalogue now.`);
}

function inWords({ added, changed, unchanged, notInFile, toPropose }: CatalogueChanges): string[] {
  return [
    `New: ${added.length}`,
    ...added.map((id) => `  ${id}`),
    `Changed: ${changed.length}`,
    ...changed.map(({ id, fields }) => `  ${id}: ${fields.join(", ")}`),
    `The same: ${unchanged.length}`,
    `Not in the file, and left as they are: ${notInFile.length}`,
    `Signs of danger to be published by somebody who runs the front door: ${toPropose.length}`,
    ...toPropose.map(({ id }) => `  ${id}`),
  ];
}

const known = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof UnknownBrand) throw new Problem(error.message);
    throw error;
  });
