import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { ErrorReferenceProvider } from "./error-reference";
import { saysSensitive } from "./front-door";
import { NonceProvider } from "./nonce";
import type { Handle } from "./root";
import { contentSecurityPolicy } from "./server/content-security-policy";

export const streamTimeout = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!isInteractive(remix)) {
    await context.standAside();
    const html = renderToString(
      <ErrorReferenceProvider value={context.requestId}>
        <RemixServer context={remix} url={request.url} />
      </ErrorReferenceProvider>,
    );
    const page = takenBack(remix, status) ? html.replace(/<title>(?!Error:)/, "<title>Error: ") : html;
    if (isSensitive(remix)) keepToOneself(headers, page);
    return new Response(`<!DOCTYPE html>${page}`, { status, headers });
  }
  const nonce = randomBytes(16).toString("base64");
  headers.set(
    "Content-Security-Policy",
    contentSecurityPolicy({ nonce, framedBySelf: context.world === "stage" }),
  );
  return streamed(request, status, headers, remix, context, nonce);
}

/**
 * The answer to a failing request says nothing of the error, which the log has; but for a brand that was taken away meanwhile,
 * which is none, and no line of the log names somebody's world.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || (error instanceof Error && error.name === "UnknownBrand")) return;
  const err =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack }
      : { message: String(error) };
  context.onedoor.log.error({ err, requestId: context.requestId }, "a page failed");
}

/** A page that comes back with what is wrong says so first, in its title: that is what is read out first. */
const takenBack = (remix: EntryContext, status: number): boolean =>
  status >= 400 && status < 500 && remix.staticHandlerContext.errors === null;

const isSensitive = (remix: EntryContext): boolean =>
  Object.values(remix.staticHandlerContext.loaderData).some(saysSensitive);

/**
 * Nothing of a sensitive page stays in the browser, and no address of one is sent on. With a form on it a page keeps
 * the usual policy, which tells other sites nothing either: under `no-referrer` older browsers would send the form
 * without saying where it comes from, and it would be refused.
 */
function keepToOneself(headers: Headers, page: string): void {
  headers.set("Cache-Control", "no-store");
  if (!page.includes('method="post"')) headers.set("Referrer-Policy", "no-referrer");
}

function isInteractive(remix: EntryContext): boolean {
  return remix.staticHandlerContext.matches.some((match) => {
    const handle = remix.routeModules[match.route.id]?.handle as Handle | undefined;
    return handle?.interactive === true;
  });
}

function streamed(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
  nonce: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remix} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status: answered, headers }));
        },
        onShellError: reject,
        onError(error) {
          answered = 500;
          handleError(error, { request, context });
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}
