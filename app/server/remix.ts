import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { compressed, encodingFor, isWorthCompressing } from "./compression";
import { isPage, type Known, type MayBePage } from "./url-map";

export type Remix = (
  request: Request,
  context: AppLoadContext,
  known: Known | undefined,
) => Promise<Response>;

/**
 * Remix ranks every route anew for each request, and again for each page it draws. A page without the framework's
 * script needs no other route than its own, so each has a handler that knows that route, and what it stands in, alone.
 */
export function createRemix(build: ServerBuild): Remix {
  const whole = createRequestHandler(build, "production");
  const alone = new Map<string, typeof whole>();
  return (request, context, known) => {
    if (known === undefined || known.interactive) return whole(request, context);
    let handler = alone.get(known.id);
    if (handler === undefined) {
      handler = createRequestHandler(only(build, known.id), "production");
      alone.set(known.id, handler);
    }
    return handler(request, context);
  };
}

function only(build: ServerBuild, id: string): ServerBuild {
  const kept = <Route extends MayBePage>(routes: Record<string, Route>): Record<string, Route> =>
    Object.fromEntries(Object.entries(routes).filter(([each, route]) => each === id || !isPage(route)));
  return {
    ...build,
    routes: kept(build.routes),
    assets: { ...build.assets, routes: kept(build.assets.routes) },
  };
}

/**
 * Why the signal of a request is given once it is answered, when nobody listens any more. Remix copies a request for each part of a
 * page, and the platform keeps a note of every copy until its signal is given: else it clears the notes of a minute at once,
 * for a tenth of a second in which nobody is served, whenever memory is looked for.
 */
const ANSWERED = new Error("Answered");

/**
 * The request as Remix reads it. Its address is built from the origin that the gate let through, never from a
 * forwarded header; its body was read and checked before.
 */
export function toWebRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const each of value) headers.append(name, each);
    else if (value !== undefined) headers.set(name, value);
  }
  const gone = new AbortController();
  response.on("close", () => gone.abort(response.writableFinished ? ANSWERED : undefined));
  return new Request(`${response.locals.origin}${request.originalUrl}`, {
    method: request.method,
    headers,
    signal: gone.signal,
    body: request.method === "POST" ? new Uint8Array(response.locals.body ?? []) : null,
  });
}

/** What comes bit by bit: events, and lists that are as long as they are. */
const STREAMED = /^(text\/(event-stream|csv)|application\/zip)/;

/** Sends what Remix answered. A page is sent whole, compressed and with its length; a stream as it comes. */
export async function sendWebResponse(
  answer: Response,
  request: ExpressRequest,
  response: ExpressResponse,
): Promise<void> {
  response.statusCode = answer.status;
  response.statusMessage = answer.statusText;
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (!answer.headers.has("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
  if (answer.body === null) {
    response.end();
  } else if (STREAMED.test(answer.headers.get("Content-Type") ?? "")) {
    await sendAsItComes(answer.body, request, response);
  } else {
    await sendWhole(Buffer.from(await answer.arrayBuffer()), request, response);
  }
}

/**
 * Whoever hangs up ends the stream at its source. The signal of a request does not: the platform lets go of it with the
 * request itself, and whoever listens for long hears nothing of it.
 */
async function sendAsItComes(
  body: ReadableStream<Uint8Array>,
  request: ExpressRequest,
  response: ExpressResponse,
): Promise<void> {
  response.flushHeaders();
  if (request.method === "HEAD") {
    await body.cancel();
    response.end();
    return;
  }
  await pipeline(Readable.fromWeb(body as NodeStream), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}

async function sendWhole(body: Buffer, request: ExpressRequest, response: ExpressResponse): Promise<void> {
  const encoding = isWorthCompressing(body, String(response.getHeader("Content-Type")))
    ? encodingFor(request.headers["accept-encoding"])
    : "identity";
  response.appendHeader("Vary", "Accept-Encoding");
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  const sent = await compressed(body, encoding, "once");
  response.setHeader("Content-Length", sent.length);
  response.end(request.method === "HEAD" ? undefined : sent);
}
