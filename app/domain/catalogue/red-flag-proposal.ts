import { newId } from "../directory/new-ids";
import type { RedFlag, RedFlagSet } from "../journeys/types";
import type { PlainDate } from "../shared/time";
import { folded } from "../shared/words";

/** Signs of danger that somebody proposes for a service. */
export type ProposedFlags = Pick<RedFlagSet, "source" | "notice" | "items">;

/** Who proposed or approves; `id` tells two people of the same name apart. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

export const MOST_FLAGS = 20;

/** A sign as it is typed: `id` is that of the one it takes the place of, null for a new one. */
export interface AskedFlag {
  readonly id: string | null;
  readonly text: string;
  readonly leadsTo: RedFlag["leadsTo"];
}

/** The signs that come of what was typed; one that is there already keeps its id, however it reads. */
export function flagsFrom(asked: readonly AskedFlag[], before: readonly RedFlag[]): readonly RedFlag[] {
  const known = new Set(before.map(({ id }) => id));
  const taken = new Set(known);
  return asked.map(({ id, text, leadsTo }) => {
    if (id !== null && known.has(id)) return { id, text, leadsTo };
    // "None of these" is no sign.
    taken.add("none");
    const made = newId(text, taken);
    taken.add(made);
    return { id: made, text, leadsTo };
  });
}

/** What is wrong with signs that are proposed, in sentences; empty when nothing is. */
export function flagFaults({ items, source }: ProposedFlags): readonly string[] {
  const texts = items.map(({ text }) => folded(text));
  return [
    ...(items.length === 0 ? ["Write down at least one sign of danger"] : []),
    ...(items.length > MOST_FLAGS ? [`Write ${MOST_FLAGS} signs at most: a longer list is not read`] : []),
    ...(new Set(texts).size < texts.length ? ["The same sign is there twice. Leave one out"] : []),
    ...(source === "" ? ["Say where these signs come from"] : []),
  ];
}

/** What a proposal changes, sign by sign, in the order in which they are read; what it leaves out comes last. */
export type FlagChange =
  | { readonly kind: "same" | "new" | "gone"; readonly flag: RedFlag }
  | { readonly kind: "changed"; readonly flag: RedFlag; readonly was: RedFlag };

export function flagChanges(before: readonly RedFlag[], after: readonly RedFlag[]): readonly FlagChange[] {
  const was = new Map(before.map((flag) => [flag.id, flag]));
  const ids = new Set(after.map(({ id }) => id));
  return [
    ...after.map((flag): FlagChange => {
      const old = was.get(flag.id);
      if (old === undefined) return { kind: "new", flag };
      const same = old.text === flag.text && old.leadsTo === flag.leadsTo;
      return same ? { kind: "same", flag } : { kind: "changed", flag, was: old };
    }),
    ...before.filter(({ id }) => !ids.has(id)).map((flag): FlagChange => ({ kind: "gone", flag })),
  ];
}

/** The set that is in force once a second person has approved what a first proposed. Its version is asked anew of everybody. */
export const publishedFlags = (
  proposed: ProposedFlags,
  before: RedFlagSet | null,
  people: { readonly proposer: Author; readonly approver: Author; readonly on: PlainDate },
): RedFlagSet => ({
  version: (before?.version ?? 0) + 1,
  source: proposed.source,
  approvedBy: [people.proposer.name, people.approver.name],
  approvedOn: people.on,
  notice: proposed.notice,
  items: proposed.items,
});

/** Whether what is proposed says something else than what is in force. */
export const proposesChange = (
  { source, notice, items }: ProposedFlags,
  before: RedFlagSet | null,
): boolean =>
  before === null ||
  source !== before.source ||
  notice !== before.notice ||
  items.length !== before.items.length ||
  items.some((flag, at) => before.items[at]?.id !== flag.id) ||
  flagChanges(before.items, items).some(({ kind }) => kind !== "same");
