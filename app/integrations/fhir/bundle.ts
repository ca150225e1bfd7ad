import type { OwnRecords } from "~/domain/fulfilment/own-records";
import { appointmentOf, communicationOf, serviceRequestOf, slotOf, taskOf } from "./care";
import { healthcareServiceOf, locationOf, organizationOf } from "./directory";
import { askingPatientOf, listedPatientOf } from "./people";
import type { Bundle } from "./resources";

/** All that is a partner's own, as FHIR R4 resources by type. Two fulfilments of one part share its ServiceRequest. */
export function bundleOf(own: OwnRecords): Bundle {
  const { organisation } = own;
  const inCare = own.fulfilments.flatMap((one) => (one.care === null ? [] : [{ one, care: one.care }]));
  const serviceNames = new Map(own.offers.map(({ serviceId, serviceName }) => [serviceId, serviceName]));
  return {
    Organization: [organizationOf(organisation)],
    Location: own.locations.map(locationOf),
    HealthcareService: own.offers.map(healthcareServiceOf),
    Patient: onceEach([
      ...own.list.map((person) => listedPatientOf(person, organisation.id)),
      ...inCare.flatMap(({ care }) => askingPatientOf(care)),
    ]),
    ServiceRequest: onceEach(
      inCare.map(({ one, care }) =>
        serviceRequestOf(one, care, serviceNames.get(care.part.serviceId) ?? care.part.serviceId),
      ),
    ),
    Task: own.fulfilments.map(taskOf),
    Appointment: inCare.flatMap(({ one, care }) => appointmentOf(one, care)),
    Slot: inCare.flatMap(({ one, care }) => slotOf(one, care)),
    Communication: own.messages.map((message) => communicationOf(message, organisation.id)),
  };
}

const onceEach = <R extends { readonly id: string }>(resources: readonly R[]): readonly R[] => [
  ...new Map(resources.map((resource) => [resource.id, resource])).values(),
];
