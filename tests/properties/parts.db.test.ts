import fc from "fast-check";
import { expect, test } from "vitest";
import type { ServicePart } from "~/domain/directory/types";
import { statusOfRequest } from "~/domain/fulfilment/order";
import { instant, milliseconds } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { cancelRequest } from "~/usecases/cancel-request";
import { completeFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment, declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { closeAtDesk } from "~/usecases/work-at-desk";
import type { Database } from "~db/connect";
import { readTracking, type TrackedPart } from "~db/queries/tracking";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, openFrontDoor, submitted, threePartners, worker } from "~tests/support/front-door";
import { brand, offer, service } from "~tests/support/small-town";

const PATIENT = { kind: "patient" as const, name: "Rosa Marchetti" };
const DESK = { kind: "desk" as const, accountId: "dot", name: "Dot Lane" };
const PARTNERS = ["harbour", "hill", "mead"];

/** Two to five parts in any order that is no circle, and what happens to whichever part can be acted on. */
const stories = fc.record({
  waits: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 5 }),
  consent: fc.constantFrom("yes" as const, "no" as const),
  acts: fc.array(
    fc.record({
      act: fc.constantFrom("complete", "complete", "decline", "cancel", "late", "close"),
      which: fc.nat(),
    }),
    { maxLength: 12 },
  ),
});
type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never;

function town(brandId: string, waits: Story["waits"]) {
  const ids = waits.map((_, index) => `care-${index + 1}`);
  const parts: readonly ServicePart[] = ids.map((serviceId, index) => ({
    serviceId,
    after: ids.filter((_, before) => before < index && waits[index]?.[before]),
  }));
  return threePartners({
    brand: brand({ id: brandId, name: brandId }),
    services: [...ids.map((id) => service(id)), service("whole", { parts })],
    // Later parts have fewer partners: the last has none, so that some begin at the front desk.
    offers: ids.flatMap((id, index) =>
      PARTNERS.slice(Math.min(index, PARTNERS.length)).map((partner) =>
        offer(id, partner, { booking: "partner", slots: null }),
      ),
    ),
  });
}

/** What holds of a request of several parts at every moment. */
function check(parts: readonly TrackedPart[]): void {
  const all = parts.map(({ part }) => part);
  const open = all.filter(({ status }) => status === "open");
  for (const { dueAt, owner } of open) expect([dueAt, owner]).not.toContain(null);
  if (open.length > 0) expect(open.some(({ waiting }) => !waiting)).toBe(true);
  for (const { after } of open.filter(({ waiting }) => waiting)) {
    const before = all.filter(({ position }) => after.includes(position));
    expect(before.some(({ status }) => status === "closed")).toBe(false);
    expect(before.some(({ status }) => status === "open")).toBe(true);
  }
  const some = all.some(({ status }) => status === "complete");
  expect(statusOfRequest(all)).toBe(open.length > 0 ? "open" : some ? "complete" : "closed");
}

let towns = 0;

async function live(db: Database, { waits, consent, acts }: Story): Promise<void> {
  towns += 1;
  const brandId = `town-${towns}`;
  const door = await openFrontDoor(db, town(brandId, waits));
  const { onedoor } = door;
  const reference = await submitted(door, { brandId, serviceId: "whole", consent });
  const now = async () => {
    const tracking = await readTracking(onedoor.db.kysely, brandId, reference);
    if (!tracking) throw new Error("The request is gone");
    check(tracking.parts);
    return tracking.parts;
  };
  const left = [...acts];
  for (let parts = await now(); parts.some(({ part }) => part.status === "open"); parts = await now()) {
    const active = parts.filter(({ part }) => part.status === "open" && !part.waiting);
    const { act, which } = left.shift() ?? { act: "complete", which: 0 };
    const one = active[which % active.length];
    if (one) await happens(door, brandId, reference, one, act);
  }
  const kept = await onedoor.db.kysely
    .selectFrom("requests")
    .select("reference")
    .where("brand_id", "=", brandId)
    .execute();
  expect(kept).toEqual([{ reference }]);
}

/** One act on one part, by whoever can; what cannot be done to it as it stands ends it another way. */
async function happens(
  door: FrontDoor,
  brandId: string,
  reference: string,
  { part, fulfilments }: TrackedPart,
  act: string,
): Promise<void> {
  const { onedoor } = door;
  const held = fulfilments.at(-1);
  const { owner, id: partId, version } = part;
  if (act === "late" && owner.kind !== "manager") {
    door.at(instant(milliseconds(part.dueAt ?? "") + 1));
    await runDueWork(onedoor);
    return;
  }
  if (owner.kind === "partner" && held && act !== "cancel") {
    const actor = worker(owner.organisationId);
    const on = { fulfilmentId: held.id, version: held.version };
    if (act === "decline") {
      await declineFulfilment(onedoor, brandId, actor, { ...on, reason: "22", note: "" });
      return;
    }
    const startsAt = instant(milliseconds(onedoor.clock()) + 3_600_000);
    expect(await acceptFulfilment(onedoor, brandId, actor, { ...on, startsAt })).toEqual({ kind: "done" });
    const done = { fulfilmentId: held.id, version: held.version + 1, code: "treated" as const, outcome: "" };
    expect(await completeFulfilment(onedoor, brandId, actor, done)).toEqual({ kind: "done" });
    return;
  }
  const ended =
    owner.kind === "desk" || owner.kind === "manager"
      ? await closeAtDesk(onedoor, brandId, DESK, { partId, version, reason: "We spoke." })
      : await cancelRequest(onedoor, brandId, { reference, partId, note: "" }, PATIENT);
  expect(ended).toEqual({ kind: "done" });
}

onEachDatabase((open) => {
  test("a request of several parts is never stuck, and is complete when all of it is over and some was given", async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(stories, (story) => live(db, story)),
      { numRuns: runs(12, 500) },
    );
  }, 600_000);

  test("all of it is cancelled at once, and nobody is asked on the way", async () => {
    const db = await open();
    const brandId = "cancelled-town";
    const door = await openFrontDoor(
      db,
      town(
        brandId,
        [[], [true], [true, true]].map((row) => row as boolean[]),
      ),
    );
    const reference = await submitted(door, { brandId, serviceId: "whole" });
    expect(await cancelRequest(door.onedoor, brandId, { reference, note: "" }, PATIENT)).toEqual({
      kind: "done",
    });
    const tracking = await readTracking(db.kysely, brandId, reference);
    expect(tracking?.parts.map(({ part }) => part.status)).toEqual(["closed", "closed", "closed"]);
    expect(tracking?.events.filter(({ event }) => event.type === "handed-to-desk")).toEqual([]);
  });
});
