import type { Directory } from "~/domain/directory/directory";
import type { Brand } from "~/domain/directory/types";
import { claimLapses, type DeliveryNews, NOTHING_HEARD, referenceOf } from "~/domain/messages/delivery";
import { factsOf, reachable } from "~/domain/messages/facts";
import { type LightFacts, withLink } from "~/domain/messages/light";
import type { Channel, MessageFacts, Way, Written } from "~/domain/messages/types";
import { nextWay, waysToReach } from "~/domain/messages/ways";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import type { Parcel, Post } from "~/integrations/notify/post";
import { skipLocked, type Tx } from "~db/connect";
import {
  deliveriesOf,
  insertDelivery,
  isToPartner,
  messagesDue,
  type Outgoing,
  toOutgoing,
  updateDelivery,
  updateMessage,
} from "~db/queries/deliveries";
import { readTracking, type Tracking } from "~db/queries/tracking";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";
import { nothingToSendBy, settleDelivery } from "./settle-delivery";
import { writeToPartner } from "./write-to-partner";

/** What messages need to leave the house; the server makes the real one. */
export interface PostOffice {
  /** Who carries a brand's messages. Null for a brand of real names: nothing leaves it. */
  readonly postFor: (brand: Pick<Brand, "kind">) => Post | null;
  readonly write: (channel: Channel, facts: MessageFacts) => Written;
  readonly writeLight: (channel: Channel, facts: LightFacts) => Written;
  readonly addressesAt: (brandId: string) => Promise<Addresses>;
  /** The code of a one-time link, by its id: the same each time, and to be guessed by nobody. */
  readonly codeOf: (brandId: string, linkId: string) => string;
}

/** Addresses of a brand's pages, in full. */
export interface Addresses {
  /** Where a request is tracked, by its reference. */
  readonly tracking: (reference: string) => string;
  /** Where a one-time link leads, by its code. */
  readonly light: (code: string) => string;
}

/** How many are claimed, and spoken of to the provider, at a time. */
const AT_ONCE = 20;
/** The most of one brand that one pass sends, so that no brand waits for another's backlog. */
const A_PASS = 500;
/** How long what cannot be written is left alone. */
const PUT_OFF_MS = 3_600_000;

interface Claimed {
  readonly messageId: string;
  readonly attempt: number;
  readonly parcel: Parcel;
}

/**
 * Sends what is due in a brand, by the first way that each person gave, or the next one where that failed. Any number of
 * processes can do this at once, and none sends what another has claimed. No transaction is open while a provider is
 * spoken to: what a process had claimed when it died is sent again once the claim lapses, under the same reference.
 * Returns how many were claimed.
 */
export async function sendDueMessages(
  onedoor: Onedoor,
  office: PostOffice,
  brandId: string,
): Promise<number> {
  const directory = await onedoor.directories.current(brandId);
  const post = office.postFor(directory.brand);
  if (post === null) return 0;
  const addresses = await office.addressesAt(brandId);
  const claiming = { brandId, directory, addresses, office };
  let count = 0;
  while (count < A_PASS) {
    const claimed = await claimDue(onedoor, claiming);
    if (claimed.due === 0) break;
    count += claimed.due;
    const answered = await Promise.all(
      claimed.parcels.map(async (each) => ({ ...each, news: await sendSafely(onedoor, post, each.parcel) })),
    );
    await onedoor.db.write(async (tx) => {
      const now = await brandNow(onedoor, brandId, tx);
      for (const { messageId, attempt, parcel, news } of answered) {
        const name = { brandId, messageId, channel: parcel.way.channel };
        await settleDelivery(tx, name, { news, attempt, now });
      }
    });
  }
  return count;
}

async function sendSafely(onedoor: Onedoor, post: Post, parcel: Parcel): Promise<DeliveryNews> {
  try {
    return await post.send(parcel);
  } catch (error) {
    onedoor.log.error({ err: error, message: parcel.reference }, "A message could not be handed over");
    return { kind: "later", why: "unexpected" };
  }
}

interface Claiming {
  readonly brandId: string;
  readonly directory: Directory;
  readonly addresses: Addresses;
  readonly office: PostOffice;
}

function claimDue(
  onedoor: Onedoor,
  claiming: Claiming,
): Promise<{ readonly due: number; readonly parcels: readonly Claimed[] }> {
  const { brandId } = claiming;
  return onedoor.db.write(async (tx) => {
    const now = await brandNow(onedoor, brandId, tx);
    const rows = await skipLocked(tx, messagesDue(tx, brandId, now, AT_ONCE)).execute();
    const parcels: Claimed[] = [];
    for (const row of rows) {
      const message = toOutgoing(row);
      const claimed = await claim(onedoor, tx, claiming, message, now);
      if (claimed) parcels.push(claimed);
    }
    return { due: rows.length, parcels };
  });
}

