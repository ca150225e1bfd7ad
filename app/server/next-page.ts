import { isPlainAddress } from "./origin-gate";
import type { UrlMap } from "./url-map";

/**
 * Where to go on to after signing in: only a page of the same front door, by its own path. Anything else (another
 * site, another brand, no page of ours, the sign-in itself, a one-time link, which is kept nowhere) is undefined.
 */
export function nextPage(urlMap: UrlMap, prefix: string, asked: string | null): string | undefined {
  if (asked === null || !isPlainAddress(asked)) return undefined;
  const path = new URL(asked, "http://own.invalid").pathname;
  const isUnderBrand = path.startsWith("/b/") || path === "/b";
  const isHere = prefix === "" ? !isUnderBrand : path === prefix || path.startsWith(`${prefix}/`);
  const id = urlMap(path)?.id.replace(/^brand\//, "");
  return isHere && id !== undefined && !/^(not-found|sign-|partner\/light$)/.test(id) ? asked : undefined;
}
