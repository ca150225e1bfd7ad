import type { Instant } from "~/domain/shared/time";
import { EVENT_TYPES_OF_A_REQUEST, type EventTypeOfARequest } from "~/domain/usability/reached";
import type { Reader } from "../connect";

/** What the people of a world did to their requests since a moment of the world's own clock, oldest first. */
export async function doneByPeople(
  reader: Reader,
  worldId: string,
  since: Instant,
): Promise<{ readonly at: Instant; readonly type: EventTypeOfARequest; readonly service: string }[]> {
  const rows = await reader
    .selectFrom("events")
    .innerJoin("requests", (join) =>
      join.onRef("requests.brand_id", "=", "events.brand_id").onRef("requests.id", "=", "events.request_id"),
    )
    .leftJoin("parts", (join) =>
      join.onRef("parts.brand_id", "=", "events.brand_id").onRef("parts.id", "=", "events.part_id"),
    )
    .select([
      "events.at",
      "events.type",
      "events.actor",
      "requests.service_id",
      "parts.service_id as part_service",
    ])
    .where("events.brand_id", "=", worldId)
    .where("events.at", ">=", since)
    .where("events.type", "in", EVENT_TYPES_OF_A_REQUEST)
    .orderBy("events.seq")
    .execute();
  return rows
    .filter(({ actor }) => (JSON.parse(actor) as { kind?: unknown }).kind === "patient")
    .map(({ at, type, service_id, part_service }) => ({
      at,
      type: type as EventTypeOfARequest,
      service: part_service ?? service_id,
    }));
}
