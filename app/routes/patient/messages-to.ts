import type { AppLoadContext } from "@remix-run/node";
import type { SentLine } from "~/components/tracking/messages-sent";
import { whenWords } from "~/content/deadlines";
import { headlineOf } from "~/content/messages/news";
import { howItWent } from "~/content/messages/sent";
import { messagesOfRequest } from "~db/queries/deliveries";
import type { Tracking } from "~db/queries/tracking";

/** What the person was told of a request, the newest first, with how it went by each channel. */
export async function messagesTo(
  { onedoor, brand, now }: AppLoadContext,
  { request }: Tracking,
): Promise<readonly SentLine[]> {
  const all = await messagesOfRequest(onedoor.db.kysely, brand.id, request.id);
  return all.reverse().map(({ message, deliveries }) => ({
    id: message.id,
    headline: headlineOf(message.template),
    when: whenWords(message.createdAt, now),
    how: howItWent(deliveries),
  }));
}
