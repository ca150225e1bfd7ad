import type { Request, RequestHandler } from "express";
import { refuse } from "./plain-pages";

const SAFE = new Set(["GET", "HEAD"]);
const TAKEN = new Set(["GET", "HEAD", "POST"]);
/** Where GOV.UK Notify posts its delivery receipts. */
export const RECEIPTS = "/notify/receipts";
/** Addresses that authenticate a client by its own secret, not a browser by its cookie. */
const OTHER_CLIENTS = new Set(["/oidc/token", RECEIPTS]);

/** The origin that a request was made to, "http://localhost:3000". Undefined when its Host cannot be one. */
export type OwnOrigin = (request: Request) => string | undefined;

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * Where a request was made to. A set BASE_URL is the answer for its own host; other hosts are taken only if `known`
 * (a brand's own), by the same scheme. Without one (the demo) any host is taken as it is.
 */
export function ownOrigin(baseUrl: string | null, known: (host: string) => boolean): OwnOrigin {
  const base = baseUrl === null ? null : new URL(baseUrl);
  return (request) => {
    const host = request.headers.host;
    if (host === undefined || !HOST.test(host) || !URL.canParse(`http://${host}`)) return undefined;
    if (base === null) return new URL(`http://${host}`).origin;
    const asked = new URL(`${base.protocol}//${host}`);
    return asked.host === base.host || known(asked.hostname) ? asked.origin : undefined;
  };
}

/**
 * Stands before everything that reads an address or a body. It refuses what no page of ours sends: an address that
 * does not decode, `_data` (which goes round Remix's own check of a form's origin), and a form from another site.
 */
export function originGate(origin: OwnOrigin): RequestHandler {
  return (request, response, next) => {
    delete request.headers["x-forwarded-host"];
    if (!TAKEN.has(request.method)) {
      response.setHeader("Allow", "GET, HEAD, POST");
      return refuse(response, 405);
    }
    if (!isPlainAddress(request.originalUrl)) return refuse(response, 400);
    const own = origin(request);
    if (own === undefined) return refuse(response, request.headers.host === undefined ? 400 : 421);
    response.locals.origin = own;
    if (!SAFE.has(request.method) && !OTHER_CLIENTS.has(request.path) && !isFromOurPages(request, own)) {
      return refuse(response, 403);
    }
    next();
  };
}

function isFromOurPages(request: Request, own: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === own;
}

const LONGEST_ADDRESS = 4_096;

/** One leading slash, and text that decodes to whole characters, with no control characters and no `_data`. */
export function isPlainAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS || !/^\/(?![/\\])[\x21-\x7e]*$/.test(address)) return false;
  const mark = address.indexOf("?");
  const path = decoded(mark === -1 ? address : address.slice(0, mark));
  if (path === undefined || /[\p{Cc}\\]/u.test(path)) return false;
  if (mark === -1) return true;
  return address
    .slice(mark + 1)
    .split("&")
    .every((pair) => {
      const [name, value] = fieldOf(pair);
      return name !== undefined && value !== undefined && name !== "_data" && !hasControls(name + value);
    });
}

/** A field of a form or query, decoded; undefined where it does not decode. */
export function fieldOf(pair: string): readonly [name: string | undefined, value: string | undefined] {
  const equals = pair.indexOf("=");
  const name = equals === -1 ? pair : pair.slice(0, equals);
  const value = equals === -1 ? "" : pair.slice(equals + 1);
  return [decoded(name.replaceAll("+", " ")), decoded(value.replaceAll("+", " "))];
}

/** Control characters of Unicode (C0, C1 and delete), but for tab and the ends of lines that a text box may hold. */
export const hasControls = (text: string): boolean => /(?![\t\n\r])\p{Cc}/u.test(text);

function decoded(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
