import type { OwnFulfilment, OwnMessage } from "~/domain/fulfilment/own-records";
import type { EndReason, Part } from "~/domain/fulfilment/types";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { CODES, fhirId, IDENTIFIERS, ownIdentifier, referenceTo } from "./code-systems";
import { patientIdOf } from "./people";
import type { Resource } from "./resources";

type Care = NonNullable<OwnFulfilment["care"]>;

const STATUS_OF_PART: Readonly<Record<Part["status"], Resource<"ServiceRequest">["status"]>> = {
  open: "active",
  complete: "completed",
  closed: "revoked",
};

/** What was asked for, with the person's answers; only for care that the partner gives or gave. */
export function serviceRequestOf(
  { fulfilment, reference }: OwnFulfilment,
  care: Care,
  serviceName: string,
): Resource<"ServiceRequest"> {
  const { request, part, detail } = care;
  const answers = detail.answers.map(({ label, value }) => ({
    text: `${label}: ${value || "not answered"}`,
  }));
  return {
    resourceType: "ServiceRequest",
    id: fhirId(part.id),
    identifier: [ownIdentifier(part.id), { system: IDENTIFIERS.reference, value: reference }],
    status: STATUS_OF_PART[part.status],
    intent: "order",
    priority: part.priority,
    code: { coding: [{ system: CODES.service, code: part.serviceId, display: serviceName }] },
    subject: referenceTo("Patient", patientIdOf(care)),
    authoredOn: request.submittedAt,
    performer: [referenceTo("Organization", fulfilment.organisationId)],
    ...(answers.length > 0 ? { note: answers } : {}),
  };
}

/** A fulfilment. One that the partner declined or let go says its reference, how it ended, and nothing of the person. */
export function taskOf({ fulfilment, reference, care }: OwnFulfilment): Resource<"Task"> {
  const { id, status, organisationId, requestedAt, answerBy, ended, outcome } = fulfilment;
  return {
    resourceType: "Task",
    id: fhirId(id),
    identifier: [ownIdentifier(id), { system: IDENTIFIERS.reference, value: reference }],
    status,
    ...(ended === null ? {} : { statusReason: reasonOf(ended.reason) }),
    intent: "order",
    ...(care === null
      ? {}
      : {
          focus: referenceTo("ServiceRequest", care.part.id),
          for: referenceTo("Patient", patientIdOf(care)),
        }),
    authoredOn: requestedAt,
    owner: referenceTo("Organization", organisationId),
    restriction: { period: { end: answerBy } },
    ...(care === null || outcome === null
      ? {}
      : {
          output: [
            {
              type: { text: "Outcome" },
              valueCodeableConcept: { coding: [{ system: CODES.outcome, code: outcome }] },
            },
            ...(care.outcome
              ? [{ type: { text: "What the patient reads of it" }, valueString: care.outcome }]
              : []),
          ],
        }),
  };
}

function reasonOf(reason: EndReason): Resource<"Task">["statusReason"] {
  const rejected = Object.entries(REJECTED_REASONS).find(([code]) => code === reason);
  return rejected
    ? { coding: [{ system: CODES.rejectedReason, code: rejected[0], display: rejected[1] }] }
    : { coding: [{ system: CODES.endReason, code: reason }] };
}

/**
 * A time that was given. R4 wants an end wherever there is a start: where the partner gave none, it is the start, and the
 * comment says so.
 */
export function appointmentOf({ fulfilment }: OwnFulfilment, care: Care): Resource<"Appointment">[] {
  const { id, appointment, status, organisationId } = fulfilment;
  if (appointment === null) return [];
  const { slot } = care;
  const comment = [appointment.place, ...(slot ? [] : ["No end was given"])].filter((each) => each !== "");
  return [
    {
      resourceType: "Appointment",
      id: fhirId(`appointment-${id}`),
      identifier: [ownIdentifier(`appointment-${id}`)],
      status: status === "completed" ? "fulfilled" : "booked",
      start: appointment.startsAt,
      end: slot?.endsAt ?? appointment.startsAt,
      ...(slot ? { slot: [referenceTo("Slot", slot.id)] } : {}),
      basedOn: [referenceTo("ServiceRequest", care.part.id)],
      ...(comment.length > 0 ? { comment: comment.join(". ") } : {}),
      participant: [
        { actor: referenceTo("Patient", patientIdOf(care)), status: "accepted" },
        { actor: referenceTo("Organization", organisationId), status: "accepted" },
      ],
    },
  ];
}

export function slotOf({ fulfilment }: OwnFulfilment, { slot }: Care): Resource<"Slot">[] {
  if (slot === null) return [];
  return [
    {
      resourceType: "Slot",
      id: fhirId(slot.id),
      identifier: [ownIdentifier(slot.id)],
      // The diary is the offer's own, which is known by its identifier.
      schedule: { identifier: ownIdentifier(fulfilment.offerId) },
      status: "busy",
      start: slot.startsAt,
      end: slot.endsAt,
    },
  ];
}

export function communicationOf(
  { id, template, reference, by, createdAt }: OwnMessage,
  organisationId: string,
): Resource<"Communication"> {
  return {
    resourceType: "Communication",
    id: fhirId(id),
    identifier: [ownIdentifier(id), { system: IDENTIFIERS.reference, value: reference }],
    status: "completed",
    category: [{ coding: [{ system: CODES.message, code: template }] }],
    recipient: [referenceTo("Organization", organisationId)],
    sent: createdAt,
    payload: [{ contentString: `About request ${reference}: ${template}${by === null ? "" : `, by ${by}`}` }],
  };
}
