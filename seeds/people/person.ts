import type { Sex } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import type { Account, Membership } from "~db/queries/accounts";
import type { Person } from "~db/queries/people";

/** A fictional patient who can sign in. */
export interface DemoPatient {
  /** Also the subject at the demo's provider: "grace-okonkwo". */
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly bornOn: PlainDate;
  readonly sex: Sex;
  /** Of the 999 range, which is never given to a person. */
  readonly nhsNumber: string;
  readonly postcode: string;
  /** ODS code of the practice. */
  readonly registeredWith: string;
  readonly phone: string;
  /** Organisations that look after them already. */
  readonly knownTo: readonly string[];
  /** What they are good for in a demonstration, as the sign-in page says it. */
  readonly about: string;
}

/** A fictional person at work: where, as what, in which brands. */
export interface DemoWorker {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly about: string;
  /** By brand; `organisation` is null for a brand's own people. */
  readonly works: readonly {
    readonly brand: string;
    readonly organisation: string | null;
    readonly role: string;
  }[];
}

const emailOf = (id: string): string => `${id.replaceAll("-", ".")}@example.org`;

/** A patient's account, with the claims that NHS login gives of somebody whose identity is proved (P9). */
export const patientAccount = (patient: DemoPatient, issuer: string): Account => ({
  id: patient.id,
  issuer,
  subject: patient.id,
  name: `${patient.given} ${patient.family}`,
  email: emailOf(patient.id),
  claims: {
    given_name: patient.given,
    family_name: patient.family,
    email: emailOf(patient.id),
    phone_number: patient.phone,
    nhs_number: patient.nhsNumber,
    birthdate: patient.bornOn,
    identity_proofing_level: "P9",
    gp_registration_details: { gp_ods_code: patient.registeredWith },
    about: patient.about,
  },
});

export const workerAccount = (worker: DemoWorker, issuer: string): Account => ({
  id: worker.id,
  issuer,
  subject: worker.id,
  name: `${worker.given} ${worker.family}`,
  email: emailOf(worker.id),
  claims: {
    given_name: worker.given,
    family_name: worker.family,
    email: emailOf(worker.id),
    about: worker.about,
  },
});

export const personOf = (patient: DemoPatient): Person => ({
  id: patient.id,
  accountId: patient.id,
  name: `${patient.given} ${patient.family}`,
  bornOn: patient.bornOn,
  sex: patient.sex,
  nhsNumber: patient.nhsNumber,
  registeredWith: patient.registeredWith,
  postcode: patient.postcode,
  phone: patient.phone,
  email: emailOf(patient.id),
  knownTo: patient.knownTo,
});

export const membershipsIn = (brandId: string, workers: readonly DemoWorker[]): readonly Membership[] =>
  workers.flatMap(({ id, works }) =>
    works
      .filter(({ brand }) => brand === brandId)
      .map(({ organisation, role }) => ({ accountId: id, organisationId: organisation, role })),
  );
