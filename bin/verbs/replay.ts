import { Command } from "commander";
import { z } from "zod";
import { counted } from "~/domain/shared/in-words";
import { type ReplayedBrand, replayDecisions } from "~/usecases/replay-decisions";
import { readBrands } from "~db/queries/brands";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const Options = z.object({
  brand: z.string().min(1, "--brand needs the name of a brand").optional(),
  json: z.boolean().optional(),
});

export const replayVerb = (): Command =>
  new Command("replay")
    .description("Judges every stored decision again from its stored facts, and reports any that differs")
    .option("--brand <brand>", "the brand whose decisions; all of them when it is left out")
    .option("--json", "print JSON instead of text")
    .action(async (given: unknown) => {
      const options = parsed(Options, given);
      const differing = await withWhatIsThere(async (_, db) => {
        const brands = (await readBrands(db.kysely)).map(({ id }) => id);
        if (options.brand !== undefined && !brands.includes(options.brand)) {
          throw new Problem(`There is no brand "${options.brand}"`);
        }
        let differing = 0;
        for (const brand of options.brand === undefined ? brands : [options.brand]) {
          const replayed = await replayDecisions(db.kysely, brand);
          say(options.json ? JSON.stringify({ brand, ...replayed }) : replayedText(brand, replayed));
          differing += replayed.differing.length;
        }
        return differing;
      });
      if (differing > 0)
        throw new Problem(`${counted(differing, "decision")} judged again came out different`);
    });

/** What came of one brand's decisions, with each difference on a line of its own. */
function replayedText(brand: string, { judged, same, withoutFacts, differing }: ReplayedBrand): string {
  const old =
    withoutFacts === 0
      ? ""
      : `; ${counted(withoutFacts, "decision")} made before facts were kept whole, not judged`;
  return [
    `${brand}: ${counted(judged, "decision")} judged again, ${same} the same, ${differing.length} different${old}`,
    ...differing.flatMap(({ reference, id, differences }) => [
      `  ${reference} (${id})`,
      ...differences.map((difference) => `    ${difference}`),
    ]),
  ].join("\n");
}
