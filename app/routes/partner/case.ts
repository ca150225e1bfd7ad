import type { AppLoadContext } from "@remix-run/node";
import { offerChoices } from "~/components/offer-choices";
import { momentWords, timeWords } from "~/content/deadlines";
import { historyLines } from "~/content/history";
import { OUTCOME_WORDS, WHAT_CAME_OF_IT } from "~/content/outcomes";
import { partOfWords } from "~/content/parts";
import { LEADS_ELSEWHERE, LEADS_TO, REFUSAL_ORDER } from "~/content/refusals";
import { whoLines, wishLines } from "~/content/request-detail";
import { stateOf } from "~/content/statuses";
import { isUnanswered, toldLines } from "~/content/told";
import { standingOf } from "~/content/work-standing";
import { may } from "~/domain/access/may";
import { bookableUntil } from "~/domain/directory/slot-times";
import { type Offer, saysRoom } from "~/domain/directory/types";
import { allowedActions } from "~/domain/fulfilment/guards";
import { whereItGoes } from "~/domain/fulfilment/owners";
import type { PartState } from "~/domain/fulfilment/part-state";
import { higherThan, PRIORITY_WORDS } from "~/domain/fulfilment/priority";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { reasonsForPatient } from "~/domain/routing/explain";
import type { RoutingDecision } from "~/domain/routing/types";
import { sentence } from "~/domain/shared/in-words";
import { ageInYears, type Instant, localDate } from "~/domain/shared/time";
import type { PartnerViewer } from "~/server/app-context";
import { auditRead } from "~/usecases/audit";
import { judgeTransfer } from "~/usecases/transfer-fulfilment";
import { readDecisions } from "~db/queries/decisions";
import { type RecordedEvent, readEvents } from "~db/queries/events";
import { readPartState } from "~db/queries/part-states";
import { type PartnerView, readFulfilment } from "~db/queries/partner-view";
import { lookedAtBy } from "~db/queries/said";
import { freeSlots } from "~db/queries/slots";
import { readOnly } from "./colleagues";
import { organisationsOf, readerOf } from "./partner-access";
import { atItSince } from "./work-of";

/** One piece of work as the person who must decide on it sees it; undefined when it is not their organisations'. */
export async function caseOf(context: AppLoadContext, viewer: PartnerViewer, fulfilmentId: string) {
  const { onedoor, brand, directory, now } = context;
  const mine = organisationsOf(viewer);
  for (const organisationId of mine) {
    const view = await readFulfilment(onedoor.db.kysely, brand.id, organisationId, fulfilmentId);
    if (view === undefined) continue;
    const { fulfilment, request, part: asked, detail } = view;
    const who = readerOf(viewer, organisationId);
    const me = { organisationId, accountId: viewer.accountId };
    const others = await lookedAtBy(onedoor.db.kysely, brand.id, me, [request.id], atItSince(now));
    const also = others.get(request.id);
    if (detail !== null) await auditRead(onedoor, brand.id, { who, action: "opened", subject: request.id });
    const state = stateOf(fulfilment, now);
    const whole = await readPartState(onedoor.db.kysely, brand.id, fulfilment.partId);
    if (whole === undefined) throw new Error(`Fulfilment ${fulfilment.id} has no part`);
    const { part } = whole;
    const answers = may(viewer, "answer", organisationId);
    const allowed = answers ? allowedActions(whole, "partner", fulfilment.id, now) : [];
    const events = await readEvents(onedoor.db.kysely, brand.id, request.id);
    const givesTime = allowed.includes("accept") || allowed.includes("book");
    return {
      id: fulfilment.id,
      organisationId,
      backTo: mine.length > 1 ? organisationId : null,
      organisation: mine.length > 1 ? (directory.organisation(organisationId)?.name ?? "") : "",
      version: fulfilment.version,
      reference: request.reference,
      service: directory.service(part.serviceId)?.name ?? part.serviceId,
      partOf: partOfWords(asked, directory.service(asked.ofServiceId)?.name ?? "a request"),
      person: detail && `${detail.person.name}, ${ageInYears(detail.person.bornOn, localDate(now))}`,
      state,
      urgent: part.priority === "routine" ? null : PRIORITY_WORDS[part.priority],
      deadline: standingOf(fulfilment, { dueAt: part.dueAt, owner: part.owner.kind }, state, now),
      partVersion: part.version,
      pageKey: onedoor.newId(),
      may: allowed,
      readOnly: answers ? null : await readOnly(context, viewer, organisationId),
      alsoOpen: also && allowed.length > 0 ? { name: also.name, when: timeWords(also.at) } : null,
      hasTime: fulfilment.appointment !== null,
      hasQuestion: isUnanswered(events, part.id),
      saidNo: saidNo(whole, fulfilment, now),
      gone: goneWords(fulfilment),
      times: givesTime ? await timesOf(context, fulfilment) : [],
      diary:
        givesTime && hasDiary(directory.offer(fulfilment.offerId))
          ? context.paths.partnerDiary({
              organisation: organisationId,
              offer: fulfilment.offerId,
              move: fulfilment.id,
            })
          : null,
      others: allowed.includes("transfer")
        ? offerChoices(await judgeTransfer(onedoor, brand.id, organisationId, fulfilment.id))
        : [],
      higher: higherThan(part.priority).map((value) => ({ value, label: PRIORITY_WORDS[value] })),
      facts: detail === null ? null : await factsOf(context, { ...view, detail }, whole, events),
    };
  }
  return undefined;
}

