import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import { instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { type PageSent, recordPages } from "~/usecases/lab/record-pages";
import { ownerOfLabWorld } from "~db/queries/lab-worlds";
import { participantBy } from "~db/queries/participants";
import { cookieName, hashOf, readCookies } from "./cookies";
import { type PageAsSent, pageAsSent, withoutWords } from "./page-as-sent";
import type { Known } from "./url-map";

export interface LabRecorder {
  /** The answer, as it came; what it was is written down once it has been sent, if it is a page of somebody's world. */
  watch(answer: globalThis.Response, request: Request, response: Response): Promise<globalThis.Response>;
  /** Writes down what waits. */
  close(): Promise<void>;
}

/** Pages that come meanwhile go along: a durable write takes a while, and there is one for all of them. */
const EVERY_MS = 100;
const MOST_TRIES = 20;

/** A page that waits to be written down. */
interface Waiting {
  readonly page: PageSent;
  readonly tries: number;
}

/**
 * Writes down what participants are sent, a moment later and many at once, so that nobody waits for it. What cannot be
 * written is tried again; a process that stops in good order writes it all before it goes.
 */
export function createLabRecorder(onedoor: Onedoor): LabRecorder {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<void>>();

  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void write();
    }, EVERY_MS);
  };

  function write(): Promise<void> {
    writing = writing.then(async () => {
      const now = waiting;
      waiting = [];
      if (now.length === 0) return;
      try {
        await recordPages(
          onedoor,
          now.map(({ page }) => page),
        );
      } catch (error) {
        await oneByOne(now, error);
      }
    });
    return writing;
  }

  /** One that cannot be written takes none of the others along. */
  async function oneByOne(failed: readonly Waiting[], cause: unknown) {
    let reason = cause;
    for (const { page, tries } of failed) {
      try {
        await recordPages(onedoor, [page]);
      } catch (error) {
        reason = error;
        if (tries < MOST_TRIES) waiting.push({ page, tries: tries + 1 });
      }
    }
    onedoor.log.error({ err: reason, left: waiting.length }, "Pages of a lab could not be written down");
    if (waiting.length > 0) soon();
  }

  async function whoseWorld(request: Request, worldId: string) {
    const { kysely } = onedoor.db;
    const world = await ownerOfLabWorld(kysely, worldId);
    const token = world && readCookies(request.headers.cookie).get(cookieName("participant", world.townId));
    if (world === undefined || token === undefined) return undefined;
    const holder = await participantBy(kysely, world.townId, "holder_hash", hashOf(token));
    return holder?.id === world.participantId ? world : undefined;
  }

  return {
    async watch(answer, request, response) {
      const known: Known | undefined = response.locals.known;
      if (known === undefined || !isForAPerson(request)) return answer;
      const isPage = /^text\/html/.test(answer.headers.get("Content-Type") ?? "");
      if (!isPage && !answer.headers.has("Location")) return answer;
      const worldId: string = response.locals.brandId;
      const html = isPage ? await answer.text() : null;
      const at = instant(Date.now());
      const note = async () => {
        const world = await whoseWorld(request, worldId);
        if (world === undefined) return;
        const page: PageSent = {
          id: randomUUID(),
          ...world,
          at,
          method: request.method === "POST" ? "POST" : "GET",
          pattern: known.pattern,
          values: known.values,
          status: answer.status,
          said: html === null ? null : saidBy(pageAsSent(html), typedInto(request.originalUrl)),
        };
        waiting.push({ page, tries: 0 });
        soon();
      };
      response.once("close", () => {
        const noted = note()
          .catch((error: unknown) => {
            onedoor.log.error({ err: error }, "A page of a lab could not be noted");
          })
          .finally(() => underWay.delete(noted));
        underWay.add(noted);
      });
      return html === null ? answer : new Response(html, answer);
    },
    async close() {
      clearTimeout(timer);
      await Promise.all(underWay);
      await write();
      clearTimeout(timer);
    },
  };
}

/** A module of a page that fetches it again, or a browser that fetches it ahead, is nobody who looks at it. */
const isForAPerson = ({ method, headers }: Request): boolean =>
  method !== "HEAD" &&
  headers["sec-purpose"] === undefined &&
  (headers["sec-fetch-dest"] ?? "document") === "document" &&
  // Over plain http browsers do not say what it is for; our modules ask for nothing but a page's own kind.
  headers.accept !== "text/html";

/** What somebody typed that stands in an address. */
const typedInto = (address: string): readonly string[] =>
  [...new URL(address, "http://localhost").searchParams.values()].filter((value) => value.trim().length > 1);

const saidBy = (
  { title, errors, picture }: PageAsSent,
  inAddress: readonly string[],
): NonNullable<PageSent["said"]> => ({
  title: withoutWords(title, inAddress),
  errors,
  picture: (kept) => picture({ kept, inAddress }),
});
