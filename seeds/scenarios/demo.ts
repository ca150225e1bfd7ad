import type { CapacityStatus, DirectoryContents, Overlay } from "~/domain/directory/types";
import { type Instant, localDate } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import type { PartnerActor } from "~/usecases/respond-to-fulfilment";
import { setUpBrand } from "~/usecases/set-up-brand";
import type { Staff } from "~/usecases/worlds/happen";
import { findAccount } from "~db/queries/accounts";
import { readBrands } from "~db/queries/brands";
import { peopleOf } from "../people";
import { LARKMOUTH_PATIENTS } from "../people/patients";
import { workersAt } from "../people/workers";
import { larkmouth } from "../reference/larkmouth";
import { LARKMOUTH_CAPACITY } from "../reference/larkmouth/states";
import { LARKMOUTH_POSTCODES, SALTMARSH_POSTCODES } from "../reference/postcodes";
import { saltmarsh } from "../reference/saltmarsh";
import { statesOf } from "../reference/states";
import { ask } from "./ask";
import { decideTogether } from "./decisions";
import { OPEN_REQUESTS } from "./open-requests";
import { studyWhoseBox } from "./studies";

/** The brand that is written last: when it is there, the demonstration is whole. */
const LAST = "saltmarsh";

/** Sets up the demonstration in a database that does not have it, or not all of it. What people did since is left alone. */
export async function seedDemoOnce(onedoor: Onedoor, settings: { readonly issuer: string }): Promise<void> {
  const brands = await readBrands(onedoor.db.kysely);
  if (!brands.some(({ id }) => id === LAST)) await seedDemo(onedoor, settings);
}

/**
 * Sets up the demonstration: Larkmouth at the bare addresses, Saltmarsh beside it, and some open requests, made through
 * the same use cases that people use. `issuer` is the identity provider whose subjects the fictional people are. Doing
 * it again adds nothing.
 */
export async function seedDemo(onedoor: Onedoor, { issuer }: { readonly issuer: string }): Promise<void> {
  const now = onedoor.clock();
  const today = localDate(now);
  await setUpBrand(onedoor, {
    ...world(larkmouth(today), LARKMOUTH_CAPACITY, now, issuer),
    postcodes: LARKMOUTH_POSTCODES,
    isDefault: true,
  });
  await askAll(onedoor, "larkmouth", issuer);
  await decideTogether(onedoor, "larkmouth");
  await studyWhoseBox(onedoor, "larkmouth", issuer);
  await setUpBrand(onedoor, {
    ...world(saltmarsh(today), {}, now, issuer),
    postcodes: SALTMARSH_POSTCODES,
    isDefault: false,
  });
}

function world(
  contents: DirectoryContents,
  capacity: Readonly<Record<string, CapacityStatus>>,
  now: Instant,
  issuer: string,
) {
  const states: Overlay = statesOf(contents.offers, now, capacity);
  return { contents, states, ...peopleOf(contents.brand.id, issuer) };
}

async function askAll(onedoor: Onedoor, brandId: string, issuer: string): Promise<void> {
  const accountIdOf = async (subject: string): Promise<string> => {
    const account = await findAccount(onedoor.db.kysely, issuer, subject);
    if (account === undefined) throw new Error(`No account of ${subject}`);
    return account.id;
  };
  const staff: Staff = (organisationId): PartnerActor => {
    const [worker] = workersAt(brandId, organisationId);
    if (worker === undefined) throw new Error(`Nobody works at ${organisationId}`);
    const name = `${worker.given} ${worker.family}`;
    return { kind: "partner", organisationId, accountId: worker.id, name };
  };
  for (const request of OPEN_REQUESTS) {
    const patient = LARKMOUTH_PATIENTS.find(({ id }) => id === request.patient);
    if (patient === undefined) throw new Error(`No patient ${request.patient}`);
    await ask(onedoor, brandId, { request, patient, accountId: await accountIdOf(patient.id), staff });
  }
}
