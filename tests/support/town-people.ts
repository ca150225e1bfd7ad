import type { DirectoryContents } from "~/domain/directory/types";
import { instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { writePeople } from "~db/queries/people";
import { openFrontDoor, threePartners } from "./front-door";
import { brand, location, offer, organisation, partnership, service, TOWN } from "./small-town";

const ISSUER = "http://localhost/oidc";
export const FAR_TOWN = "far-town";

/** Three partners of one front door, by names that a person would say. */
const named = (change: Parameters<typeof threePartners>[0] = {}) =>
  threePartners({
    organisations: [
      organisation("harbour", { name: "Harbour Community Trust" }),
      organisation("hill", { name: "Hill Street Physiotherapy" }),
      organisation("mead", { name: "Mead Social Enterprise" }),
    ],
    services: [
      service("physiotherapy", { ifWorse: "If you cannot feel your legs, call 999." }),
      service("eye-test", { name: "Eye test", synonyms: [] }),
    ],
    ...change,
  });

export const PRACTICE_TOWN = "practice-town";

/** A front door where the Quayside Surgery refers for a knee operation, and meals are brought to who is 65, by a club that is sent links. */
export const practiceTown = (): DirectoryContents =>
  threePartners({
    brand: brand({ id: PRACTICE_TOWN, name: "Practice Town Care" }),
    organisations: [
      organisation("quayside", { name: "Quayside Surgery", kind: "practice", odsCode: "L81999" }),
      organisation("general", { name: "The General Hospital", kind: "hospital-trust" }),
      organisation("kettle", {
        name: "The Kettle Club",
        kind: "voluntary",
        lightContact: { email: "bill@kettle.example.org" },
      }),
    ],
    partnerships: [partnership("quayside"), partnership("general"), partnership("kettle")],
    locations: [location("quayside"), location("general"), location("kettle")],
    services: [
      service("knee-operation", { name: "Knee operation", synonyms: [], access: "referral" }),
      service("meals", { name: "Meals at home", synonyms: [] }),
    ],
    offers: [
      offer("knee-operation", "quayside", {
        id: "knee-quayside-refers",
        role: "referrer",
        ownListOnly: true,
        booking: "partner",
        slots: null,
      }),
      offer("knee-operation", "general", {
        selfReferral: false,
        booking: "partner",
        slots: null,
        wait: { days: 126, asOf: "2026-03-31", source: "NHS England figures" },
      }),
      offer("meals", "kettle", { ages: { from: 65, until: null }, booking: "partner", slots: null }),
    ],
  });

/**
 * Two front doors with the same three partners. Meera is a patient of both. In the first, Priya books for the harbour,
 * which Max manages and Ria may only read; Hal books for the hill, Mo for the mead, Sol for the hill and the mead, and Dot
 * is at the front desk, which Bea and Cliff run; Ned works for nobody. What changes, changes in the first.
 */
export async function twoTowns(db: Database, change: Parameters<typeof named>[0] = {}): Promise<void> {
  await openFrontDoor(db, named(change));
  await openFrontDoor(db, named({ brand: brand({ id: FAR_TOWN, name: "Far Town Care" }) }));
  await db.write(async (tx) => {
    const account = (id: string, name: string, claims: Record<string, unknown> = {}) =>
      upsertAccount(tx, { id, issuer: ISSUER, subject: id, name, email: null, claims }, instant(Date.now()));
    await account("meera", "Meera Patel", {
      nhs_number: "9990000018",
      birthdate: "1984-03-12",
      identity_proofing_level: "P9",
    });
    await account("priya", "Priya Shah");
    await account("hal", "Hal Green");
    await account("mo", "Mo Farrow");
    await account("sol", "Sol Reid");
    await account("dot", "Dot Lane");
    await account("bea", "Bea Hart");
    await account("cliff", "Cliff Dean");
    await account("ned", "Ned Nobody");
    await account("max", "Max Lind");
    await account("ria", "Ria Dale");
    for (const town of [TOWN, FAR_TOWN]) {
      await writePeople(tx, town, [
        {
          id: "meera",
          accountId: "meera",
          name: "Meera Patel",
          bornOn: "1984-03-12",
          sex: "female",
          nhsNumber: "9990000018",
          registeredWith: null,
          postcode: null,
          phone: null,
          email: null,
          knownTo: [],
        },
      ]);
      await addMembership(tx, town, { accountId: "priya", organisationId: "harbour", role: "booker" });
    }
    await addMembership(tx, TOWN, { accountId: "hal", organisationId: "hill", role: "booker" });
    await addMembership(tx, TOWN, { accountId: "mo", organisationId: "mead", role: "booker" });
    await addMembership(tx, TOWN, { accountId: "sol", organisationId: "hill", role: "booker" });
    await addMembership(tx, TOWN, { accountId: "sol", organisationId: "mead", role: "booker" });
    await addMembership(tx, TOWN, { accountId: "max", organisationId: "harbour", role: "manager" });
    await addMembership(tx, TOWN, { accountId: "ria", organisationId: "harbour", role: "reader" });
    await addMembership(tx, TOWN, { accountId: "dot", organisationId: null, role: "desk" });
    await addMembership(tx, TOWN, { accountId: "bea", organisationId: null, role: "manager" });
    await addMembership(tx, TOWN, { accountId: "cliff", organisationId: null, role: "manager" });
  });
}
