import { Command } from "commander";
import { z } from "zod";
import { writeWorld } from "~/usecases/write-world";
import { syntheticWorld } from "~seeds/worlds/synthetic";
import { Problem, parsed, say, withOnedoor } from "./verb";

/** An option that is a whole number from `least` to `most`. */
export const wholeNumber = (option: string, most: number, least: number) =>
  z.coerce
    .number(`${option} needs a whole number`)
    .int(`${option} needs a whole number`)
    .min(least, `${option} is at least ${least.toLocaleString("en-GB")}`)
    .max(most, `${option} is at most ${most.toLocaleString("en-GB")}`);

const Options = z.object({
  brand: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      "--brand needs small letters, digits and hyphens, a letter first, at most 40",
    ),
  offers: wholeNumber("--offers", 1_000_000, 1),
  seed: wholeNumber("--seed", 2_147_483_647, 0),
});

export const generateVerb = (): Command =>
  new Command("generate")
    .description("Writes a made-up world into a lab brand of its own; the same seed gives the same world")
    .requiredOption("--brand <brand>", "the new brand, as in its address")
    .requiredOption("--offers <count>", "how many offers, 1 to 1,000,000")
    .option("--seed <number>", "what the world follows from", "1")
    .action(async (given: unknown) => {
      const { brand, offers, seed } = parsed(Options, given);
      await withOnedoor(async (onedoor) => {
        const result = await writeWorld(onedoor, syntheticWorld(offers, seed, brand), (written) => {
          if (process.stderr.isTTY)
            process.stderr.write(`\r\u001b[K${written.toLocaleString("en-GB")} offers`);
        });
        if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
        if (result.kind === "taken") throw new Problem(`${result.problem}. Nothing was changed.`);
        const what = `${offers.toLocaleString("en-GB")} offers, seed ${seed}`;
        say(
          result.kind === "there"
            ? `${brand} holds ${what} already: nothing was changed`
            : `${brand}: ${what}, directory version ${result.directoryVersion}`,
        );
      });
    });