/**
 * Makes a message ready to send, the same as before when it was tried before. Undefined when there is no way to send it
 * by, or it went and no receipt came in time: it is due at once by the next way.
 */
async function claim(
  onedoor: Onedoor,
  tx: Tx,
  claiming: Claiming,
  message: Outgoing,
  now: Instant,
): Promise<Claimed | undefined> {
  const { brandId } = claiming;
  const deliveries = await deliveriesOf(tx, brandId, message.id);
  const unheard = deliveries.find(({ status }) => status === "sent");
  if (unheard) {
    const { channel, attempts: attempt } = unheard;
    const name = { brandId, messageId: message.id, channel };
    await settleDelivery(tx, name, { news: NOTHING_HEARD, attempt, now });
    return undefined;
  }
  const before = deliveries.find(({ status }) => status === "waiting" || status === "sending");
  const held = { status: "sending", nextAttemptAt: claimLapses(now) } as const;
  if (before) {
    const attempt = before.attempts + 1;
    await updateDelivery(tx, brandId, before, { ...before, status: "sending", attempts: attempt, at: now });
    await updateMessage(tx, brandId, message.id, held);
    return claimedAs(claiming, message, attempt, before);
  }
  const prepared = await prepare(
    onedoor,
    tx,
    claiming,
    message,
    now,
    deliveries.map(({ channel }) => channel),
  );
  if (prepared === "put-off") {
    const nextAttemptAt = instant(milliseconds(now) + PUT_OFF_MS);
    await updateMessage(tx, brandId, message.id, { status: "queued", nextAttemptAt });
    return undefined;
  }
  if (prepared === "nothing-to-say") {
    await updateMessage(tx, brandId, message.id, { status: "kept-in-app", nextAttemptAt: null });
    return undefined;
  }
  if (prepared === "no-way") {
    await nothingToSendBy(tx, brandId, message, now);
    return undefined;
  }
  const { way, written } = prepared;
  const position = deliveries.length + 1;
  await insertDelivery(tx, brandId, { messageId: message.id, position, way, written, at: now });
  await updateMessage(tx, brandId, message.id, { ...held, channel: way.channel });
  return claimedAs(claiming, message, 1, prepared);
}

/** What is handed over: a one-time link is put into it here, and is kept nowhere. */
function claimedAs(
  { brandId, addresses, office }: Claiming,
  { id, to }: Outgoing,
  attempt: number,
  { way, written }: ToSend,
): Claimed {
  return {
    messageId: id,
    attempt,
    parcel: {
      reference: referenceOf({ brandId, messageId: id, channel: way.channel }),
      way,
      written:
        to.kind === "partner" ? withLink(written, addresses.light(office.codeOf(brandId, id))) : written,
    },
  };
}

interface ToSend {
  readonly way: Way;
  readonly written: Written;
}

/** Where it goes next and what it says there. One that cannot be written keeps no other waiting. */
async function prepare(
  onedoor: Onedoor,
  tx: Tx,
  claiming: Claiming,
  message: Outgoing,
  now: Instant,
  tried: readonly Channel[],
): Promise<ToSend | "no-way" | "put-off" | "nothing-to-say"> {
  const { brandId } = claiming;
  const about = await readTracking(tx, brandId, message.reference);
  try {
    if (about === undefined) throw new Error(`There is no request ${message.reference}`);
    return await writtenFor(tx, claiming, message, about, now, tried);
  } catch (error) {
    onedoor.log.error({ err: error, brandId, messageId: message.id }, "A message could not be written");
    return "put-off";
  }
}

async function writtenFor(
  tx: Tx,
  { brandId, directory, addresses, office }: Claiming,
  message: Outgoing,
  about: Tracking,
  now: Instant,
  tried: readonly Channel[],
): Promise<ToSend | "no-way" | "nothing-to-say"> {
  if (isToPartner(message)) {
    const { brand } = directory;
    const codeOf = (linkId: string) => office.codeOf(brandId, linkId);
    const found = await writeToPartner(tx, message, about, tried, {
      brandId,
      brand,
      now,
      codeOf,
    });
    return typeof found === "string"
      ? found
      : { way: found.way, written: office.writeLight(found.way.channel, found.facts) };
  }
  const way = nextWay(waysToReach(reachable(about.detail)), tried);
  if (way === undefined) return "no-way";
  const partId = about.events.find(({ seq }) => seq === message.eventSeq)?.partId ?? null;
  const link = addresses.tracking(message.reference);
  const facts = factsOf({ ...message, partId }, about, { directory, now, link });
  return { way, written: office.write(way.channel, facts) };
}