const hasDiary = (offer: Offer | undefined): boolean =>
  offer !== undefined && saysRoom(offer) && offer.slots !== null;

const KEPT = "You keep its reference, and nothing that the person told us.";

function goneWords({ status, ended }: Fulfilment): string {
  const reason = ended?.reason;
  if (status === "rejected") return `You declined this. ${KEPT}`;
  if (status === "entered-in-error") return `This was marked as a mistake. ${KEPT}`;
  if (status === "failed")
    return reason === "did-not-attend"
      ? `The person was not there, and chooses again. ${KEPT}`
      : `You handed this to the front desk. ${KEPT}`;
  if (reason === "silent") return `This was not answered in time, and went on without you. ${KEPT}`;
  if (reason === "transferred") return `You handed this to another partner. ${KEPT}`;
  if (reason === "patient") return `The person cancelled this. ${KEPT}`;
  return `This is no longer with you. ${KEPT}`;
}

/** What saying no, or cancelling, leads to; and, beside a reason that leads elsewhere, where. */
function saidNo(state: PartState, { status }: Fulfilment, now: Instant) {
  const usual = whereItGoes(state, "22", now);
  const date =
    usual !== "next"
      ? ""
      : status === "requested"
        ? " The date they were promised stays."
        : " They get a new date.";
  return {
    lead: `${LEADS_TO[usual]}${date} You keep the reference, not their answers.`,
    elsewhere: Object.fromEntries(
      REFUSAL_ORDER.flatMap((reason) => {
        const goes = whereItGoes(state, reason, now);
        return goes === usual ? [] : [[reason, LEADS_ELSEWHERE[goes]]];
      }),
    ),
  };
}

/** The offer's next free times, a few of each of the next days that have any. */
async function timesOf({ onedoor, brand, now }: AppLoadContext, { offerId }: Fulfilment) {
  const until = bookableUntil(now);
  const slots = await freeSlots(onedoor.db.kysely, brand.id, offerId, now, until, { now, limit: 200 });
  const perDay = new Map<string, number>();
  return slots
    .filter(({ startsAt }) => {
      const day = localDate(startsAt);
      const before = perDay.get(day) ?? 0;
      perDay.set(day, before + 1);
      return before < 3 && perDay.size <= 4;
    })
    .map(({ id, startsAt }) => ({ value: id, label: momentWords(startsAt, now) }));
}

type Detailed = PartnerView & { readonly detail: NonNullable<PartnerView["detail"]> };

