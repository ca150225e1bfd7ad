import { LARKMOUTH_PATIENTS, SALTMARSH_PATIENTS } from "./patients";
import { membershipsIn, patientAccount, personOf, workerAccount } from "./person";
import { workersOf } from "./workers";

/** Who a demo brand's world has in it: patients and workers, who sign in with `issuer`, and what they may do. */
export function peopleOf(brandId: string, issuer: string) {
  const patients = brandId === "saltmarsh" ? SALTMARSH_PATIENTS : LARKMOUTH_PATIENTS;
  const workers = workersOf(brandId);
  return {
    accounts: [
      ...patients.map((patient) => patientAccount(patient, issuer)),
      ...workers.map((worker) => workerAccount(worker, issuer)),
    ],
    people: patients.map(personOf),
    memberships: membershipsIn(brandId, workers),
  };
}
