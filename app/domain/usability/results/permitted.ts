import type { Instant } from "../../shared/time";
import { FromBrowser, inTime, type LabEvent, type Recorded } from "../log";
import type { Permission, Study } from "../study";

/** One thing of a participant's record, with the id that whoever told of it gave it. */
export type Entry = Recorded & { readonly id: string };

/** Everything that is recorded of a participant, in its order. */
export interface SessionRecord {
  /** What everybody calls them by. */
  readonly code: string;
  readonly variant: string;
  readonly record: readonly Entry[];
}

/** A session with only what its participant allows to be looked at, and what they allowed. */
export interface PermittedSession extends SessionRecord {
  readonly permissions: ReadonlySet<Permission>;
  /** When the last thing of theirs happened that is recorded, whatever they allow; null where nothing was. */
  readonly lastAt: Instant | null;
}

const OF_BROWSER: ReadonlySet<string> = new Set(FromBrowser.options.map(({ shape }) => shape.kind.value));

/**
 * What a participant allows of their own record: nothing before they agreed to take part; pages, and what they did on
 * them, with "follow-pages"; pictures with "keep-pictures"; what they typed with "keep-typing", where the study keeps it at
 * all; their own words with "quote". What they allowed last counts for all of it.
 */
export function permittedSession(study: Study, session: SessionRecord): PermittedSession {
  const agreed = session.record.flatMap(({ event }) => (event.kind === "consented" ? [event] : [])).at(-1);
  const permissions = new Set<Permission>(agreed?.permissions);
  const lastAt = inTime(session.record).at(-1)?.at ?? null;
  if (!permissions.has("take-part")) return { ...session, record: [], permissions: new Set(), lastAt };
  const texts = new Set(study.questions.flatMap(({ kind, id }) => (kind === "text" ? [id] : [])));
  const allowed = (event: LabEvent): LabEvent | null => {
    switch (event.kind) {
      case "page":
        if (!permissions.has("follow-pages")) return null;
        return permissions.has("keep-pictures") ? event : { ...event, snapshot: null };
      case "typed":
        return study.keepTyping && permissions.has("keep-typing") && permissions.has("follow-pages")
          ? event
          : null;
      case "tagged":
        return event.tag !== "quote" || permissions.has("quote") ? event : null;
      case "answered":
        return !texts.has(event.question) || permissions.has("quote") || event.value === ""
          ? event
          : { ...event, value: "", withheld: true };
      default:
        return OF_BROWSER.has(event.kind) && !permissions.has("follow-pages") ? null : event;
    }
  };
  const record = session.record.flatMap((told) => {
    const event = allowed(told.event);
    return event === null ? [] : [{ ...told, event }];
  });
  return { ...session, record, permissions, lastAt };
}
