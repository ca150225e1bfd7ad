import { createHash } from "node:crypto";
import { isHeld } from "~/domain/fulfilment/transitions";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { endOf, instant, localDate, localInstant, milliseconds } from "~/domain/shared/time";
import type { CommandResult } from "~/usecases/apply-command";
import { askForInformation } from "~/usecases/ask-for-information";
import type { Onedoor } from "~/usecases/context";
import { didNotAttend } from "~/usecases/miss-appointment";
import { openDraft } from "~/usecases/open-draft";
import { raisePriority } from "~/usecases/raise-priority";
import { acceptFulfilment, declineFulfilment, type PartnerActor } from "~/usecases/respond-to-fulfilment";
import { saveAnswers } from "~/usecases/save-answers";
import { brandNow } from "~/usecases/setting";
import { submitRequest } from "~/usecases/submit-request";
import { withdrawFulfilment } from "~/usecases/withdraw-fulfilment";
import { requestsOf } from "~db/queries/requests";
import { readTracking } from "~db/queries/tracking";
import type { DemoPatient } from "../people/person";
import type { Happening, OpenRequest } from "./open-requests";

/** Who is at work in an organisation, to answer for it. */
export type Staff = (organisationId: string) => PartnerActor;

/** Steps by the form's own fields, as a person would fill them in. */
function typed(patient: DemoPatient, request: OpenRequest): readonly (readonly [string, StepInput])[] {
  const [year, month, day] = patient.bornOn.split("-");
  return [
    ["red-flags", { flags: "none" }],
    ["who", { who: "myself" }],
    [
      "about",
      {
        name: `${patient.given} ${patient.family}`,
        "born-day": day,
        "born-month": month,
        "born-year": year,
        sex: patient.sex,
      },
    ],
    ...Object.entries(request.answers).map(([id, answer]) => [`q-${id}`, { answer }] as const),
    ["place", { postcode: patient.postcode, practice: patient.registeredWith }],
    [
      "preferences",
      {
        modes: request.modes ?? [],
        access: request.access ?? [],
        language: request.language ?? "",
        first: "recommended",
      },
    ],
    ["choose", { choice: "best" }],
    ["time", { slot: "soonest" }],
    ["contact", { phone: patient.phone }],
    ["check", { consent: request.passOn === false ? "no" : "yes" }],
  ];
}

/**
 * Asks as the patient would, step by step, and answers as the partners would. Nothing happens when the patient has asked
 * for that service already. Throws when the front door refuses: the scenario, or the front door, is then wrong.
 */
export async function ask(
  today: Onedoor,
  brandId: string,
  {
    request,
    patient,
    accountId,
    staff,
  }: {
    readonly request: OpenRequest;
    readonly patient: DemoPatient;
    readonly accountId: string;
    readonly staff: Staff;
  },
): Promise<void> {
  const onedoor = daysBefore(today, request.daysAgo ?? 0);
  const asked = await requestsOf(onedoor.db.kysely, brandId, accountId);
  if (asked.items.some(({ serviceIds }) => serviceIds.includes(request.service))) return;
  const wrong = (what: unknown): Error =>
    new Error(`${patient.id} asking for ${request.service}: ${JSON.stringify(what)}`);

  const visitor = createHash("sha256").update(`${brandId}/${patient.id}`).digest("hex");
  const draft = await openDraft(onedoor, brandId, { visitor, accountId, serviceId: request.service });
  if (draft === null) throw wrong("cannot be asked for");
  const { questions } = (await onedoor.directories.current(brandId)).service(request.service) ?? {
    questions: [],
  };
  const left = questions
    .filter(({ id }) => !(id in request.answers))
    .map(({ id }) => [`q-${id}`, { answer: "" }] as const);
  const steps = typed(patient, request);
  for (const [step, input] of [...left, ...steps]) {
    const saved = await saveAnswers(onedoor, brandId, { visitor, accountId, draftId: draft.id, step, input });
    // A question that is not asked of this person, and the time of an offer without a diary, take no answer.
    const notAsked = saved.kind === "no-draft" || step === "time" || left.some(([id]) => id === step);
    if (saved.kind !== "saved" && !notAsked) throw wrong({ step, saved });
  }
  const result = await submitRequest(onedoor, brandId, { visitor, draftId: draft.id, accountId });
  if (result.kind !== "submitted") throw wrong(result);
  for (const happening of request.since ?? []) {
    const then = happening.did === "did-not-attend" ? today : onedoor;
    const done = await happen(then, brandId, result.reference, happening, staff);
    if (done.kind !== "done") throw wrong(done);
  }
}

/** Whoever has the request now does the next thing; of several parts, the first that a partner has. */
async function happen(
  onedoor: Onedoor,
  brandId: string,
  reference: string,
  happening: Happening,
  staff: Staff,
): Promise<CommandResult> {
  const tracking = await readTracking(onedoor.db.kysely, brandId, reference);
  const tracked = tracking?.parts.find(({ fulfilments }) => fulfilments.some(({ status }) => isHeld(status)));
  const fulfilment = tracked?.fulfilments.find(({ status }) => isHeld(status));
  if (tracked === undefined || fulfilment === undefined) return { kind: "not-found" };
  const actor = staff(fulfilment.organisationId);
  const on = { fulfilmentId: fulfilment.id, version: fulfilment.version };
  switch (happening.did) {
    case "accept": {
      const directory = await onedoor.directories.current(brandId);
      const now = await brandNow(onedoor, brandId);
      const day = localDate(endOf({ workingDays: happening.inWorkingDays }, now, directory.bankHolidays));
      const startsAt = localInstant(day, happening.time);
      return acceptFulfilment(onedoor, brandId, actor, { ...on, startsAt });
    }
    case "accept-later":
      return acceptFulfilment(onedoor, brandId, actor, { ...on, later: true });
    case "decline": {
      const { reason, note } = happening;
      return declineFulfilment(onedoor, brandId, actor, { ...on, reason, note });
    }
    case "withdraw": {
      const { reason, note } = happening;
      return withdrawFulfilment(onedoor, brandId, actor, { ...on, reason, note });
    }
    case "ask": {
      const { question } = happening;
      return askForInformation(onedoor, brandId, actor, { ...on, of: "patient", question });
    }
    case "did-not-attend":
      return didNotAttend(onedoor, brandId, actor, { ...on, note: "" });
    case "raise-priority": {
      const { priority, note } = happening;
      const onPart = { fulfilmentId: fulfilment.id, partVersion: tracked.part.version };
      return raisePriority(onedoor, brandId, actor, { ...onPart, priority, note });
    }
    default:
      return happening satisfies never;
  }
}

/** The same front door with its clock set back. */
const daysBefore = (onedoor: Onedoor, days: number): Onedoor => ({
  ...onedoor,
  clock: () => instant(milliseconds(onedoor.clock()) - days * 86_400_000),
});
