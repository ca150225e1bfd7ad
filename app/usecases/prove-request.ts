import { createHash } from "node:crypto";
import { instant, milliseconds, type PlainDate } from "~/domain/shared/time";
import { findByReferenceAndBirth } from "~db/queries/requests";
import { createSession, readSession, touchSession } from "~db/queries/sessions";

import type { Onedoor } from "./context";

/** A phone may be shared, so what a guest has proved is soon forgotten. Real time. */
const PROVED_FOR_MS = 2 * 3_600_000;
const AUDIENCE = "guest";

/** Who asks, from which browser: `visitor` is the hash of the draft cookie's token. */
interface Proof {
  readonly visitor: string;
  readonly reference: string;
  readonly bornOn: PlainDate;
}

/**
 * Lets a guest follow one request for two hours, when they know its reference and the person's date of birth. An unknown
 * reference and a wrong date are one and the same answer, so that neither can be found out.
 */
export async function proveRequest(
  onedoor: Onedoor,
  brandId: string,
  { visitor, reference, bornOn }: Proof,
): Promise<{ readonly kind: "proved" } | { readonly kind: "no-match" }> {
  const found = await findByReferenceAndBirth(onedoor.db.kysely, brandId, reference, bornOn);
  if (!found) return { kind: "no-match" };
  const now = onedoor.clock();
  const id = sessionId(visitor, reference);
  const expiresAt = instant(milliseconds(now) + PROVED_FOR_MS);
  await onedoor.db.write(async (tx) => {
    if (await readSession(tx, brandId, AUDIENCE, id, "")) return touchSession(tx, brandId, id, expiresAt);
    await createSession(tx, { id, brandId, audience: AUDIENCE, accountId: null, body: {}, expiresAt });
  });
  return { kind: "proved" };
}

/** Whether this browser has proved that it may follow this request, not long ago. */
export async function hasProved(
  onedoor: Onedoor,
  brandId: string,
  visitor: string,
  reference: string,
): Promise<boolean> {
  const id = sessionId(visitor, reference);
  return (await readSession(onedoor.db.kysely, brandId, AUDIENCE, id, onedoor.clock())) !== undefined;
}

/** One row for a browser and a request: it opens nothing else. */
const sessionId = (visitor: string, reference: string): string =>
  createHash("sha256").update(`${visitor} ${reference}`).digest("hex");
