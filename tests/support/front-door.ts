import type { DirectoryContents } from "~/domain/directory/types";
import type { WorkView } from "~/domain/fulfilment/work-views";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { referenceFrom } from "~/domain/shared/identifiers";
import type { Instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { createDirectories } from "~/usecases/directories";
import { createLabRecords } from "~/usecases/lab/records";
import { openDraft } from "~/usecases/open-draft";
import type { PartnerActor } from "~/usecases/respond-to-fulfilment";
import { saveAnswers } from "~/usecases/save-answers";
import { submitRequest } from "~/usecases/submit-request";
import type { Database } from "~db/connect";
import { makeSlots } from "~db/queries/diary";
import { writeDirectory } from "~db/queries/directory";
import { writePostcodes } from "~db/queries/places";
import { readTracking } from "~db/queries/tracking";
import { worklist } from "~db/queries/worklist";
import { brand, location, offer, organisation, partnership, service, smallTown, TOWN } from "./small-town";

/** Monday 23 November 2026, 9 in the morning. */
export const MONDAY_9AM: Instant = "2026-11-23T09:00:00.000Z";
export const VISITOR = "a".repeat(64);

const byPartner = { booking: "partner", slots: null } as const;
const near = (km: number) => ({ lat: 51.45 + km / 111.2, lon: -2.58 });

/**
 * Three partners, a kilometre apart: harbour, hill and mead. Each is asked for physiotherapy, and gives a time itself;
 * harbour and hill take direct bookings for an eye test, today at 10 and at 11.
 */
export const threePartners = (change: Partial<DirectoryContents> = {}): DirectoryContents =>
  smallTown({
    organisations: [organisation("harbour"), organisation("hill"), organisation("mead")],
    partnerships: [partnership("harbour"), partnership("hill"), partnership("mead")],
    locations: [
      location("harbour", { position: near(0) }),
      location("hill", { position: near(1) }),
      location("mead", { position: near(2) }),
    ],
    services: [service("physiotherapy"), service("eye-test", { name: "Eye test" })],
    offers: [
      offer("physiotherapy", "harbour", byPartner),
      offer("physiotherapy", "hill", byPartner),
      offer("physiotherapy", "mead", byPartner),
      offer("eye-test", "harbour"),
      offer("eye-test", "hill"),
    ],
    ...change,
  });

export interface FrontDoor {
  readonly onedoor: Onedoor;
  /** Moves real time to a moment; what directories keep is read anew. */
  at(moment: Instant): void;
}

/** A front door on a database: the directory and its slots are written, the clock stands still until it is moved. */
export async function openFrontDoor(db: Database, contents = threePartners()): Promise<FrontDoor> {
  let now = MONDAY_9AM;
  const clock = () => now;
  const elapsed = counter(2_000);
  const count = counter(1);
  const offers = contents.offers.filter(({ slots }) => slots);
  await db.write(async (tx) => {
    await writeDirectory(tx, contents, now);
    await writePostcodes(tx, [
      { postcode: "LK1 1AA", position: near(0), district: null },
      { postcode: "LK1 9ZZ", position: near(2), district: null },
    ]);
    const today = { from: "2026-11-23", until: "2026-11-23" };
    for (const one of offers) await makeSlots(tx, contents.brand.id, one, now, 1, new Set(), today);
  });
  return {
    onedoor: {
      db,
      directories: createDirectories(db, { clock, elapsed }),
      labRecords: createLabRecords(),
      clock,
      newId: () => `${contents.brand.id}-${String(count()).padStart(5, "0")}`,
      newReference: () => referenceFrom(digits(count())),
      log: { info: () => {}, warn: () => {}, error: (fields) => expectNothing(fields) },
    },
    at: (moment) => {
      now = moment;
    },
  };
}

function counter(step: number): () => number {
  let value = 0;
  return () => {
    value += step;
    return value;
  };
}

const digits = (number: number): Uint8Array =>
  Uint8Array.from({ length: 7 }, (_, place) => Math.floor(number / 26 ** (6 - place)) % 26);

function expectNothing(fields: object): never {
  throw new Error(`An error was logged: ${JSON.stringify(fields, Object.getOwnPropertyNames(fields))}`);
}

export interface Asking {
  readonly brandId?: string;
  readonly visitor?: string;
  readonly accountId?: string | null;
  readonly serviceId?: string;
  readonly choice?: string;
  readonly slot?: string;
  readonly consent?: "yes" | "no";
  /** How to reach her; a landline unless it is said. */
  readonly contact?: StepInput;
  /** To the service's own questions, by step. */
  readonly answers?: Readonly<Record<string, StepInput>>;
}

/** The answers of Rosa Marchetti, 34, who lives by the harbour. */
const answersOf = ({
  choice = "best",
  slot,
  consent = "yes",
  contact = { phone: "01632 960 001" },
  answers = {},
}: Asking): readonly (readonly [string, StepInput])[] => [
  ["red-flags", { flags: "none" }],
  ["who", { who: "myself" }],
  [
    "about",
    { name: "Rosa Marchetti", "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" },
  ],
  ...Object.entries(answers),
  ["place", { postcode: "LK1 1AA", practice: "not-sure" }],
  ["preferences", { first: "nearest" }],
  ["choose", { choice }],
  ...(slot ? [["time", { slot }] as const] : []),
  ["contact", contact],
  ["check", { consent }],
];

/** A draft with every question answered; give `slot` for an offer that takes direct bookings. */
export async function answeredDraft({ onedoor }: FrontDoor, asking: Asking = {}): Promise<string> {
  const { brandId = TOWN, visitor = VISITOR, accountId = null, serviceId = "physiotherapy" } = asking;
  const draft = await openDraft(onedoor, brandId, { visitor, accountId, serviceId });
  if (!draft) throw new Error(`${serviceId} cannot be asked for`);
  for (const [step, input] of answersOf(asking)) {
    const saved = await saveAnswers(onedoor, brandId, { visitor, accountId, draftId: draft.id, step, input });
    if (saved.kind !== "saved") throw new Error(`${step}: ${JSON.stringify(saved)}`);
  }
  return draft.id;
}

/** Asks for a service and returns the reference. */
export async function submitted(door: FrontDoor, asking: Asking = {}): Promise<string> {
  const { brandId = TOWN, visitor = VISITOR, accountId = null } = asking;
  const draftId = await answeredDraft(door, asking);
  const result = await submitRequest(door.onedoor, brandId, { visitor, draftId, accountId });
  if (result.kind !== "submitted") throw new Error(JSON.stringify(result));
  return result.reference;
}

/** How a request stands: its only part, who was asked, and what happened. */
export async function standing({ onedoor }: FrontDoor, reference: string, brandId = TOWN) {
  const tracking = await readTracking(onedoor.db.kysely, brandId, reference);
  const tracked = tracking?.parts[0];
  if (!tracking || !tracked) throw new Error(`There is no request ${reference}`);
  return {
    ...tracking,
    part: tracked.part,
    asked: tracked.fulfilments.map(({ organisationId, status }) => `${organisationId} ${status}`),
    fulfilments: tracked.fulfilments,
    happened: tracking.events.map(({ event }) => event.type),
  };
}

/** Somebody who works for a partner. */
export const worker = (organisationId: string): PartnerActor => ({
  kind: "partner",
  organisationId,
  accountId: `account-${organisationId}`,
  name: `Sam of ${organisationId}`,
});

/** The first thing on a partner's worklist: what a command needs to name it. */
export async function firstWork({ onedoor }: FrontDoor, organisationId: string, view: WorkView = "to-do") {
  const work = { brandId: TOWN, organisationId, now: onedoor.clock() };
  const { items } = await worklist(onedoor.db.kysely, work, { view });
  const first = items[0];
  if (!first) throw new Error(`${organisationId} has no work`);
  return { fulfilmentId: first.fulfilment.id, version: first.fulfilment.version };
}

export { brand, TOWN };
