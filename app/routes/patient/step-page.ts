import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { CheckView, KeptTime } from "~/components/request/check-fields";
import type { FromLoginView } from "~/components/request/from-login";
import type { NoTimesView } from "~/components/request/no-times";
import type { SentAlready } from "~/components/request/step-form";
import type { TimesView } from "~/components/request/time-fields";
import { NOBODY_WILL_ANSWER } from "~/content/brand";
import { momentWords, timeWords } from "~/content/deadlines";
import { boxOf } from "~/domain/boxes/box";
import type { Mode, Service } from "~/domain/directory/types";
import { promiseOf, type Setting } from "~/domain/fulfilment/deadlines";
import type { StepId, StepInput } from "~/domain/journeys/draft-answers";
import { previousStep, stepsOf, summaryOf, typedOf } from "~/domain/journeys/journey";
import { BEST } from "~/domain/journeys/steps/choose";
import { MODES } from "~/domain/journeys/steps/preferences";
import { ageBand } from "~/domain/journeys/steps/proxy";
import { MOST_IN_ORDER, OFFER_ORDERS } from "~/domain/routing/offer-order";
import { nhsNumberInWords } from "~/domain/shared/identifiers";
import { dateInWords } from "~/domain/shared/in-words";
import type { Instant } from "~/domain/shared/time";
import { holdLeft } from "~/usecases/hold-slot";
import { knownOf } from "~/usecases/journey-context";
import { type JudgedPart, judgeDraft, judgeParts } from "~/usecases/judge-draft";
import { type Draft, findSent, openDrafts } from "~db/queries/drafts";
import { openRequestsFor } from "~db/queries/requests";
import { type Asking, askerOf } from "./asking";
import { readyToo } from "./send-together";
import { timesOf } from "./times-of";
import { type ListWanted, partBoxes, toBeJudged, whoCanBeAsked } from "./who-can-be-asked";

/** Everything that one question's page is drawn from. The parts that only one step has are made for that step only. */
export async function stepPage(
  context: AppLoadContext,
  asking: Asking,
  step: StepId,
  query: URLSearchParams,
) {
  const { service, answers, facts } = asking;
  const steps = stepsOf(service, answers, facts);
  const at = steps.findIndex(({ id }) => id === step);
  const ticked = step === "choose" ? tickedIn(query) : "";
  const typed = ticked === "" ? typedOf(step, asking) : { choice: ticked };
  const check = step === "check" ? await checkView(context, asking) : null;
  const together =
    check && query.get("together") === "1" ? { with: check.readyToo.map(({ value }) => value) } : {};
  return {
    brandName: context.brand.name,
    service: { id: service.id, name: service.name, sensitive: service.sensitive === true },
    sensitive: service.sensitive === true,
    step: { id: step, title: steps[at]?.title ?? "", question: steps[at]?.question ?? null },
    /** Check answers is no question, so it is not counted. */
    progress: step === "check" ? null : { at: at + 1, of: steps.length - 1 },
    changing: query.get("change") === "1",
    previous: previousStep(service, answers, step),
    typed: {
      ...(Object.keys(typed).length > 0 ? typed : await filledIn(context, asking, step)),
      ...together,
    },
    login: query.get("edit") === "1" ? null : fromLogin(context, asking, step, query.get("change") === "1"),
    band: step === "relation" || step === "agreement" ? ageBand(answers, facts) : null,
    begun: asking.draft !== undefined,
    /** Only the page that sends says what it showed: the others' addresses would tell it when a list is sorted. */
    draft: asking.draft && step === "check" ? { id: asking.draft.id, version: asking.draft.version } : null,
    sent: step === "red-flags" && !asking.draft ? await sentBefore(context, service.id) : [],
    forAnother: (answers.who?.who ?? "myself") !== "myself",
    flags:
      step === "red-flags" && service.redFlags
        ? { items: service.redFlags.items, notice: service.redFlags.notice }
        : null,
    practices: step === "place" ? facts.practices : [],
    modes: step === "preferences" ? modesOf(context, service) : [],
    who: step === "choose" ? await chooseView(context, asking, query) : null,
    times: step === "time" ? await timesView(context, asking, query) : null,
    check,
  };
}

/**
 * What this person asked for of the same service and is still open, for whoever it is; else what they have just sent.
 * Whoever comes to the first question is told of it.
 */
async function sentBefore(context: AppLoadContext, serviceId: string): Promise<readonly SentAlready[]> {
  const { onedoor, brand, paths, now } = context;
  const asker = askerOf(context);
  if (asker === null) return [];
  const asked = { ...asker, serviceId, now: onedoor.clock() };
  const open = await openRequestsFor(onedoor.db.kysely, brand.id, asked);
  const told = (reference: string, submittedAt: Instant, person: string | null): SentAlready => ({
    reference,
    when: momentWords(submittedAt, now),
    person,
    href: paths.request(reference),
  });
  if (open.length > 0)
    return open.map(({ reference, submittedAt, personName }) =>
      // A browser that nobody is signed in at may be one that is shared.
      told(reference, submittedAt, asker.accountId === null ? null : personName),
    );
  const sent = await findSent(onedoor.db.kysely, brand.id, asked);
  return sent ? [told(sent.reference, sent.submittedAt, null)] : [];
}

