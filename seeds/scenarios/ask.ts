import { createHash } from "node:crypto";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { endOf, localDate, localInstant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { openDraft } from "~/usecases/open-draft";
import { acceptFulfilment, declineFulfilment, type PartnerActor } from "~/usecases/respond-to-fulfilment";
import { saveAnswers } from "~/usecases/save-answers";
import { brandNow } from "~/usecases/setting";
import { submitRequest } from "~/usecases/submit-request";
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
    ["preferences", { modes: request.modes ?? [], first: "recommended" }],
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
  onedoor: Onedoor,
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
    const done = await answer(onedoor, brandId, result.reference, happening, staff);
    if (done.kind !== "done") throw wrong(done);
  }
}

/** Whoever has the request now answers it; of several parts, the first that somebody has not answered. */
async function answer(
  onedoor: Onedoor,
  brandId: string,
  reference: string,
  happening: Happening,
  staff: Staff,
) {
  const tracking = await readTracking(onedoor.db.kysely, brandId, reference);
  const fulfilment = tracking?.parts
    .flatMap(({ fulfilments }) => fulfilments)
    .find(({ status }) => status === "requested");
  if (fulfilment === undefined) return { kind: "not-found" as const };
  const actor = staff(fulfilment.organisationId);
  const on = { fulfilmentId: fulfilment.id, version: fulfilment.version };
  if (happening.did === "decline") {
    const { reason, note } = happening;
    return declineFulfilment(onedoor, brandId, actor, { ...on, reason, note });
  }
  const directory = await onedoor.directories.current(brandId);
  const now = await brandNow(onedoor, brandId);
  const day = localDate(endOf({ workingDays: happening.inWorkingDays }, now, directory.bankHolidays));
  return acceptFulfilment(onedoor, brandId, actor, { ...on, startsAt: localInstant(day, happening.time) });
}
