import { userInfo } from "node:os";
import { Command } from "commander";
import { z } from "zod";
import { dateInWords } from "~/domain/shared/in-words";
import type { PartnershipResult } from "~/usecases/change-partnership";
import type { Onedoor } from "~/usecases/context";
import type { HandedOn } from "~/usecases/hand-on-open-work";
import { joinPartnership } from "~/usecases/join-partnership";
import { leavePartnership } from "~/usecases/leave-partnership";
import { resumePartnership } from "~/usecases/resume-partnership";
import { suspendPartnership } from "~/usecases/suspend-partnership";
import { UnknownBrand } from "~db/queries/directory";
import { Problem, parsed, say, withWhatIsThere } from "./verb";

const ARRANGEMENTS = ["own-contract", "employed", "joint-venture", "alliance", "subcontract"] as const;

const Common = z.object({
  brand: z.string().min(1, "--brand needs the name of a brand"),
  organisation: z.string().min(1, "--organisation needs an organisation"),
  yes: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});
const On = { on: z.iso.date("--on needs a day, as in 2027-04-01").optional() };
const OpenWork = {
  openWork: z.enum(["reroute", "finish"], { error: "--open-work is reroute or finish" }).default("reroute"),
};
const Joining = Common.extend({
  ...On,
  arrangement: z
    .enum(ARRANGEMENTS, { error: `--arrangement is one of ${ARRANGEMENTS.join(", ")}` })
    .default("own-contract"),
  lead: z.string().min(1, "--lead needs an organisation").optional(),
  returnTicket: z.string().min(1).default("It keeps its list, its name and its records."),
});
const Leaving = Common.extend({ ...On, ...OpenWork });
const Suspending = Common.extend(OpenWork);

const who = { kind: "operator" as const, name: userInfo().username };

type Given = z.output<typeof Common>;
type Change = (onedoor: Onedoor, dryRun: boolean) => Promise<PartnershipResult>;

export const partnerVerb = (): Command =>
  new Command("partner")
    .description("An organisation becomes a partner of a brand, leaves, is suspended, or comes back")
    .addCommand(
      sub("join", "Makes an organisation of the directory a partner")
        .option("--on <date>", "its first day; today when left out")
        .option("--arrangement <kind>", `how it is bound: ${ARRANGEMENTS.join(", ")}`)
        .option("--lead <organisation>", "the lead provider that answers for it")
        .option("--return-ticket <words>", "what it may take along when it leaves")
        .action((given: unknown) => {
          const options = parsed(Joining, given);
          const joining = {
            organisationId: options.organisation,
            on: options.on ?? null,
            arrangement: options.arrangement,
            leadOrganisationId: options.lead ?? null,
            returnTicket: options.returnTicket,
          };
          return run(options, (onedoor, dryRun) =>
            joinPartnership(onedoor, options.brand, joining, { who, dryRun }),
          );
        }),
    )
    .addCommand(
      sub("leave", "Ends a partnership, and hands on its open work")
        .option("--on <date>", "the first day without it; today when left out")
        .option("--open-work <how>", "reroute: all of it goes on; finish: it ends what has a time")
        .action((given: unknown) => {
          const options = parsed(Leaving, given);
          const { organisation: organisationId, openWork, on = null } = options;
          return run(options, (onedoor, dryRun) =>
            // What would go where on a day to come is told as if it were today.
            leavePartnership(
              onedoor,
              options.brand,
              { organisationId, on: dryRun ? null : on, openWork },
              { who, dryRun },
            ),
          );
        }),
    )
    .addCommand(
      sub("suspend", "Gives a partner no new work from now, and hands on what it has not answered")
        .option("--open-work <how>", "of what it took on: reroute, or finish")
        .action((given: unknown) => {
          const options = parsed(Suspending, given);
          const { organisation: organisationId, openWork } = options;
          return run(options, (onedoor, dryRun) =>
            suspendPartnership(onedoor, options.brand, { organisationId, openWork }, { who, dryRun }),
          );
        }),
    )
    .addCommand(
      sub("resume", "Ends a suspension").action((given: unknown) => {
        const options = parsed(Common, given);
        return run(options, (onedoor, dryRun) =>
          resumePartnership(
            onedoor,
            options.brand,
            { organisationId: options.organisation },
            { who, dryRun },
          ),
        );
      }),
    );

const sub = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .requiredOption("--brand <brand>", "the brand")
    .requiredOption("--organisation <id>", "the organisation")
    .option("--yes", "do it; without it nothing is changed")
    .option("--dry-run", "say what would come of it, and change nothing");

async function run({ brand, organisation, yes, dryRun }: Given, change: Change): Promise<void> {
  if (yes === dryRun) throw new Problem("Give --dry-run to see what would come of it, or --yes to do it");
  const result = await withWhatIsThere((onedoor) => change(onedoor, dryRun)).catch((error: unknown) => {
    if (error instanceof UnknownBrand) throw new Problem(error.message);
    throw error;
  });
  if (result.kind === "refused") throw new Problem(result.reasons.join("; "));
  const { startsOn, endsOn, suspendedFrom } = result.partnership;
  const dates = [
    `partner of ${brand} from ${dateInWords(startsOn)}`,
    ...(endsOn === null ? [] : [`last day ${dateInWords(endsOn)}`]),
    ...(suspendedFrom === null ? [] : [`suspended from ${dateInWords(suspendedFrom)}`]),
  ];
  say(`${dryRun ? "Would be" : "Is now"}: ${organisation}, ${dates.join(", ")}`);
  for (const line of handedOnInWords(result.handedOn)) say(line);
  if (dryRun) say("Nothing was changed.");
}

function handedOnInWords({ fulfilments, toPartners, toDesk, toPatients, kept, told }: HandedOn): string[] {
  return [
    `Open fulfilments that go on: ${fulfilments}`,
    ...Object.entries(toPartners)
      .sort()
      .map(([partner, count]) => `  to ${partner}: ${count}`),
    `  to the front desk: ${toDesk}`,
    `  to patients, to choose: ${toPatients}`,
    `Open fulfilments that stay: ${kept}`,
    `Patients told: ${told}`,
  ];
}
