import { Command } from "commander";
import { z } from "zod";
import { seedDemoOnce } from "~seeds/scenarios/demo";
import { recordDemoYear } from "~seeds/years";
import { parsed, tell, withOnedoor } from "./verb";

const Options = z.object({
  issuer: z.url({ protocol: /^https?$/, error: "--issuer needs a web address" }),
  year: z.boolean(),
});

export const seedVerb = (): Command =>
  new Command("seed").description("Fills the database with fictional people and places").addCommand(
    new Command("demo")
      .description("Sets up the demonstration where it is not there yet; what people did in it is left alone")
      .option(
        "--issuer <address>",
        "the identity provider whose subjects the people are",
        process.env.OIDC_ISSUER ?? "http://localhost/oidc",
      )
      .option("--no-year", "without the past year, which takes some seconds to make")
      .action(async (given: unknown) => {
        const { issuer, year } = parsed(Options, given);
        await withOnedoor(async (onedoor) => {
          await seedDemoOnce(onedoor, { issuer });
          if (year) await recordDemoYear(onedoor);
        });
        tell("The demonstration is set up.");
      }),
  );
