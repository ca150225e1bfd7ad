import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { readReceipt } from "~/integrations/notify/receipt";
import type { Onedoor } from "~/usecases/context";
import { takeReceipt } from "~/usecases/take-receipt";
import { LONGEST_BODY, readBody } from "./limits";
import { RECEIPTS } from "./origin-gate";

/** Takes delivery receipts from whoever holds the token. Without a token there is no such address. */
export function receipts(onedoor: Onedoor, token: string | null): RequestHandler {
  return (request, response, next) => {
    if (token === null || request.path !== RECEIPTS || request.method !== "POST") return next();
    response.locals.route = "notify-receipts";
    take(onedoor, token, request, response).catch(next);
  };
}

async function take(onedoor: Onedoor, token: string, request: Request, response: Response): Promise<void> {
  const say = (status: number, text: string) => {
    response.status(status).setHeader("Cache-Control", "no-store");
    response.type("text/plain").end(text === "" ? "" : `${text}\n`);
  };
  if (!isBearer(request.headers.authorization, token)) {
    response.setHeader("WWW-Authenticate", "Bearer");
    return say(401, "Send the token that this installation was given as NOTIFY_RECEIPT_TOKEN");
  }
  const read = await readBody(request);
  if ("refused" in read) {
    response.setHeader("Connection", "close");
    return say(read.refused, `Send a receipt as JSON, of ${LONGEST_BODY} bytes at most`);
  }
  const receipt = readReceipt(fromJson(read.body));
  if (receipt.kind === "bad") return say(400, receipt.why);
  const taken = await takeReceipt(onedoor, receipt);
  return taken === "unknown" ? say(404, "There is no such message here") : say(204, "");
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares digests, so that the time it takes tells nothing of the token nor of its length. */
const isBearer = (header: string | undefined, token: string): boolean =>
  timingSafeEqual(digest(header ?? ""), digest(`Bearer ${token}`));

function fromJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
