import { NotifyClient } from "notifications-node-client";
import { z } from "zod";
import type { DeliveryNews } from "~/domain/messages/delivery";
import type { Written } from "~/domain/messages/types";
import type { Parcel, Post } from "./post";

export interface NotifySettings {
  readonly apiKey: string;
  /** Notify's own address, unless another is given. */
  readonly url: string;
  /**
   * One template a channel. A text's is `((body))`; an email's has the subject `((subject))` and says `((body))`; a
   * letter's has `((from))`, `((subject))` and `((body))`.
   */
  readonly templates: { readonly text: string; readonly email: string; readonly letter: string };
  readonly longestMs: number;
}

/** A letter's address has three lines or more, and the last is a postcode. */
const FEWEST_ADDRESS_LINES = 3;
/** Statuses that say that we, or Notify, must put something right; the message itself may be sent then. */
const NOT_THE_MESSAGE = new Set([401, 403, 404, 408, 429]);

const Accepted = z.object({ data: z.object({ id: z.string().min(1) }) });
const Refused = z.object({
  response: z.object({
    status: z.number(),
    data: z
      .object({ errors: z.array(z.object({ error: z.string() })).min(1) })
      .optional()
      .catch(undefined),
  }),
});

/** Messages go out by GOV.UK Notify. What it is told of a person is the address and the words, and nothing is logged. */
export function createNotify(settings: NotifySettings): Post {
  const client = new NotifyClient(settings.url, settings.apiKey);
  return {
    async send(parcel) {
      if (parcel.way.channel === "letter" && parcel.way.to.length < FEWEST_ADDRESS_LINES)
        return { kind: "refused", why: "no-postal-address" };
      try {
        const answer = await within(settings.longestMs, hand(client, settings.templates, parcel));
        return { kind: "accepted", providerId: Accepted.parse(answer).data.id };
      } catch (error) {
        return newsOf(error);
      }
    },
  };
}

function hand(
  client: NotifyClient,
  templates: NotifySettings["templates"],
  { way, written, reference }: Parcel,
): Promise<unknown> {
  const body = bodyOf(written);
  switch (way.channel) {
    case "text":
      return client.sendSms(templates.text, way.to, { personalisation: { body }, reference });
    case "email": {
      const personalisation = { subject: written.subject ?? "", body };
      return client.sendEmail(templates.email, way.to, { personalisation, reference });
    }
    case "letter": {
      const lines = way.to.map((line, place) => [`address_line_${place + 1}`, line] as const);
      const personalisation = {
        ...Object.fromEntries(lines),
        from: written.from,
        subject: written.subject ?? "",
        body,
      };
      return client.sendLetter(templates.letter, { personalisation, reference });
    }
    default:
      return way satisfies never;
  }
}

const bodyOf = ({ paragraphs }: Written): string => paragraphs.join("\n\n");

/** What is wrong with the message itself is refused for ever; what is wrong with the line, the key or Notify passes. */
function newsOf(error: unknown): DeliveryNews {
  const refused = Refused.safeParse(error);
  if (!refused.success) return { kind: "later", why: "no-answer" };
  const { status, data } = refused.data.response;
  const why = `${status} ${data?.errors[0]?.error ?? ""}`.trim();
  return status >= 500 || NOT_THE_MESSAGE.has(status) ? { kind: "later", why } : { kind: "refused", why };
}

/** The client waits for ever by itself. What is given up may have been taken all the same: the reference tells. */
function within<T>(longestMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("Notify did not answer in time")), longestMs);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
