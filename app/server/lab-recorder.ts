import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import { instant } from "~/domain/shared/time";
import type { Onedoor } from "~/usecases/context";
import { type PageSent, recordPages } from "~/usecases/lab/record-pages";
import type { ParticipantViewer } from "./app-context";
import type { PageReader } from "./page-reader";
import type { PatientsFirst } from "./patients-first";
import { type Known, pageAsked } from "./url-map";

export interface LabRecorder {
  /** The answer, as it came; what it was is written down once it has been sent, if it is a page of somebody's world. */
  watch(
    answer: globalThis.Response,
    participant: ParticipantViewer | null,
    request: Request,
    response: Response,
  ): Promise<globalThis.Response>;
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
 * Writes down what participants are sent, a moment later and many at once, so that nobody waits for it: pages are read
 * elsewhere, and written down when no patient waits for one. What cannot be written is tried again; a process that stops in good order writes it all before it goes.
 */
export function createLabRecorder(
  onedoor: Onedoor,
  patientsFirst: Pick<PatientsFirst, "soon">,
  reader: PageReader,
): LabRecorder {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

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
        await record(now);
      } catch (error) {
        await oneByOne(now, error);
      }
    });
    return writing;
  }

  const record = (those: readonly Waiting[]) =>
    recordPages(
      onedoor,
      those.map(({ page }) => page),
      (work) => patientsFirst.soon("onlooker", work),
    );

  /** One that cannot be written takes none of the others along. */
  async function oneByOne(failed: readonly Waiting[], cause: unknown) {
    let reason = cause;
    for (const each of failed) {
      try {
        await record([each]);
      } catch (error) {
        reason = error;
        if (each.tries < MOST_TRIES) waiting.push({ ...each, tries: each.tries + 1 });
      }
    }
    // What a database says of a row may name whose it is.
    const { name } = reason instanceof Error ? reason : { name: typeof reason };
    onedoor.log.error({ name, left: waiting.length }, "Pages of a lab could not be written down");
    if (waiting.length > 0) soon();
  }

  return {
    async watch(answer, participant, request, response) {
      const { brandId, known } = response.locals as { brandId: string; known: Known | undefined };
      if (participant?.worldId !== brandId || known === undefined || !isForAPerson(request)) return answer;
      const isPage = /^text\/html/.test(answer.headers.get("Content-Type") ?? "");
      // A page that only leads on is none; a form that was sent is told by what it was answered with.
      const leadsOn = request.method === "POST" && answer.headers.has("Location");
      if (!isPage && !leadsOn) return answer;
      const html = isPage ? await answer.text() : null;
      const page: PageSent = {
        id: randomUUID(),
        townId: participant.townId,
        participantId: participant.id,
        worldId: brandId,
        at: instant(Date.now()),
        ...pageAsked(request, known),
        status: answer.status,
        read: html === null ? null : (picturing) => reader.read(html, request.originalUrl, picturing),
      };
      response.once("close", () => {
        waiting.push({ page, tries: 0 });
        soon();
      });
      return html === null ? answer : new Response(html, answer);
    },
    async close() {
      clearTimeout(timer);
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
