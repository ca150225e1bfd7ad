import type { AppLoadContext } from "@remix-run/node";
import type { AtRiskLine } from "~/components/work/at-risk-list";
import type { NotArrivedLine } from "~/components/work/not-arrived";
import type { StopLine } from "~/components/work/stop-list";
import type { TakeView } from "~/components/work/take-line";
import { deadlineWords, whenWords } from "~/content/deadlines";
import { AT_RISK } from "~/content/desk";
import { lightHeadline } from "~/content/messages/light";
import { headlineOf } from "~/content/messages/news";
import { notArrivedWords, whatToDo } from "~/content/messages/sent";
import { LED_TO, raisedWords, reachVerb } from "~/content/stops";
import { ageInYears, localDate } from "~/domain/shared/time";
import type { DeskWorkId } from "~db/queries/desk-takes";
import type { NotArrived as NotArrivedMessage } from "~db/queries/not-arrived";
import type { PromiseAtRisk } from "~db/queries/promises-at-risk";
import type { Stop } from "~db/queries/red-flag-stops";

type TakeOf = (work: DeskWorkId, about: string) => TakeView;

/** A message to a partner that did not arrive is told to the partner, by its own number. */
export function lostLine(
  { directory, now }: AppLoadContext,
  item: NotArrivedMessage,
  takeOf: TakeOf,
): NotArrivedLine {
  const { messageId, reference, partner, template } = item;
  const line = { messageId, reference, when: whenWords(item.failedAt, now), what: notArrivedWords(item) };
  const work = { kind: "message" as const, itemId: messageId };
  if (partner === null)
    return {
      ...line,
      person: `${item.person.name}, ${ageInYears(item.person.bornOn, localDate(now))}`,
      phone: item.noCalls ? null : item.phone,
      says: headlineOf(template),
      todo: whatToDo(item),
      take: takeOf(work, `${item.person.name}, ${reference}`),
    };
  const organisation = directory.organisation(partner);
  const phone = organisation?.phone ?? null;
  return {
    ...line,
    person: organisation?.name ?? partner,
    phone,
    says: lightHeadline(template),
    todo: whatToDo({ sentBy: item.sentBy, noCalls: false, phone, askFor: null }),
    take: takeOf(work, `${organisation?.name ?? partner}, ${reference}`),
  };
}

/** A promise at risk, with whoever has the part: a partner by its own number, or the person. */
export function riskLine(
  { directory, paths, now }: AppLoadContext,
  { part, reference, person, phone }: PromiseAtRisk,
  takeOf: TakeOf,
): AtRiskLine {
  const { id, owner, promise, serviceId } = part;
  const partner = owner.kind === "partner" ? directory.organisation(owner.organisationId) : undefined;
  const { text, late } = deadlineWords(AT_RISK.verb, promise.by, now);
  return {
    id,
    reference,
    person: `${person.name}, ${ageInYears(person.bornOn, localDate(now))}`,
    service: directory.service(serviceId)?.name ?? serviceId,
    deadline: text,
    late,
    has:
      owner.kind === "partner"
        ? AT_RISK.partnerHas(partner?.name ?? owner.organisationId)
        : AT_RISK.personHas,
    phone: owner.kind === "partner" ? (partner?.phone ?? null) : phone,
    callHref: paths.deskCall(id),
    take: takeOf({ kind: "part", itemId: id }, `${person.name}, ${reference}`),
  };
}

/** A journey that was stopped, as the desk reads of it. */
export function stopLine({ directory, paths, now }: AppLoadContext, stop: Stop, takeOf: TakeOf): StopLine {
  const { person, dueAt } = stop;
  return {
    id: stop.id,
    href: paths.deskStop(stop.id),
    person: person?.name ?? "",
    service: directory.service(stop.serviceId)?.name ?? stop.serviceId,
    raised: raisedWords(stop.raised),
    ledTo: LED_TO[stop.leadsTo],
    deadline: person && dueAt !== null ? deadlineWords(reachVerb(person), dueAt, now) : null,
    since: stop.reference === null ? "" : `They went on, and sent ${stop.reference}`,
    take: takeOf({ kind: "stop", itemId: stop.id }, person?.name ?? ""),
  };
}