/** Steps that one person answers alike for each thing they ask for. */
const CARRIED: ReadonlySet<StepId> = new Set([
  "who",
  "about",
  "relation",
  "agreement",
  "share",
  "place",
  "adjustments",
  "contact",
]);

/**
 * What stands in the fields of a step that is not answered yet: what the same asker answered for something else that is
 * not sent yet, for the same person; else what is known of who has signed in. They can change it.
 */
async function filledIn(context: AppLoadContext, asking: Asking, step: StepId): Promise<StepInput> {
  const { onedoor, brand } = context;
  const asker = askerOf(context);
  if (asker === null || !CARRIED.has(step)) return {};
  const drafts = await openDrafts(onedoor.db.kysely, brand.id, { ...asker, now: onedoor.clock() });
  const other = drafts.find(
    ({ id, answers }) =>
      id !== asking.draft?.id &&
      answers[step] !== undefined &&
      (step === "who" || answers.who?.who === asking.answers.who?.who),
  );
  const carried =
    other && typedOf(step, { ...asking, answers: { ...asking.answers, [step]: other.answers[step] } });
  return carried && Object.keys(carried).length > 0 ? carried : knownOfPatient(context, asking, step);
}

/** What a proved identity answers of this step, for somebody who asks for themselves and has not said otherwise. */
function fromLogin(
  { patient, paths }: AppLoadContext,
  { service, answers, facts }: Asking,
  step: StepId,
  changing: boolean,
): FromLoginView | null {
  if (patient?.identityLevel !== "P9" || answers.who?.who !== "myself") return null;
  const editHref = paths.askStep(service.id, step, { edit: "1", change: changing ? "1" : undefined });
  if (step === "about") {
    const { about } = answers;
    if (patient.bornOn === null) return null;
    if (about && (about.name !== patient.name || about.bornOn !== patient.bornOn)) return null;
    const number = patient.nhsNumber;
    return {
      editHref,
      lines: [
        { label: "Name", value: patient.name },
        { label: "Date of birth", value: dateInWords(patient.bornOn) },
        ...(number ? [{ label: "NHS number", value: nhsNumberInWords(number) }] : []),
      ],
    };
  }
  if (step !== "place") return null;
  const practice = facts.practices.find(({ ods }) => ods === patient.practiceOds);
  if (practice === undefined || (answers.place && answers.place.practice !== practice.ods)) return null;
  return { editHref, lines: [{ label: "GP practice", value: practice.name }] };
}

/** What is known of a person who has signed in stands in the fields already; they can change it. */
function knownOfPatient({ patient }: AppLoadContext, { answers }: Asking, step: StepId): StepInput {
  if (patient === null || answers.who?.who !== "myself") return {};
  switch (step) {
    case "about": {
      const [year = "", month = "", day = ""] = patient.bornOn?.split("-") ?? [];
      return {
        name: patient.name,
        ...(patient.bornOn
          ? { "born-day": String(Number(day)), "born-month": String(Number(month)), "born-year": year }
          : {}),
      };
    }
    case "place":
      return { practice: patient.practiceOds ?? "" };
    case "contact":
      return { phone: patient.phone ?? "", email: patient.email ?? "" };
    default:
      return {};
  }
}

/** The ways a service is given by anyone; all of them when somebody's are not known. */
function modesOf({ directory }: AppLoadContext, { id, parts }: Service): readonly Mode[] {
  const open = (parts?.map(({ serviceId }) => serviceId) ?? [id])
    .flatMap((serviceId) => directory.offersOf(serviceId))
    .filter(({ status, role }) => status === "open" && role === "provider");
  const given = new Set(open.flatMap(({ modes }) => (modes.length === 0 ? MODES : modes)));
  return MODES.filter((mode) => given.has(mode));
}

async function chooseView(context: AppLoadContext, { draft, service }: Asking, query: URLSearchParams) {
  if (draft === undefined) return null;
  const { onedoor, brand, directory } = context;
  if (service.parts) {
    const parts = partBoxes(directory, await judgeParts(onedoor, brand.id, draft));
    return { outcome: "parts" as const, serviceName: service.name, parts, desk: brand.desk };
  }
  const wanted = listWanted(query, draft);
  return whoCanBeAsked(context, await judgeDraft(onedoor, brand.id, draft, toBeJudged(wanted)), wanted);
}

/** Of a field that an address holds twice, the button that was pressed comes last. */
const last = (query: URLSearchParams, field: string): string => query.getAll(field).at(-1) ?? "";

const ListQuery = z.object({
  order: z.enum(OFFER_ORDERS).catch("best"),
  more: z.coerce.number().int().min(1).max(MOST_IN_ORDER).nullable().catch(null),
});

