import type { Location, Mode, Offer, Organisation, OrganisationKind } from "~/domain/directory/types";
import { CODES, fhirId, IDENTIFIERS, ownIdentifier, referenceTo } from "./code-systems";
import { DAYS, type Resource } from "./resources";

const KINDS: Readonly<Record<OrganisationKind, string>> = {
  practice: "General practice",
  "community-trust": "Community trust",
  "mental-health-trust": "Mental health trust",
  "hospital-trust": "Hospital trust",
  specialist: "Specialist",
  pharmacy: "Pharmacy",
  "social-care": "Adult social care",
  voluntary: "Voluntary group",
  "social-enterprise": "Social enterprise",
};

const MODES: Readonly<Record<Mode, string>> = {
  "in-person": "In person",
  phone: "By phone",
  video: "By video",
  "home-visit": "At home",
};

export function organizationOf(organisation: Organisation): Resource<"Organization"> {
  const { id, odsCode, kind, name, shortName, phone, website, status } = organisation;
  const telecom = [
    ...(phone === null ? [] : [{ system: "phone" as const, value: phone }]),
    ...(website === null ? [] : [{ system: "url" as const, value: website }]),
  ];
  return {
    resourceType: "Organization",
    id: fhirId(id),
    identifier: [
      ownIdentifier(id),
      ...(odsCode === null ? [] : [{ system: IDENTIFIERS.ods, value: odsCode }]),
    ],
    active: status === "active",
    type: [{ coding: [{ system: CODES.organisationKind, code: kind, display: KINDS[kind] }] }],
    name,
    alias: [shortName],
    ...(telecom.length > 0 ? { telecom } : {}),
  };
}

export function locationOf(location: Location): Resource<"Location"> {
  const { id, organisationId, name, address, postcode, position, opening } = location;
  const line = address.filter((each) => each !== "");
  return {
    resourceType: "Location",
    id: fhirId(id),
    identifier: [ownIdentifier(id)],
    name,
    address: { ...(line.length > 0 ? { line: [...line] } : {}), postalCode: postcode },
    position: { longitude: position.lon, latitude: position.lat },
    managingOrganization: referenceTo("Organization", organisationId),
    ...(opening.length > 0
      ? {
          hoursOfOperation: opening.map(({ weekday, opens, closes }) => ({
            daysOfWeek: [dayOf(weekday)],
            openingTime: `${opens}:00`,
            closingTime: `${closes}:00`,
          })),
        }
      : {}),
  };
}

function dayOf(weekday: number): (typeof DAYS)[number] {
  const day = DAYS[weekday - 1];
  if (day === undefined) throw new Error(`There is no weekday ${weekday}`);
  return day;
}

export function healthcareServiceOf(
  offer: Offer & { readonly serviceName: string },
): Resource<"HealthcareService"> {
  const { id, serviceId, serviceName, organisationId, locationId, modes, booking, words, status } = offer;
  return {
    resourceType: "HealthcareService",
    id: fhirId(id),
    identifier: [ownIdentifier(id)],
    active: status === "open",
    providedBy: referenceTo("Organization", organisationId),
    type: [{ coding: [{ system: CODES.service, code: serviceId, display: serviceName }] }],
    ...(locationId === null ? {} : { location: [referenceTo("Location", locationId)] }),
    name: words?.name || serviceName,
    ...(words?.about ? { comment: words.about } : {}),
    ...(modes.length > 0
      ? {
          characteristic: modes.map((mode) => ({
            coding: [{ system: CODES.mode, code: mode, display: MODES[mode] }],
          })),
        }
      : {}),
    appointmentRequired: booking === "direct",
  };
}
