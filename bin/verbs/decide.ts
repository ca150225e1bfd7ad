import { Command } from "commander";
import { z } from "zod";
import { CONDITIONS } from "~/domain/directory/conditions";
import { MODES } from "~/domain/journeys/steps/preferences";
import { decideJson, decisionText } from "~/domain/routing/explain";
import type { Need } from "~/domain/routing/types";
import { ACCESS_NEEDS } from "~/domain/shared/access-needs";
import { OdsCode } from "~/domain/shared/identifiers";
import { isLanguage, type Language } from "~/domain/shared/languages";
import { decide } from "~/usecases/decide";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const listOf = (words: readonly string[]): string => words.join(", ");
const Weight = z
  .string()
  .regex(
    /^(distance|wait|continuity)=(not-much|some|a-lot)$/,
    "--weight needs what and how much: distance, wait or continuity, then = and not-much, some or a-lot",
  );

const Options = z.object({
  brand: z.string().min(1, "--brand needs the name of a brand"),
  service: z.string().min(1, "--service needs the name of a service"),
  postcode: z.string().min(1).max(20, "--postcode is too long to be one"),
  born: z.string().refine(isPastDate, "--born needs a date that has been, as in 1992-03-14").optional(),
  sex: z.enum(["female", "male"], "--sex is female or male").optional(),
  registeredWith: z
    .string()
    .transform((code) => code.toUpperCase())
    .pipe(OdsCode.or(z.never("--registered-with needs an ODS code, as in L81007")))
    .optional(),
  mode: z.array(z.enum(MODES, `--mode is any of ${listOf(MODES)}`)).default([]),
  priority: z.enum(["routine", "urgent", "asap"], "--priority is routine, urgent or asap").optional(),
  access: z.array(z.enum(ACCESS_NEEDS, `--access is any of ${listOf(ACCESS_NEEDS)}`)).default([]),
  language: z
    .string()
    .refine(
      (code): code is Language | "en" => code === "en" || isLanguage(code),
      "--language needs an ISO 639-1 code of a language that people here can choose, as in pl",
    )
    .optional(),
  condition: z.enum(CONDITIONS, `--condition is one of ${listOf(CONDITIONS)}`).optional(),
  weight: z.array(Weight).optional(),
  json: z.boolean().optional(),
});

export const decideVerb = (): Command =>
  new Command("decide")
    .description("Prints the routing decision that a request would get, without making one")
    .requiredOption("--brand <brand>", "the brand, as in its address")
    .requiredOption("--service <service>", "the service, as in its address")
    .requiredOption("--postcode <postcode>", "where the person is")
    .option("--born <date>", "the person's date of birth, YYYY-MM-DD")
    .option("--sex <sex>", "female or male, for services that ask")
    .option("--registered-with <ods>", "the ODS code of the person's practice")
    .option("--mode <mode...>", `ways that suit the person: ${listOf(MODES)}`)
    .option("--priority <priority>", "routine, urgent or asap; the service's own unless given")
    .option("--access <need...>", `what the person needs: ${listOf(ACCESS_NEEDS)}`)
    .option("--language <code>", "the language the person needs, when English will not do: an ISO 639-1 code")
    .option("--condition <condition>", `what the person has: ${listOf(CONDITIONS)}`)
    .option("--weight <what=how...>", "how much it matters: distance=a-lot, wait=not-much, continuity=some")
    .option("--json", "print JSON instead of text")
    .action(async (given: unknown) => {
      const options = parsed(Options, given);
      await withWhatIsThere(async (onedoor) => {
        const result = await decide(onedoor, options.brand, {
          service: options.service,
          postcode: options.postcode,
          bornOn: options.born ?? null,
          sex: options.sex ?? null,
          registeredWith: options.registeredWith ?? null,
          modes: options.mode,
          priority: options.priority,
          needs: {
            access: options.access,
            language: options.language === undefined || options.language === "en" ? null : options.language,
            condition: options.condition ?? null,
          },
          weights: weightsOf(options.weight ?? []),
        });
        if (result.kind === "unknown") throw new Problem(result.problem);
        say(
          options.json ? JSON.stringify(decideJson(result.decision), null, 2) : decisionText(result.decision),
        );
      });
    });

/** The last one counts where somebody weighs the same thing twice. */
const weightsOf = (given: readonly string[]): NonNullable<Need["preferences"]["weights"]> =>
  Object.fromEntries(given.map((each) => each.split("=")));

function isPastDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && date.getTime() <= Date.now();
}
