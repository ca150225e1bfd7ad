import type { Database } from "~db/connect";

/**
 * What is not whole between a brand's slots and its fulfilments, in words. Empty when each slot that is busy has one
 * fulfilment that is not over and names it, and each fulfilment that names a slot has it.
 */
export async function slotsNotWhole(
  { kysely }: Pick<Database, "kysely">,
  brandId: string,
): Promise<string[]> {
  const busy = await kysely
    .selectFrom("slots")
    .select(["id", "offer_id", "fulfilment_id"])
    .where("brand_id", "=", brandId)
    .where("status", "=", "busy")
    .execute();
  const fulfilments = await kysely
    .selectFrom("fulfilments")
    .select(["id", "offer_id", "status", "slot_id"])
    .where("brand_id", "=", brandId)
    .execute();
  const over = ["rejected", "cancelled", "failed", "entered-in-error"];
  return [
    ...busy.flatMap((slot) => {
      const its = fulfilments.filter(({ slot_id }) => slot_id === slot.id);
      const [one] = its;
      const whole = its.length === 1 && one?.id === slot.fulfilment_id && one.offer_id === slot.offer_id;
      return whole ? [] : [`Slot ${slot.id} is busy for ${slot.fulfilment_id}; ${its.length} name it`];
    }),
    ...fulfilments.flatMap(({ id, status, slot_id }) => {
      if (slot_id === null) return [];
      const has = busy.some((slot) => slot.id === slot_id && slot.fulfilment_id === id);
      if (over.includes(status)) return [`Fulfilment ${id} is ${status} and has slot ${slot_id}`];
      return has ? [] : [`Fulfilment ${id} names slot ${slot_id} and has it not`];
    }),
  ];
}

/**
 * What is not whole among a brand's requests that were routed to a partner, in words. Empty when each has its draft
 * closed, one open part with a deadline, one fulfilment with its decision, its events and messages, and its slot; and
 * when there is nothing beside them. `times` is how many partners each was routed to, one after the other.
 */
export async function notWhole({ kysely }: Database, brandId: string, times = 1): Promise<string[]> {
  const requests = await kysely.selectFrom("requests").selectAll().where("brand_id", "=", brandId).execute();
  const drafts = await kysely.selectFrom("drafts").selectAll().where("brand_id", "=", brandId).execute();
  const parts = await kysely.selectFrom("parts").selectAll().where("brand_id", "=", brandId).execute();
  const fulfilments = await kysely
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  const decisions = await kysely
    .selectFrom("decisions")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  const events = await kysely.selectFrom("events").selectAll().where("brand_id", "=", brandId).execute();
  const messages = await kysely.selectFrom("messages").selectAll().where("brand_id", "=", brandId).execute();
  const busy = await kysely
    .selectFrom("slots")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("status", "=", "busy")
    .execute();

  const wrong = await slotsNotWhole({ kysely }, brandId);
  const expectThat = (holds: boolean, words: string) => {
    if (!holds) wrong.push(words);
  };
  for (const { id, reference, draft_id } of requests) {
    const its = <T extends { request_id: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.request_id === id);
    const [part] = its(parts);
    const asked = its(fulfilments).sort((a, b) => a.position - b.position);
    const fulfilment = asked.at(-1);
    const draft = drafts.find((each) => each.id === draft_id);
    expectThat(draft?.reference === reference, `${reference}: its draft says ${draft?.reference}`);
    expectThat(its(parts).length === 1, `${reference}: ${its(parts).length} parts`);
    expectThat(part?.due_at !== null, `${reference}: no deadline`);
    expectThat(asked.length === times, `${reference}: ${asked.length} fulfilments`);
    expectThat(
      part?.owner_organisation_id === fulfilment?.organisation_id,
      `${reference}: its owner is not the partner that it is with`,
    );
    const decided = its(decisions).map((decision) => decision.id);
    expectThat(
      decided.length === times && asked.every(({ decision_id }) => decided.includes(decision_id)),
      `${reference}: its decisions are not its fulfilments'`,
    );
    const types = its(events).map(({ type }) => type);
    for (const [type, count] of [
      ["request-submitted", 1],
      ["part-routed", times],
    ] as const)
      expectThat(
        types.filter((each) => each === type).length === count,
        `${reference}: not ${count} ${type}`,
      );
    expectThat(its(messages).length >= 2, `${reference}: ${its(messages).length} messages`);
    const slots = busy.filter((slot) => slot.fulfilment_id === fulfilment?.id).map((slot) => slot.id);
    expectThat((slots[0] ?? null) === (fulfilment?.slot_id ?? null), `${reference}: its slot is not its own`);
  }
  const references = new Set(requests.map(({ reference }) => reference));
  for (const { id, reference } of drafts)
    expectThat(reference === null || references.has(reference), `Draft ${id} names no request: ${reference}`);
  for (const { id, fulfilment_id } of busy)
    expectThat(
      fulfilments.some((fulfilment) => fulfilment.id === fulfilment_id),
      `Slot ${id} is busy for nobody`,
    );
  return wrong;
}
