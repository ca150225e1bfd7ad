import type { ListedPerson, OwnFulfilment } from "~/domain/fulfilment/own-records";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import { fhirId, IDENTIFIERS, ownIdentifier, referenceTo } from "./code-systems";
import type { Resource } from "./resources";

type Care = NonNullable<OwnFulfilment["care"]>;
type Gender = Resource<"Patient">["gender"];

const GENDERS: Readonly<Record<RequestDetail["person"]["sex"], Gender>> = {
  female: "female",
  male: "male",
  another: "other",
  "not-said": "unknown",
};

/** A line of the practice's own list, with all that the list holds of the person. */
export function listedPatientOf(person: ListedPerson, practiceId: string): Resource<"Patient"> {
  const { id, name, bornOn, sex, nhsNumber, postcode, phone, email } = person;
  return {
    resourceType: "Patient",
    id: fhirId(listedId(id)),
    identifier: [
      ownIdentifier(id),
      ...(nhsNumber === null ? [] : [{ system: IDENTIFIERS.nhsNumber, value: nhsNumber }]),
    ],
    name: [{ text: name }],
    gender: sex ?? "unknown",
    birthDate: bornOn,
    ...reachedAt(phone, email),
    ...(postcode === null ? {} : { address: [{ postalCode: postcode }] }),
    generalPractitioner: [referenceTo("Organization", practiceId)],
  };
}

/** The person of one request, as they described themselves in it; whoever is on the list is not described again. */
export function askingPatientOf(care: Care): Resource<"Patient">[] {
  if (care.listedId !== null) return [];
  const { name, bornOn, sex } = care.detail.person;
  const { phone, email } = care.detail.contact;
  return [
    {
      resourceType: "Patient",
      id: fhirId(patientIdOf(care)),
      identifier: [ownIdentifier(patientIdOf(care))],
      name: [{ text: name }],
      gender: GENDERS[sex],
      birthDate: bornOn,
      ...reachedAt(phone, email),
    },
  ];
}

/** Two requests are of one patient only where that is known: nobody is made one person by a name alone. */
export const patientIdOf = ({ listedId: known, request }: Care): string =>
  known === null ? `person-of-${request.id}` : listedId(known);

const listedId = (id: string): string => `listed-${id}`;

function reachedAt(phone: string | null, email: string | null): Pick<Resource<"Patient">, "telecom"> {
  const telecom = [
    ...(phone ? [{ system: "phone" as const, value: phone }] : []),
    ...(email ? [{ system: "email" as const, value: email }] : []),
  ];
  return telecom.length > 0 ? { telecom } : {};
}
