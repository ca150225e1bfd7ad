import {
  type AppLoadContext,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";

export type Remix = (request: Request, context: AppLoadContext) => Promise<Response>;

export const createRemix = (build: ServerBuild): Remix => createRequestHandler(build, "production");

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
  response.on("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return new Request(`${response.locals.origin}${request.originalUrl}`, {
    method: request.method,
    headers,
    signal: gone.signal,
    body: request.method === "POST" ? new Uint8Array(response.locals.body ?? []) : null,
  });
}

/** Sends what Remix answered. A page is sent whole, with its length; a stream of events as it comes. */
export async function sendWebResponse(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status);
  response.statusMessage = answer.statusText;
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (!answer.headers.has("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
  if (answer.body === null) {
    response.end();
  } else if (answer.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    response.flushHeaders();
    await writeReadableStreamToWritable(answer.body, response);
  } else {
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
}
