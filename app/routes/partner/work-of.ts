import type { AppLoadContext } from "@remix-run/node";
import { partOfWords } from "~/content/parts";
import { stateOf } from "~/content/statuses";
import { UNSEEN_TAGS } from "~/content/told";
import { standingOf } from "~/content/work-standing";
import type { Organisation } from "~/domain/directory/types";
import type { WorkAsked } from "~/domain/fulfilment/work-views";
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

/** For so long somebody who opened a request is taken to be at it still. */
const AT_IT_MS = 10 * 60_000;
export const atItSince = (now: Instant): Instant => instant(milliseconds(now) - AT_IT_MS);