async function factsOf(
  context: AppLoadContext,
  { fulfilment, request, detail }: Detailed,
  { part, fulfilments }: PartState,
  events: readonly RecordedEvent[],
) {
  const { onedoor, brand, directory, now } = context;
  const decisions = await readDecisions(onedoor.db.kysely, brand.id, request.id);
  const before = fulfilments.at(-2);
  const decision = decisions.find(({ id }) => id === fulfilment.decisionId)?.decision;
  return {
    who: whoLines(detail, now, (ods) => directory.organisationByOds(ods)?.name ?? ods),
    answers: [...detail.answers.filter(({ value }) => value !== ""), ...wishLines(detail)],
    said: [
      ...(before?.ended?.reason === "transferred" && before.ended.note
        ? [
            {
              label: directory.organisation(before.organisationId)?.name ?? "Who had it before",
              value: before.ended.note,
            },
          ]
        : []),
      ...saidSince(events, fulfilment),
    ],
    promise: [
      { label: "Asked on", value: momentWords(request.submittedAt, now) },
      {
        label: "Promised",
        value: `An answer with a time by ${momentWords(part.promise.by, now)}`,
      },
      { label: "Your answer", value: `By ${momentWords(fulfilment.answerBy, now)}` },
      {
        label: "Appointment",
        value: fulfilment.appointment
          ? `${momentWords(fulfilment.appointment.startsAt, now)}. ${fulfilment.appointment.place}`
          : "",
      },
      {
        label: "Passing on",
        value: request.consentToPassOn ? "They agreed to it" : "They want to be asked first",
      },
    ],
    why: whyOf(decision, fulfilment.offerId),
    history: historyLines(events, {
      partId: part.id,
      organisationId: fulfilment.organisationId,
      organisationName: (id) => directory.organisation(id)?.name ?? id,
      organisationOf: (id) => fulfilments.find((each) => each.id === id)?.organisationId ?? "",
      now,
    }),
    box: fulfilment.box,
  };
}

/** What was asked and answered while this partner has it, why it became more urgent, and what came of it. */
function saidSince(events: readonly RecordedEvent[], { id, partId }: Fulfilment) {
  return events.flatMap(({ event, partId: of }) => {
    switch (event.type) {
      case "fulfilment-completed":
        return event.fulfilmentId === id
          ? [
              {
                label: WHAT_CAME_OF_IT,
                value: [OUTCOME_WORDS[event.code], event.outcome].filter(Boolean).join(". "),
              },
            ]
          : [];
      case "information-asked":
        return event.fulfilmentId === id ? [{ label: "You asked", value: event.question }] : [];
      case "information-given":
        return event.fulfilmentId === id ? [{ label: "The answer", value: event.text }] : [];
      case "information-not-given":
        return event.fulfilmentId === id ? [{ label: "The answer", value: "None came in time" }] : [];
      case "information-added":
      case "question-asked":
      case "question-answered":
      case "red-flag-told":
        return of === partId ? toldLines(event) : [];
      case "priority-raised":
        return of === partId
          ? [{ label: `${PRIORITY_WORDS[event.to]} now`, value: event.note || "No reason was given" }]
          : [];
      default:
        return [];
    }
  });
}

function whyOf(decision: RoutingDecision | undefined, offerId: string) {
  const candidate = decision?.candidates.find((each) => each.offerId === offerId);
  if (decision === undefined || candidate === undefined) {
    return { lead: "The front desk asked you.", reasons: [] };
  }
  const eligible = decision.candidates.filter((each) => each.eligible);
  const place = eligible.findIndex((each) => each.offerId === offerId) + 1;
  const others = eligible.length + decision.notShown.eligible - 1;
  const chosen =
    decision.chosenBy === "person"
      ? "The person chose you"
      : place === 1
        ? "You came first for this person"
        : "You were the next one who could be asked";
  return {
    lead:
      others > 0
        ? `${chosen}. ${others} other${others === 1 ? "" : "s"} could have been asked.`
        : `${chosen}. Nobody else could be asked.`,
    reasons: [...new Set(reasonsForPatient(candidate))].map(sentence),
  };
}
