import { createHash } from "node:crypto";
import { lightAsk, lightUntil } from "~/domain/fulfilment/light-ask";
import { type LightFacts, waysToPartner } from "~/domain/messages/light";
import type { Channel, Way } from "~/domain/messages/types";
import { nextWay } from "~/domain/messages/ways";
import type { Instant } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import type { PartnerMessage } from "~db/queries/deliveries";
import { keepLightLink, readLightContact } from "~db/queries/light-links";
import type { Tracking } from "~db/queries/tracking";

/** What is kept of the code of a one-time link: who reads the database cannot open it. */
export const hashOfCode = (code: string): string => createHash("sha256").update(code).digest("hex");

interface Writing {
  readonly brandId: string;
  readonly brand: LightFacts["brand"];
  readonly now: Instant;
  /** The code of a link, by its id. */
  readonly codeOf: (linkId: string) => string;
}

/**
 * What a message to a partner without a system says as things are now, and by which way it goes next. Its link is made
 * here, for what the partner is to do next, and lapses when that is due. What asks nothing any more says nothing, but
 * for work that is no longer theirs.
 */
export async function writeToPartner(
  tx: Tx,
  message: PartnerMessage,
  { parts, events }: Tracking,
  tried: readonly Channel[],
  { brandId, brand, now, codeOf }: Writing,
): Promise<{ readonly way: Way; readonly facts: LightFacts } | "no-way" | "nothing-to-say"> {
  const { id, template, reference } = message;
  const { organisationId } = message.to;
  const partId = events.find(({ seq }) => seq === message.eventSeq)?.partId;
  const tracked = parts.find(({ part }) => part.id === partId);
  const fulfilment = tracked?.fulfilments.findLast((each) => each.organisationId === organisationId);
  const ask = fulfilment === undefined ? null : lightAsk(fulfilment);
  const until = tracked && fulfilment && ask && lightUntil(ask, fulfilment, tracked.part);
  const isAsked =
    fulfilment !== undefined && ask !== null && until !== undefined && until !== null && until > now;
  // What was new has been answered, and what comes next has a message of its own.
  if (template === "new-work" && ask !== "answer") return "nothing-to-say";
  if (!isAsked && template !== "work-withdrawn") return "nothing-to-say";

  const contact = await readLightContact(tx, brandId, organisationId);
  const way = contact === null ? undefined : nextWay(waysToPartner(contact), tried);
  if (way === undefined) return "no-way";
  const facts = { template, reference, now, brand };
  if (!isAsked || template === "work-withdrawn") return { way, facts: { ...facts, asked: null } };
  await keepLightLink(tx, brandId, {
    id,
    codeHash: hashOfCode(codeOf(id)),
    organisationId,
    fulfilmentId: fulfilment.id,
    asks: ask,
    channel: way.channel,
    sentTo: String(way.to),
    createdAt: now,
    expiresAt: until,
  });
  return { way, facts: { ...facts, asked: { ask, until } } };
}
