import type { AppLoadContext } from "@remix-run/node";
import { type DeadlineWords, deadlineWords, momentWords, whenWords } from "~/content/deadlines";
import { partOfWords } from "~/content/parts";
import { type State, stateOf } from "~/content/statuses";
import { UNSEEN_TAGS } from "~/content/told";
import { WORKLIST } from "~/content/worklist";
import type { Organisation } from "~/domain/directory/types";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { isAskedAfter, isLate, type WorkAsked } from "~/domain/fulfilment/work-views";
import { ageInYears, type Instant, instant, localDate, milliseconds } from "~/domain/shared/time";
import type { PartnerViewer } from "~/server/app-context";
import { auditRead } from "~/usecases/audit";
import type { WorklistItem, WorkOf } from "~db/queries/worklist";
import { notFound, organisationsOf, readerOf } from "./partner-access";
import { readWorkQuery } from "./work-query";

/** One organisation's work, and what of it an address asks for. */
export interface WorkHere {
  readonly organisation: Organisation;
  /** The other organisations whose work the person may see. */
  readonly others: readonly string[];
  readonly work: WorkOf;
  readonly asked: WorkAsked & { readonly page: number };
}

/** The work that an address asks for. An organisation that is not the person's own is not found. */
export async function workHere(
  { onedoor, brand, directory, now }: AppLoadContext,
  viewer: PartnerViewer,
  query: URLSearchParams,
): Promise<WorkHere> {
  const mine = organisationsOf(viewer);
  const organisationId = query.get("organisation") ?? mine[0] ?? "";
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined || !mine.includes(organisationId)) throw notFound();
  const overlay = await onedoor.directories.overlay(brand.id);
  const diaries = directory.offersBy(organisationId).filter(({ slots }) => slots !== null);
  return {
    organisation,
    others: mine.filter((id) => id !== organisationId),
    work: {
      brandId: brand.id,
      organisationId,
      now,
      fullDiaries: diaries.map(({ id }) => id).filter((id) => (overlay.get(id)?.nextFreeAt ?? null) === null),
    },
    asked: readWorkQuery(query),
  };
}

/** Writes down that somebody looked at a list, with the references of those whom it names. */
export const auditListed = (
  { onedoor, brand }: AppLoadContext,
  viewer: PartnerViewer,
  organisationId: string,
  items: readonly WorklistItem[],
): Promise<void> =>
  auditRead(onedoor, brand.id, {
    who: readerOf(viewer, organisationId),
    action: "listed",
    subject: organisationId,
    detail: { references: items.filter(({ person }) => person).map(({ reference }) => reference) },
  });

/** A line says what is to be done by when, while there is something to do. */
export function lineOf(item: WorklistItem, { directory, paths, now }: AppLoadContext) {
  const { fulfilment, person } = item;
  const state = stateOf(fulfilment, now);
  return {
    id: fulfilment.id,
    href: paths.partnerFulfilment(fulfilment.id),
    reference: item.reference,
    person: person ? `${person.name}, ${ageInYears(person.bornOn, localDate(now))}` : "",
    service: directory.service(item.part.serviceId)?.name ?? item.part.serviceId,
    partOf: partOfWords(item.part, directory.service(item.part.ofServiceId)?.name ?? "a request"),
    urgent: item.part.priority !== "routine",
    deadline: standingOf(fulfilment, item, state, now),
    state,
    unseen: item.unseen && UNSEEN_TAGS[item.unseen],
  };
}

/** By when the partner must do what, or when the person comes; null when nothing is to be done. */
export function standingOf(
  fulfilment: Fulfilment,
  { dueAt, owner }: Pick<WorklistItem, "dueAt" | "owner">,
  state: State,
  now: Instant,
): DeadlineWords | null {
  if (state === "to-answer" || state === "overdue") return deadlineWords("answer", fulfilment.answerBy, now);
  if (state === "on-hold" && dueAt !== null)
    return { text: `the answer is due by ${whenWords(dueAt, now)}`, late: false };
  const todo = state === "needs-time" ? WORKLIST.giveATime : WORKLIST.sayHowItWent;
  if (isLate({ ...fulfilment, dueAt, owner }, now))
    return {
      text: isAskedAfter(owner)
        ? WORKLIST.askedAfter(todo)
        : `${todo}: ${deadlineWords(todo, dueAt ?? now, now).text}`,
      late: true,
    };
  if (state === "needs-time" && dueAt !== null) return deadlineWords(todo, dueAt, now);
  if (fulfilment.appointment === null || fulfilment.ended !== null) return null;
  return { text: momentWords(fulfilment.appointment.startsAt, now), late: false };
}

/** For so long somebody who opened a request is taken to be at it still. */
const AT_IT_MS = 10 * 60_000;
export const atItSince = (now: Instant): Instant => instant(milliseconds(now) - AT_IT_MS);
