import type { Policy, Priority } from "../directory/types";
import type { Span } from "../shared/time";
import { capacity, move, popUp, service, start } from "./changed-care";
import { join, leave, suspend } from "./changed-partners";
import type { Change } from "./changes";
import { changed, type Draft, type Drafted, type ReplayedDays } from "./draft";

/** The changes that change who is asked, and how; the others change who asks. */
export type DirectoryChange = Exclude<Change, { readonly kind: "demand" | "population" }>;

/** One change made upon what stands so far; refused, with a reason, when it names what is not there. */
export function changeDraft(
  draft: Draft,
  change: DirectoryChange,
  days: ReplayedDays,
  otherwise: number,
): Drafted {
  switch (change.kind) {
    case "leave":
      return leave(draft, change, days);
    case "suspend":
      return suspend(draft, change, days);
    case "join":
      return join(draft, change, days);
    case "pop-up":
      return popUp(draft, change, days);
    case "start":
      return start(draft, change);
    case "move":
      return move(draft, change);
    case "capacity":
      return capacity(draft, change, otherwise);
    case "deadline":
      return withPolicy(draft, (policy) => ({
        ...policy,
        answerWithin: halved(policy.answerWithin, change.priority),
        promiseWithin: halved(policy.promiseWithin, change.priority),
      }));
    case "weights":
      return withPolicy(draft, (policy) => ({ ...policy, points: { ...policy.points, ...change.points } }));
    case "service":
      return service(draft, change);
    default:
      return change satisfies never;
  }
}

const withPolicy = (draft: Draft, change: (policy: Policy) => Policy): Drafted =>
  changed(draft, { brand: { ...draft.contents.brand, policy: change(draft.contents.brand.policy) } });

type Spans = Readonly<Record<Priority, Span>>;
const halved = (spans: Spans, priority: Priority): Spans => ({ ...spans, [priority]: half(spans[priority]) });

/** Half a working day is no span of ours: a night and half a day is the nearest in hours. */
const half = (span: Span): Span => {
  if ("hours" in span) return { hours: Math.max(1, Math.ceil(span.hours / 2)) };
  return span.workingDays > 1 ? { workingDays: Math.floor(span.workingDays / 2) } : { hours: 12 };
};