function listWanted(query: URLSearchParams, draft: Draft): ListWanted {
  const { order, more } = ListQuery.parse({ order: last(query, "order"), more: last(query, "more") });
  return { order, judged: more, ticked: tickedIn(query) || (draft.answers.choose?.choice ?? "") };
}

/** What was ticked when the list was put in another order; nothing of it is kept until the question is answered. */
const tickedIn = (query: URLSearchParams): string => last(query, "choice").slice(0, 200);

async function timesView(
  context: AppLoadContext,
  { service, draft, answers }: Asking,
  query: URLSearchParams,
): Promise<TimesView> {
  const { brand, directory, paths } = context;
  const offerId = answers.choose?.offerId ?? "";
  const offer = directory.offer(offerId);
  const times = await timesOf(context, {
    offerId,
    from: query.get("from"),
    heldBy: draft?.id,
    hrefOf: (from) => paths.askStep(service.id, "time", { from }),
  });
  const none = times.days.length === 0 && times.earlier === null && draft !== undefined;
  return {
    none: none ? await noTimes(context, draft, offerId) : null,
    partner: (offer && directory.organisation(offer.organisationId)?.name) ?? brand.name,
    ...times,
  };
}

/** How many others with free times are named where the one that was chosen has none. */
const OTHERS_NAMED = 3;

/** Where else to turn when there is no time to pick: others who can be booked, each in its box, and the front desk. */
async function noTimes(context: AppLoadContext, draft: Draft, offerId: string): Promise<NoTimesView> {
  const { onedoor, brand, directory, now, paths } = context;
  const { candidates } = await judgeDraft(onedoor, brand.id, draft);
  const others = candidates.filter(
    ({ eligible, facts, offerId: other }) =>
      eligible && other !== offerId && facts.booking === "direct" && facts.nextFreeAt !== null,
  );
  return {
    others: others.slice(0, OTHERS_NAMED).map(({ offerId: other, facts }) => ({
      offerId: other,
      name: facts.organisationName,
      first: momentWords(facts.nextFreeAt ?? now, now),
      box: boxOf(directory, other),
    })),
    chooseAt: paths.askStep(draft.serviceId, "choose"),
    desk: brand.desk,
  };
}

async function checkView(context: AppLoadContext, asking: Asking): Promise<CheckView> {
  const { onedoor, brand, directory, now } = context;
  const known = await knownOf(onedoor.db.kysely, brand.id, asking.draft?.accountId ?? null);
  const { choose } = asking.answers;
  const offer = choose?.offerId ? directory.offer(choose.offerId) : undefined;
  const partner = offer && directory.organisation(offer.organisationId)?.name;
  // Leaving the choice to us means something only where there was one.
  const chosenFor = choose?.choice === BEST && offer?.role === "provider";
  const setting = {
    now,
    brandKind: directory.brand.kind,
    policy: directory.policy,
    bankHolidays: directory.bankHolidays,
  };
  const parts = asking.draft ? await judgeParts(onedoor, brand.id, asking.draft) : [];
  return {
    kept: await keptTime(context, asking),
    lines: summaryOf({ ...asking, known }).map((line) =>
      line.step === "choose" && !chosenFor && partner !== undefined ? { ...line, value: partner } : line,
    ),
    box: offer ? boxOf(directory, offer.id) : null,
    chosenFor,
    parts: partBoxes(directory, parts),
    desk: brand.desk.name,
    readyToo: await readyToo(context, asking),
    more: context.paths.services(),
    promise:
      directory.brand.kind === "real" ? NOBODY_WILL_ANSWER : promiseWords(asking.service, parts, setting),
  };
}

/** The time that was picked, and how long it is kept; null when none was. */
async function keptTime(
  { onedoor, brand, now, paths }: AppLoadContext,
  { service, draft, answers }: Asking,
): Promise<KeptTime | null> {
  const { time } = answers;
  if (!draft || !time || time.startsAt === null) return null;
  const left = await holdLeft(onedoor, brand.id, draft.id);
  return {
    slotId: time.slot,
    when: momentWords(time.startsAt, now),
    left: left?.slotId === time.slot ? { until: timeWords(left.until), minutes: left.minutes } : null,
    renewAt: paths.askStep(service.id, "time", { change: "1" }),
  };
}

/** By when there is an answer; of several parts, the latest of those that are asked for at once. */
function promiseWords(service: Service, parts: readonly JudgedPart[], setting: Setting): string {
  const asked = parts.filter(({ after }) => after.length === 0).map((part) => part.service);
  const [promise] = (asked.length > 0 ? asked : [service])
    .map(({ priority }) => promiseOf(priority, setting))
    .sort((one, other) => (one.by < other.by ? 1 : -1));
  const by = promise ? momentWords(promise.by, setting.now) : "";
  return asked.length === 0
    ? `You will have an answer by ${by}. ${promise?.rule ?? ""}`
    : `You will have an answer about each part by ${by}${asked.length < parts.length ? ", but for what waits" : ""}.`;
}
