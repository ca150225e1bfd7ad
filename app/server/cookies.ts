import { createHash, randomBytes } from "node:crypto";
import type { Audience } from "~/domain/access/audience";

export type CookieKind = Audience | "draft" | "participant" | "signin";

/** Named per audience and brand, so that one browser can hold a patient and a partner, of several brands, side by side. */
export const cookieName = (kind: CookieKind, brandId: string): string => `onedoor_${kind}_${brandId}`;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 unguessable bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token: who reads the database cannot use it as a cookie. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

export type Cookies = ReadonlyMap<string, string>;

/** Our own cookies of a request; anything else a browser sends is passed over. */
export function readCookies(header: string | undefined): Cookies {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const equals = pair.indexOf("=");
    const name = pair.slice(0, equals).trim();
    const value = pair.slice(equals + 1).trim();
    if (equals > 0 && name.startsWith("onedoor_") && TOKEN.test(value) && !cookies.has(name))
      cookies.set(name, value);
  }
  return cookies;
}

export interface CookieWriter {
  set(kind: CookieKind, brandId: string, token: string, seconds: number): string;
  clear(kind: CookieKind, brandId: string): string;
}

export function cookieWriter(https: boolean): CookieWriter {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
  return {
    set: (kind, brandId, token, seconds) =>
      `${cookieName(kind, brandId)}=${token}; Max-Age=${seconds}; ${attributes}`,
    clear: (kind, brandId) => `${cookieName(kind, brandId)}=; Max-Age=0; ${attributes}`,
  };
}
