import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { TakeView } from "~/components/work/take-line";
import { timeWords } from "~/content/deadlines";
import { TAKES } from "~/content/desk";
import { DESK_WORK, type Take } from "~/domain/fulfilment/take";
import type { PartnerViewer } from "~/server/app-context";
import type { CommandResult } from "~/usecases/apply-command";
import { CommandKey } from "~/usecases/command";
import type { Onedoor } from "~/usecases/context";
import { giveBackAtDesk, takeAtDesk } from "~/usecases/take-at-desk";
import type { DeskActor } from "~/usecases/work-at-desk";
import { type DeskWorkId, keyOfWork } from "~db/queries/desk-takes";

/** Where a piece of work says on the desk's list who has it. */
const anchorOf = ({ kind, itemId }: DeskWorkId): string => `take-${kind}-${itemId}`;

/** How one of the front desk's people sees who has each piece of its work. */
export function takesSeenBy(
  { accountId }: PartnerViewer,
  {
    takes,
    pageKey,
    ...at
  }: {
    readonly takes: ReadonlyMap<string, Take>;
    readonly pageKey: string;
    readonly back: TakeView["back"];
    readonly page: number;
  },
) {
  return (work: DeskWorkId, about: string): TakeView => {
    const take = takes.get(keyOfWork(work));
    const mine = take?.accountId === accountId;
    const since = take === undefined ? "" : timeWords(take.since);
    return {
      ...work,
      ...at,
      about,
      anchor: anchorOf(work),
      key: `${pageKey}.${work.kind}.${work.itemId}`.slice(0, 80),
      words: take === undefined ? "" : mine ? TAKES.you(since) : TAKES.other(take.name, since),
      can: take === undefined ? "take" : mine ? "give-back" : "take-over",
      over: take === undefined || mine ? null : take.since,
    };
  };
}

const Fields = z.object({
  intent: z.enum(["take", "give-back"]),
  kind: z.enum(DESK_WORK),
  item: z.string().min(1).max(200),
  over: z.string().max(40).optional(),
  back: z.enum(["list", "item"]).catch("list"),
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .catch(undefined),
  key: CommandKey.nullable().catch(null),
});
export type TakeAnswer = z.infer<typeof Fields>;

/** A form that takes a piece of work, or gives it back; undefined when it is none of these. */
export function readTakeAnswer(form: FormData): TakeAnswer | undefined {
  const read = Fields.safeParse(Object.fromEntries(form));
  return read.success ? read.data : undefined;
}

export function carryOutTake(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { intent, kind, item: itemId, over, key }: TakeAnswer,
): Promise<CommandResult> {
  const on = { kind, itemId, key };
  return intent === "take"
    ? takeAtDesk(onedoor, brandId, actor, { ...on, over: over ?? null })
    : giveBackAtDesk(onedoor, brandId, actor, on);
}

/** Where somebody goes on after it: the item's own page, or its place in the list. */
export function backFromTake(
  { paths }: Pick<AppLoadContext, "paths">,
  { intent, kind, item, back, page }: TakeAnswer,
): string {
  if (back === "item" && kind === "part") return paths.deskItem(item);
  if (back === "item" && kind === "stop") return paths.deskStop(item);
  return `${paths.desk({ done: intent, page })}#${anchorOf({ kind, itemId: item })}`;
}

/** What is told who was not the first, and where on the page it stands. */
export const firstWas = ({ kind, item }: TakeAnswer, name: string) => ({
  field: anchorOf({ kind, itemId: item }),
  message: TAKES.first(name),
});
