import type { AppLoadContext } from "@remix-run/node";
import { deadlineWords, momentWords } from "~/content/deadlines";
import { partOfWords } from "~/content/parts";
import { whoLines, wishLines } from "~/content/request-detail";
import { type State, stateOf } from "~/content/statuses";
import { bookableUntil } from "~/domain/directory/slot-times";
import { mayMove } from "~/domain/fulfilment/transitions";
import type { Fulfilment, FulfilmentStatus } from "~/domain/fulfilment/types";
import { reasonsForPatient } from "~/domain/routing/explain";
import type { RoutingDecision } from "~/domain/routing/types";
import { sentence } from "~/domain/shared/in-words";
import { ageInYears, type Instant, localDate } from "~/domain/shared/time";
import type { PartnerViewer } from "~/server/app-context";
import { auditRead } from "~/usecases/audit";
import { readDecisions } from "~db/queries/decisions";
import { readPartState } from "~db/queries/part-states";
import { freeSlots } from "~db/queries/slots";
import { type PartnerView, readFulfilment } from "~db/queries/worklist";
import { organisationsOf } from "./partner-access";

/** One piece of work as the person who must decide on it sees it; undefined when it is not their organisations'. */
export async function caseOf(context: AppLoadContext, viewer: PartnerViewer, fulfilmentId: string) {
  const { onedoor, brand, directory, now } = context;
  const mine = organisationsOf(viewer);
  for (const organisationId of mine) {
    const view = await readFulfilment(onedoor.db.kysely, brand.id, organisationId, fulfilmentId);
    if (view === undefined) continue;
    const { fulfilment, request, part, detail } = view;
    const { accountId, name } = viewer;
    const who = { kind: "partner" as const, organisationId, accountId, name };
    if (detail !== null) await auditRead(onedoor, brand.id, { who, action: "opened", subject: request.id });
    const state = stateOf(fulfilment, now);
    return {
      id: fulfilment.id,
      organisationId,
      backTo: mine.length > 1 ? organisationId : null,
      version: fulfilment.version,
      reference: request.reference,
      service: directory.service(part.serviceId)?.name ?? part.serviceId,
      partOf: partOfWords(part, directory.service(part.ofServiceId)?.name ?? "a request"),
      person: detail && `${detail.person.name}, ${ageInYears(detail.person.bornOn, localDate(now))}`,
      state,
      deadline: standingOf(fulfilment, state, now),
      may: movesFrom(fulfilment.status),
      ifDeclined: request.consentToPassOn
        ? "It goes on to the next one on the person’s list, with the date they were promised. You keep the reference, not their answers."
        : "It goes back to the person, who chooses again. You keep the reference, not their answers.",
      gone:
        GONE[fulfilment.status] ??
        "This is over. You keep its reference, and nothing that the person told us.",
      times: fulfilment.status === "requested" ? await timesOf(context, fulfilment) : [],
      facts: detail === null ? null : await factsOf(context, { ...view, detail }),
    };
  }
  return undefined;
}

const GONE: Readonly<Partial<Record<FulfilmentStatus, string>>> = {
  rejected: "You declined this. You keep its reference, and nothing that the person told us.",
  cancelled:
    "This is no longer with you: it was not answered in time, or it was cancelled. You keep its reference, and nothing that the person told us.",
  failed: "You handed this to the front desk. You keep its reference, and nothing that the person told us.",
};

const MOVES = [
  ["accept", "accepted"],
  ["start", "in-progress"],
  ["complete", "completed"],
  ["fail", "failed"],
] as const;

const movesFrom = (status: FulfilmentStatus) =>
  MOVES.filter(([, to]) => mayMove(status, to)).map(([move]) => move);

function standingOf(fulfilment: Fulfilment, state: State, now: Instant) {
  if (state === "to-answer" || state === "overdue") return deadlineWords("answer", fulfilment.answerBy, now);
  if (fulfilment.appointment === null || fulfilment.ended !== null) return null;
  return { text: momentWords(fulfilment.appointment.startsAt, now), late: false };
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

async function factsOf(context: AppLoadContext, { fulfilment, request, detail }: Detailed) {
  const { onedoor, brand, directory, now } = context;
  const part = await readPartState(onedoor.db.kysely, brand.id, fulfilment.partId);
  const decisions = await readDecisions(onedoor.db.kysely, brand.id, request.id);
  const promise = part?.part.promise;
  const decision = decisions.find(({ id }) => id === fulfilment.decisionId)?.decision;
  return {
    who: whoLines(detail, now, (ods) => directory.organisationByOds(ods)?.name ?? ods),
    answers: [...detail.answers.filter(({ value }) => value !== ""), ...wishLines(detail)],
    promise: [
      { label: "Asked on", value: momentWords(request.submittedAt, now) },
      {
        label: "Promised",
        value: promise === undefined ? "" : `An answer with a time by ${momentWords(promise.by, now)}`,
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
    box: fulfilment.box,
  };
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
