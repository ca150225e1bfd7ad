import { z } from "zod";
import { agreedNow } from "../boxes/agreed";
import { POINT_NAMES } from "../directory/kinds";
import { type Standing, standings } from "../directory/standing";
import { BOX_STYLES, type DirectoryContents } from "../directory/types";
import { PRIORITIES } from "../fulfilment/priority";
import { toJson } from "../shared/json";
import type { PlainDate } from "../shared/time";
import { Constitution, constitutionOf } from "./constitution";
import type { Matter, MatterOf } from "./matter";
import { MATTER_KINDS } from "./matter-kinds";

const STANDINGS = ["partner", "none", "left", "suspended"] as const satisfies readonly Standing["kind"][];
const Span = z.union([z.object({ hours: z.number() }), z.object({ workingDays: z.number() })]);
const Styles = z.array(z.enum(BOX_STYLES));
const ServiceStanding = z.enum(["none", "open", "closed"]);
const Votes = Constitution.shape.votes;
const both = <Value extends z.ZodType>(value: Value) => ({ before: value, after: value });

/** One thing that becomes different, with what it was and what it is to be. `name` is whose it is. */
export const Change = z.discriminatedUnion("what", [
  z.object({ what: z.literal("standing"), name: z.string(), ...both(z.enum(STANDINGS)) }),
  z.object({ what: z.literal("points"), of: z.enum(POINT_NAMES), ...both(z.number()) }),
  z.object({ what: z.literal("answer-within"), of: z.enum(PRIORITIES), ...both(Span) }),
  z.object({ what: z.literal("promise-within"), of: z.enum(PRIORITIES), ...both(Span) }),
  z.object({ what: z.literal("service"), name: z.string(), ...both(ServiceStanding) }),
  z.object({ what: z.literal("boxes"), name: z.string(), ...both(Styles) }),
  z.object({ what: z.literal("votes"), ...both(Votes) }),
  z.object({ what: z.literal("threshold"), of: z.enum(MATTER_KINDS), ...both(z.number()) }),
  z.object({ what: z.literal("quorum"), ...both(z.number()) }),
  z.object({ what: z.literal("discussion-days"), ...both(z.number()) }),
  z.object({ what: z.literal("voting-days"), ...both(z.number()) }),
]);
export type Change = z.infer<typeof Change>;

type Contents = Pick<DirectoryContents, "brand" | "organisations" | "partnerships" | "services">;

/** What a matter would change in a directory as it is on a day, thing by thing. */
export function changesOf(matter: Matter, contents: Contents, today: PlainDate): readonly Change[] {
  const organisation = (id: string) => contents.organisations.find((each) => each.id === id)?.name ?? id;
  const standing = (id: string) => standings(contents.partnerships)(id, today).kind;
  const stands = (id: string, after: Standing["kind"]): readonly Change[] => [
    { what: "standing", name: organisation(id), before: standing(id), after },
  ];
  switch (matter.kind) {
    case "admit":
      return "newcomer" in matter.who
        ? [{ what: "standing", name: matter.who.newcomer.name, before: "none", after: "partner" }]
        : stands(matter.who.organisationId, "partner");
    case "leave":
      return stands(matter.organisationId, "left");
    case "suspend":
      return stands(matter.organisationId, "suspended");
    case "resume":
      return stands(matter.organisationId, "partner");
    case "policy":
      return policyChanges(matter, contents.brand);
    case "add-service":
      return [{ what: "service", name: matter.service.name, before: "none", after: "open" }];
    case "retire-service": {
      const service = contents.services.find(({ id }) => id === matter.serviceId);
      const before = service?.status ?? "none";
      return [{ what: "service", name: service?.name ?? matter.serviceId, before, after: "closed" }];
    }
    case "box-rule": {
      const before = [...agreedNow(contents, matter.organisationId, today)];
      return [{ what: "boxes", name: organisation(matter.organisationId), before, after: matter.styles }];
    }
    case "constitution":
      return ruleChanges(constitutionOf(contents.brand), matter.rules);
    default:
      return matter satisfies never;
  }
}

function policyChanges(matter: MatterOf<"policy">, { policy }: Contents["brand"]): readonly Change[] {
  const spans = (what: "answer-within" | "promise-within", field: "answerWithin" | "promiseWithin") =>
    PRIORITIES.flatMap((of): Change[] => {
      const after = matter[field][of];
      return after === undefined ? [] : [{ what, of, before: policy[field][of], after }];
    });
  return [
    ...POINT_NAMES.flatMap((of): Change[] => {
      const after = matter.points[of];
      return after === undefined ? [] : [{ what: "points", of, before: policy.points[of], after }];
    }),
    ...spans("answer-within", "answerWithin"),
    ...spans("promise-within", "promiseWithin"),
  ];
}

/** What becomes different from one set of rules to another; nothing for two that say the same. */
export function ruleChanges(before: Constitution, after: Constitution): readonly Change[] {
  const changes: readonly Change[] = [
    { what: "votes", before: before.votes, after: after.votes },
    ...MATTER_KINDS.map(
      (of): Change => ({ what: "threshold", of, before: before.thresholds[of], after: after.thresholds[of] }),
    ),
    { what: "quorum", before: before.quorum, after: after.quorum },
    { what: "discussion-days", before: before.discussionDays, after: after.discussionDays },
    { what: "voting-days", before: before.votingDays, after: after.votingDays },
  ];
  return changes.filter((change) => toJson(change.before) !== toJson(change.after));
}
