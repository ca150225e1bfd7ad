import { z } from "zod";
import { ARRANGEMENTS, ORGANISATION_KINDS, POINT_NAMES } from "../directory/kinds";
import type { AskedPartner } from "../directory/newcomers";
import { BOX_STYLES } from "../directory/types";
import { PRIORITIES } from "../fulfilment/priority";
import { Constitution } from "./constitution";

const Id = z.string().min(1).max(200);
const Span = z.union([
  z.object({ hours: z.int().min(1).max(720) }),
  z.object({ workingDays: z.int().min(1).max(60) }),
]);
const Spans = z.partialRecord(z.enum(PRIORITIES), Span);
const BoxStyles = z.array(z.enum(BOX_STYLES)).min(1);
const OpenWork = z.enum(["reroute", "finish"]);

/** An organisation that the directory does not have, as it is written down. */
const Newcomer = z.object({
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  odsCode: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  about: z.string(),
  letters: z.string(),
  colour: z.string(),
}) satisfies z.ZodType<Omit<AskedPartner, "arrangement" | "leadOrganisationId" | "boxStyles">>;

/** What a new service says, at the least; the rest is written by whoever runs the front door. */
const NewService = z.object({
  name: z.string(),
  summary: z.string(),
  needs: z.array(z.string()),
  whatItIs: z.array(z.string()),
  cost: z.string(),
  ifWorse: z.string(),
  priority: z.enum(PRIORITIES),
  access: z.enum(["self-referral", "referral"]),
});

/** What is decided: one change, as data. Of a policy only what becomes different is said. */
export const Matter = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("admit"),
    /** One that the directory has, by its id, or one that it has not. */
    who: z.union([z.object({ organisationId: Id }), z.object({ newcomer: Newcomer })]),
    arrangement: z.enum(ARRANGEMENTS),
    leadOrganisationId: Id.nullable(),
    boxStyles: BoxStyles,
    returnTicket: z.string(),
  }),
  z.object({ kind: z.literal("leave"), organisationId: Id, openWork: OpenWork }),
  z.object({ kind: z.literal("suspend"), organisationId: Id, openWork: OpenWork }),
  z.object({ kind: z.literal("resume"), organisationId: Id }),
  z.object({
    kind: z.literal("policy"),
    points: z.partialRecord(z.enum(POINT_NAMES), z.int().min(0).max(100)),
    answerWithin: Spans,
    promiseWithin: Spans,
  }),
  z.object({ kind: z.literal("add-service"), service: NewService }),
  z.object({ kind: z.literal("retire-service"), serviceId: Id }),
  z.object({ kind: z.literal("box-rule"), organisationId: Id, styles: BoxStyles }),
  /** `version` is that of the rules that these take the place of. */
  z.object({ kind: z.literal("constitution"), rules: Constitution }),
]);
export type Matter = z.infer<typeof Matter>;
export type MatterOf<Kind extends Matter["kind"]> = Extract<Matter, { kind: Kind }>;

/** The member that a matter is about; null for what is about none, or about one that is no member yet. */
export function aboutMember(matter: Matter): string | null {
  switch (matter.kind) {
    case "leave":
    case "suspend":
    case "resume":
    case "box-rule":
      return matter.organisationId;
    case "admit":
    case "policy":
    case "add-service":
    case "retire-service":
    case "constitution":
      return null;
    default:
      return matter satisfies never;
  }
}
