import type { Request, RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { LimitedTry } from "./app-context";
import { fieldOf, hasControls } from "./origin-gate";
import { type Refusal, refuse } from "./plain-pages";

/** The longest free text is 2,000 characters; a form is never longer than this, however it is encoded. */
export const LONGEST_BODY = 64 * 1024;
const MOST_FIELDS = 200;
const SLOWEST_BODY_MS = 15_000;

/**
 * Reads the body of a form, whole, before any route does, and refuses what is not one: too long, another type, text
 * that does not decode. Routes then read `response.locals.body`, and cannot fail at it.
 */
export const formBody: RequestHandler = async (request, response, next) => {
  if (request.method !== "POST") return next();
  const read = await readForm(request);
  if ("refused" in read) {
    response.setHeader("Connection", "close");
    return refuse(response, read.refused);
  }
  response.locals.body = read.body;
  next();
};

async function readForm(request: Request): Promise<{ body: Buffer } | { refused: Refusal }> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded" && type !== "") return { refused: 415 };
  const read = await readBody(request);
  if ("refused" in read) return read;
  if (type === "" && read.body.length > 0) return { refused: 415 };
  return isPlainForm(read.body.toString("latin1")) ? read : { refused: 400 };
}

/** Reads a body whole, whatever it is. Refuses one that is too long, packed, or never comes. */
export async function readBody(request: Request): Promise<{ body: Buffer } | { refused: Refusal }> {
  if (Number(request.headers["content-length"] ?? 0) > LONGEST_BODY) return { refused: 413 };
  if (request.headers["content-encoding"] !== undefined) return { refused: 415 };
  const chunks: Buffer[] = [];
  let length = 0;
  const tooSlow = setTimeout(() => request.destroy(), SLOWEST_BODY_MS);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LONGEST_BODY) return { refused: 413 };
      chunks.push(chunk);
    }
  } catch {
    return { refused: 400 };
  } finally {
    clearTimeout(tooSlow);
  }
  return { body: Buffer.concat(chunks) };
}

/** A form as browsers write it: ASCII, each field decoding to whole characters, without control characters. */
export function isPlainForm(text: string): boolean {
  if (text === "") return true;
  if (!/^[\x20-\x7e]*$/.test(text)) return false;
  const pairs = text.split("&");
  if (pairs.length > MOST_FIELDS) return false;
  return pairs.every((pair) => {
    const [name, value] = fieldOf(pair);
    return name !== undefined && value !== undefined && name !== "_data" && !hasControls(name + value);
  });
}

/**
 * What one address on the network may try. Counted by each process in real time, whatever a brand's clock says. A
 * whole waiting room may share one address, so a subject (a reference) has a tighter limit of its own.
 */
const TRIES: Readonly<Record<LimitedTry, { perSubject: number; perAddress: number; seconds: number }>> = {
  "guest-tracking": { perSubject: 10, perAddress: 100, seconds: 15 * 60 },
  "lab-link": { perSubject: 20, perAddress: 100, seconds: 15 * 60 },
  // A browser tells what is done in it twice a second at most, and a room may be full of them.
  "lab-record": { perSubject: 4_000, perAddress: 80_000, seconds: 15 * 60 },
  "light-link": { perSubject: 20, perAddress: 100, seconds: 15 * 60 },
  "withdraw-code": { perSubject: 20, perAddress: 100, seconds: 15 * 60 },
  "sign-in": { perSubject: 600, perAddress: 600, seconds: 15 * 60 },
};

export type MayTry = (what: LimitedTry, address: string, subject: string) => Promise<boolean>;

export function createRateLimits(): MayTry {
  const limiters = new Map(
    Object.entries(TRIES).map(([what, limit]) => [
      what,
      {
        subject: new RateLimiterMemory({ points: limit.perSubject, duration: limit.seconds }),
        address: new RateLimiterMemory({ points: limit.perAddress, duration: limit.seconds }),
      },
    ]),
  );
  return async (what, address, subject) => {
    const limiter = limiters.get(what);
    if (limiter === undefined) return false;
    const spent = await Promise.allSettled([
      limiter.address.consume(address),
      limiter.subject.consume(`${address} ${subject.slice(0, 200)}`),
    ]);
    return spent.every((result) => result.status === "fulfilled");
  };
}
