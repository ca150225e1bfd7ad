import { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

const Body = z.record(z.string(), z.unknown());

/** A browser that is known, in one brand and for one audience. Its times are real time, never a brand's own. */
export interface Session {
  /** Not what the cookie carries, but the SHA-256 of it, in hex: who reads the database cannot sign in with it. */
  readonly id: string;
  readonly brandId: string;
  readonly audience: string;
  readonly accountId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly expiresAt: Instant;
}

export async function createSession(tx: Tx | Reader, session: Session): Promise<void> {
  await tx
    .insertInto("sessions")
    .values({
      brand_id: session.brandId,
      id: session.id,
      audience: session.audience,
      account_id: session.accountId,
      body: toJson(session.body),
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The session, while it lasts. Undefined for another brand's, another audience's, or one that is over. */
export async function readSession(
  reader: Reader,
  brandId: string,
  audience: string,
  id: string,
  now: Instant,
): Promise<Session | undefined> {
  const row = await reader
    .selectFrom("sessions")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("audience", "=", audience)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      brandId: row.brand_id,
      audience: row.audience,
      accountId: row.account_id,
      body: Body.parse(JSON.parse(row.body)),
      expiresAt: row.expires_at,
    }
  );
}

/** Makes a session last until a later moment. */
export async function touchSession(
  tx: Tx | Reader,
  brandId: string,
  id: string,
  expiresAt: Instant,
): Promise<void> {
  await tx
    .updateTable("sessions")
    .set({ expires_at: expiresAt })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("expires_at", "<", expiresAt)
    .execute();
}

export async function deleteSession(tx: Tx | Reader, brandId: string, id: string): Promise<void> {
  await tx.deleteFrom("sessions").where("brand_id", "=", brandId).where("id", "=", id).execute();
}

/** Forgets whoever is on their way through sign-in to an address that names something, as "/lab/sessions/4JJX" or "delete=4JJX" does. */
export async function forgetWaysTo(tx: Tx | Reader, brandId: string, address: string): Promise<void> {
  await tx
    .deleteFrom("sessions")
    .where("brand_id", "=", brandId)
    .where("audience", "=", "leaving")
    .where(({ eb, or }) =>
      or([
        eb("body", "like", `%${address}"%`),
        eb("body", "like", `%${address}/%`),
        eb("body", "like", `%${address}?%`),
        eb("body", "like", `%${address}&%`),
      ]),
    )
    .execute();
}

/** Removes every session that is over, of all brands. Returns how many. */
export async function expireSessions(tx: Tx | Reader, now: Instant): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("sessions")
    .where("expires_at", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
