import { z } from "zod";
import { FULFILMENT_STATUSES } from "~/domain/fulfilment/types";

/**
 * What we write of FHIR R4 (4.0.1), and nothing else: a field that is not here is a mistake, when writing and when reading
 * back. Each follows https://hl7.org/fhir/R4 by name and cardinality.
 */

const Id = z.string().regex(/^[A-Za-z0-9\-.]{1,64}$/);
const Instant = z.iso.datetime();
const Text = z.string().min(1);

const Coding = z.strictObject({ system: Text, code: Text, display: Text.optional() });
const Concept = z.strictObject({ coding: z.array(Coding).min(1).optional(), text: Text.optional() });
const Identifier = z.strictObject({ system: Text, value: Text });
const Reference = z.strictObject({
  reference: z
    .string()
    .regex(/^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/)
    .optional(),
  identifier: Identifier.optional(),
  display: Text.optional(),
});
const Contact = z.strictObject({ system: z.enum(["phone", "email", "url"]), value: Text });
const Address = z.strictObject({ line: z.array(Text).min(1).optional(), postalCode: Text.optional() });
const Period = z.strictObject({ start: Instant.optional(), end: Instant.optional() });
const Annotation = z.strictObject({ text: Text });

const common = { id: Id, identifier: z.array(Identifier).min(1) };

const OrganizationResource = z.strictObject({
  resourceType: z.literal("Organization"),
  ...common,
  active: z.boolean(),
  type: z.array(Concept).length(1),
  name: Text,
  alias: z.array(Text).min(1),
  telecom: z.array(Contact).min(1).optional(),
});

export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const LocationResource = z.strictObject({
  resourceType: z.literal("Location"),
  ...common,
  name: Text,
  address: Address,
  position: z.strictObject({ longitude: z.number(), latitude: z.number() }),
  managingOrganization: Reference,
  hoursOfOperation: z
    .array(
      z.strictObject({
        daysOfWeek: z.array(z.enum(DAYS)).length(1),
        openingTime: z.iso.time(),
        closingTime: z.iso.time(),
      }),
    )
    .min(1)
    .optional(),
});

const HealthcareServiceResource = z.strictObject({
  resourceType: z.literal("HealthcareService"),
  ...common,
  active: z.boolean(),
  providedBy: Reference,
  type: z.array(Concept).length(1),
  location: z.array(Reference).length(1).optional(),
  name: Text,
  comment: Text.optional(),
  characteristic: z.array(Concept).min(1).optional(),
  appointmentRequired: z.boolean(),
});

const PatientResource = z.strictObject({
  resourceType: z.literal("Patient"),
  ...common,
  name: z.array(z.strictObject({ text: Text })).length(1),
  gender: z.enum(["female", "male", "other", "unknown"]),
  birthDate: z.iso.date(),
  telecom: z.array(Contact).min(1).optional(),
  address: z.array(Address).length(1).optional(),
  /** Set on a practice's own list. */
  generalPractitioner: z.array(Reference).length(1).optional(),
});

const ServiceRequestResource = z.strictObject({
  resourceType: z.literal("ServiceRequest"),
  ...common,
  status: z.enum(["active", "on-hold", "completed", "revoked"]),
  intent: z.literal("order"),
  priority: z.enum(["routine", "urgent", "asap"]),
  code: Concept,
  subject: Reference,
  authoredOn: Instant,
  performer: z.array(Reference).length(1),
  /** The person's own answers, each with its question. */
  note: z.array(Annotation).min(1).optional(),
});

const TaskResource = z.strictObject({
  resourceType: z.literal("Task"),
  ...common,
  status: z.enum(FULFILMENT_STATUSES),
  statusReason: Concept.optional(),
  intent: z.literal("order"),
  focus: Reference.optional(),
  for: Reference.optional(),
  authoredOn: Instant,
  owner: Reference,
  restriction: z.strictObject({ period: Period }).optional(),
  output: z
    .array(
      z.strictObject({
        type: Concept,
        valueString: Text.optional(),
        valueCodeableConcept: Concept.optional(),
      }),
    )
    .min(1)
    .optional(),
});

const AppointmentResource = z.strictObject({
  resourceType: z.literal("Appointment"),
  ...common,
  status: z.enum(["booked", "fulfilled"]),
  start: Instant,
  end: Instant,
  slot: z.array(Reference).length(1).optional(),
  basedOn: z.array(Reference).length(1),
  comment: Text.optional(),
  participant: z.array(z.strictObject({ actor: Reference, status: z.literal("accepted") })).min(1),
});

const SlotResource = z.strictObject({
  resourceType: z.literal("Slot"),
  ...common,
  schedule: Reference,
  status: z.literal("busy"),
  start: Instant,
  end: Instant,
});

const CommunicationResource = z.strictObject({
  resourceType: z.literal("Communication"),
  ...common,
  status: z.literal("completed"),
  category: z.array(Concept).length(1),
  recipient: z.array(Reference).length(1),
  sent: Instant,
  payload: z.array(z.strictObject({ contentString: Text })).length(1),
});

/** Every resource type of a return ticket, in the order in which its files are written. */
export const RESOURCES = {
  Organization: OrganizationResource,
  Location: LocationResource,
  HealthcareService: HealthcareServiceResource,
  Patient: PatientResource,
  ServiceRequest: ServiceRequestResource,
  Task: TaskResource,
  Appointment: AppointmentResource,
  Slot: SlotResource,
  Communication: CommunicationResource,
} as const;

export type ResourceType = keyof typeof RESOURCES;
export type Resource<T extends ResourceType = ResourceType> = z.output<(typeof RESOURCES)[T]>;
export const RESOURCE_TYPES = Object.keys(RESOURCES) as ResourceType[];
export type Bundle = { readonly [T in ResourceType]: readonly Resource<T>[] };
