import { Command } from "commander";
import { z } from "zod";
import { recordYear, type YearResult } from "~/usecases/record-year";
import { UnknownBrand } from "~db/queries/directory";
import { YEARS } from "~seeds/years";
import { Problem, parsed, say, withOnedoor } from "./verb";

const SEED = "--seed needs a whole number from 0 to 2,147,483,647";

const Options = z.object({
  brand: z.string().min(1, "--brand needs a brand"),
  seed: z.coerce.number(SEED).int(SEED).min(0, SEED).max(2_147_483_647, SEED).optional(),
});

export const yearVerb = (): Command =>
  new Command("year")
    .description(
      "Makes the past year of a brand: what people asked for, and what became of it; for real names only what was asked for. Again changes nothing",
    )
    .requiredOption("--brand <brand>", `one of: ${Object.keys(YEARS).join(", ")}`)
    .option("--seed <number>", "what the year follows from; left out: the brand's own seed")
    .action(async (given: unknown) => {
      const { brand, seed } = parsed(Options, given);
      const asked = YEARS[brand];
      if (asked === undefined) {
        throw new Problem(`There is no year for "${brand}"; there is for: ${Object.keys(YEARS).join(", ")}`);
      }
      await withOnedoor(async (onedoor) => {
        const result = await recordYear(onedoor, brand, seed === undefined ? asked : { ...asked, seed }, {
          progress: showProgress,
        }).catch((error: unknown) => {
          if (error instanceof UnknownBrand) throw new Problem(`${error.message}: load or seed it first`);
          throw error;
        });
        say(`${brand}: ${inWords(result)}`);
      });
    });

function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return;
  const counts = `${done.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")} parts`;
  process.stderr.write(`\r\u001b[K${done < of ? counts : ""}`);
}

function inWords(result: YearResult): string {
  switch (result.kind) {
    case "refused":
      throw new Problem(`${result.problem}. Nothing was changed.`);
    case "stopped":
      throw new Problem("It was stopped. Ask again to make the year whole.");
    case "there":
    case "recorded": {
      const what = `${result.parts.toLocaleString("en-GB")} parts, from ${result.from} to ${result.until}`;
      return result.kind === "there" ? `${what}, are there already: nothing was changed` : what;
    }
    default:
      return result satisfies never;
  }
}
