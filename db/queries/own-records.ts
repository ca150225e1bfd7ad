import { z } from "zod";
import type { Directory } from "~/domain/directory/directory";
import type { MessageTemplate } from "~/domain/fulfilment/messages";
import {
  type ListedPerson,
  type OwnFulfilment,
  type OwnMessage,
  type OwnRecords,
  seesPerson,
} from "~/domain/fulfilment/own-records";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import type { Reader } from "../connect";
import { toFulfilment, toPart, toRequest } from "./fulfilment-rows";
import { PersonBody } from "./people";
import { type Slot, slotsTakenFor } from "./slots";

/** All that is one partner's own. Give a transaction, so that it is all of one moment. Undefined when there is no such organisation. */
export async function readOwnRecords(
  reader: Reader,
  directory: Directory,
  organisationId: string,
): Promise<OwnRecords | undefined> {
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined) return undefined;
  const brandId = directory.brand.id;
  const people =
    organisation.odsCode === null ? [] : await registeredWith(reader, brandId, organisation.odsCode);
  return {
    brand: { id: brandId, name: directory.brand.name },
    organisation,
    locations: directory.locations.filter((location) => location.organisationId === organisationId),
    offers: directory.offersBy(organisationId).map((offer) => ({
      ...offer,
      serviceName: directory.service(offer.serviceId)?.name ?? offer.serviceId,
    })),
    list: people.map(({ accountId: _, ...person }) => person),
    fulfilments: await ownFulfilments(reader, brandId, organisationId, people),
    messages: await ownMessages(reader, brandId, organisationId),
  };
}

type OnList = ListedPerson & { readonly accountId: string | null };

/** The people whom a brand knows and who are registered with a practice, by name. */
async function registeredWith(reader: Reader, brandId: string, ods: string): Promise<OnList[]> {
  const rows = await reader
    .selectFrom("people")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("body", "like", `%${JSON.stringify(ods)}%`)
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => {
    const body = PersonBody.parse(JSON.parse(row.body));
    if (body.registeredWith !== ods) return [];
    const { sex, nhsNumber, postcode, phone, email } = body;
    const { id, account_id: accountId, name, born_on: bornOn } = row;
    return [{ id, accountId, name, bornOn, sex, nhsNumber, postcode, phone, email }];
  });
}

async function ownFulfilments(
  reader: Reader,
  brandId: string,
  organisationId: string,
  list: readonly OnList[],
): Promise<OwnFulfilment[]> {
  const rows = await reader
    .selectFrom("fulfilments")
    .innerJoin("requests", (join) =>
      join
        .onRef("requests.brand_id", "=", "fulfilments.brand_id")
        .onRef("requests.id", "=", "fulfilments.request_id"),
    )
    .selectAll("fulfilments")
    .select("requests.reference")
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.organisation_id", "=", organisationId)
    .orderBy("fulfilments.requested_at")
    .orderBy("fulfilments.id")
    .execute();
  const fulfilments = rows.map((row) => ({ fulfilment: toFulfilment(row), reference: row.reference }));
  const inCare = rows.filter((row) => seesPerson(toFulfilment(row)));
  const parts = await manyOf(
    inCare.map((row) => row.part_id),
    (ids) =>
      reader.selectFrom("parts").selectAll().where("brand_id", "=", brandId).where("id", "in", ids).execute(),
  );
  const requests = await manyOf(
    inCare.map((row) => row.request_id),
    (ids) =>
      reader
        .selectFrom("requests")
        .selectAll()
        .where("brand_id", "=", brandId)
        .where("id", "in", ids)
        .execute(),
  );
  const completions = await manyOf(
    inCare.map((row) => row.request_id),
    (ids) =>
      reader
        .selectFrom("events")
        .select(["seq", "body"])
        .where("brand_id", "=", brandId)
        .where("request_id", "in", ids)
        .where("type", "=", "fulfilment-completed")
        .orderBy("seq")
        .execute(),
  );
  const slots = await manyOf(
    inCare.map((row) => row.id),
    (ids) => slotsTakenFor(reader, brandId, ids),
  );
  const partOf = new Map(parts.map((row) => [row.id, toPart(row)]));
  const requestOf = new Map(requests.map((row) => [row.id, row]));
  const outcomeOf = new Map(completions.flatMap(({ body }) => outcome(JSON.parse(body) as FulfilmentEvent)));
  const slotOf = new Map(slots.map(({ fulfilmentId, slot }) => [fulfilmentId, slot]));
  return fulfilments.map(({ fulfilment, reference }) => {
    const part = partOf.get(fulfilment.partId);
    const row = part && requestOf.get(part.requestId);
    if (!seesPerson(fulfilment) || !part || !row) return { fulfilment, reference, care: null };
    const detail = JSON.parse(row.body) as RequestDetail;
    const { name, bornOn } = detail.person;
    const listed = list.find(
      (person) =>
        person.accountId !== null &&
        person.accountId === row.account_id &&
        person.name === name &&
        person.bornOn === bornOn,
    );
    return {
      fulfilment,
      reference,
      care: {
        request: toRequest(row),
        part,
        detail,
        listedId: listed?.id ?? null,
        outcome: outcomeOf.get(fulfilment.id) ?? null,
        slot: bookedAs(slotOf.get(fulfilment.id), fulfilment.appointment?.slotId),
      },
    };
  });
}

const bookedAs = (slot: Slot | undefined, slotId: string | null | undefined): Slot | null =>
  slot !== undefined && slot.id === slotId ? slot : null;

const outcome = (event: FulfilmentEvent): [string, string][] =>
  event.type === "fulfilment-completed" ? [[event.fulfilmentId, event.outcome]] : [];

const MessageBody = z.object({ reference: z.string(), by: z.string().nullable() });

async function ownMessages(reader: Reader, brandId: string, organisationId: string): Promise<OwnMessage[]> {
  const rows = await reader
    .selectFrom("messages")
    .select(["id", "template", "body", "created_at"])
    .where("brand_id", "=", brandId)
    .where("recipient", "=", `partner:${organisationId}`)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    template: row.template as MessageTemplate,
    ...MessageBody.parse(JSON.parse(row.body)),
    createdAt: row.created_at,
  }));
}

/** Reads rows by many ids, some hundreds at a time: both databases bound the values that a statement can carry. */
async function manyOf<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const once = [...new Set(ids)];
  const found: T[] = [];
  for (let start = 0; start < once.length; start += 500) {
    found.push(...(await read(once.slice(start, start + 500))));
  }
  return found;
}
