import { createHash } from "node:crypto";

/** Where each identifier and code is from. What no standard names is named by us, under `urn:onedoor`. */
export const IDENTIFIERS = {
  ods: "https://fhir.nhs.uk/Id/ods-organization-code",
  nhsNumber: "https://fhir.nhs.uk/Id/nhs-number",
  /** An identifier as this brand's database has it. */
  own: "urn:onedoor:id",
  /** A request's reference, as people read it out. */
  reference: "urn:onedoor:reference",
} as const;

export const CODES = {
  organisationKind: "urn:onedoor:organisation-kind",
  service: "urn:onedoor:service",
  mode: "urn:onedoor:mode",
  /** Rejected reasons of the Directory of Services, as booking and referral uses them. */
  rejectedReason: "urn:onedoor:dos-rejected-reason",
  /** Endings that are no rejection: silence, the patient, the desk. */
  endReason: "urn:onedoor:end-reason",
  outcome: "urn:onedoor:outcome",
  message: "urn:onedoor:message",
} as const;

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;

/** An identifier as FHIR allows one; what it does not allow is named by its digest, and stands in full beside it. */
export const fhirId = (id: string): string =>
  FHIR_ID.test(id) ? id : createHash("sha256").update(id).digest("hex");

export const referenceTo = (type: string, id: string) => ({ reference: `${type}/${fhirId(id)}` });

export const ownIdentifier = (id: string) => ({ system: IDENTIFIERS.own, value: id });
