import { Command } from "commander";
import { z } from "zod";
import { writeWorld } from "~/usecases/write-world";
import { readDirectoryContents, UnknownBrand } from "~db/queries/directory";
import { countyWorlds, NobodyToFollow } from "~seeds/worlds/county";
import { wholeNumber } from "./generate";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const Options = z.object({
  around: z.string().min(1, "--around needs the name of a brand"),
  people: wholeNumber("--people", 5_000_000, 10_000),
  seed: wholeNumber("--seed", 2_147_483_647, 0),
});

export const generateCountyVerb = (): Command =>
  new Command("generate-county")
    .description(
      "Writes made-up front doors around a demonstration's, all of which its community trust works through",
    )
    .requiredOption("--around <brand>", "the brand whose trust it is")
    .option("--people <count>", "on the lists of their practices together", "1300000")
    .option("--seed <number>", "what the county follows from", "1")
    .action(async (given: unknown) => {
      const { around, people, seed } = parsed(Options, given);
      await withWhatIsThere(async (onedoor) => {
        const contents = await readDirectoryContents(onedoor.db.kysely, around).catch(problemOf);
        if (contents.brand.kind === "real")
          throw new Problem(`"${around}" is of real organisations: nothing is made up around them`);
        let offers = 0;
        const worlds = made(() => countyWorlds(contents, people, seed));
        for (const world of worlds) {
          const result = await writeWorld(onedoor, world);
          if (result.kind === "taken") throw new Problem(result.problem);
          if (result.kind === "written") offers += result.offers;
        }
        const doors = worlds.length.toLocaleString("en-GB");
        say(
          offers === 0
            ? `The ${doors} front doors around ${around} are there already: nothing was changed`
            : `${doors} front doors around ${around}: ${people.toLocaleString("en-GB")} people, ${offers.toLocaleString("en-GB")} offers written`,
        );
      });
    });

function made<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof NobodyToFollow) throw new Problem(error.message);
    throw error;
  }
}

function problemOf(error: unknown): never {
  if (error instanceof UnknownBrand) throw new Problem(error.message);
  throw error;
}
