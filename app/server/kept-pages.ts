import type { NextFunction, Request, Response } from "express";
import { AUDIENCES } from "~/domain/access/audience";
import type { Overlay } from "~/domain/directory/types";
import type { Directories } from "~/usecases/context";
import { cookieName, readCookies } from "./cookies";
import { KeptAnswer } from "./kept-answer";
import { sendWebResponse } from "./remix";
import type { Known } from "./url-map";

/** Times and dates are written on pages in words, so no page is kept for longer. */
const KEPT_MS = 60_000;
const MOST_PAGES = 2_000;
const MOST_BYTES = 64 * 1024 * 1024;
const LARGEST_PAGE = 512 * 1024;

export interface KeptPages {
  find(key: string): KeptAnswer | undefined;
  keep(key: string, answer: KeptAnswer): void;
}

/** Pages by their key; the one that was asked for longest ago goes first when there is no more room. */
export function createKeptPages(now: () => number = () => performance.now()): KeptPages {
  const pages = new Map<string, { answer: KeptAnswer; until: number }>();
  let bytes = 0;

  function drop(key: string) {
    bytes -= pages.get(key)?.answer.size ?? 0;
    pages.delete(key);
  }

  return {
    find(key) {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      if (page.until < now()) {
        drop(key);
        return undefined;
      }
      pages.delete(key);
      pages.set(key, page);
      return page.answer;
    },
    keep(key, answer) {
      drop(key);
      if (answer.size > LARGEST_PAGE) return;
      pages.set(key, { answer, until: now() + KEPT_MS });
      bytes += answer.size;
      for (const oldest of pages.keys()) {
        if (pages.size <= MOST_PAGES && bytes <= MOST_BYTES) break;
        drop(oldest);
      }
    },
  };
}

type Render = (request: Request, response: Response) => Promise<globalThis.Response>;

/**
 * Answers pages that are alike for everyone from what was rendered before, in front of Remix. A page is kept under
 * its brand, its address, and the versions of the directory and of what moves by the minute, so it is never older
 * than they are. Whoever has a session or a draft in this brand gets a page of their own.
 */
export function keptPages(directories: Directories, render: Render) {
  const pages = createKeptPages();
  const rendering = new Map<string, Promise<KeptAnswer | undefined>>();
  const versionOf = createOverlayVersions();

  async function renderAndKeep(key: string, request: Request, response: Response) {
    const answer = await render(request, response);
    const html = answer.headers.get("Content-Type") ?? "";
    const notForKeeping =
      answer.headers.has("Set-Cookie") || answer.headers.get("Cache-Control")?.includes("no-store");
    if (answer.status !== 200 || notForKeeping || answer.headers.has("Location")) {
      await sendWebResponse(answer, request, response);
      return undefined;
    }
    const kept = new KeptAnswer(
      Buffer.from(await answer.arrayBuffer()),
      { "Content-Type": html, "Cache-Control": "private, no-cache", Vary: "Cookie, Accept-Encoding" },
      "often",
    );
    pages.keep(key, kept);
    return kept;
  }

  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      const brandId: string = response.locals.brandId;
      const known: Known | undefined = response.locals.known;
      if (request.method !== "GET" && request.method !== "HEAD") return next();
      // In the world of who takes part in a study, pages are theirs alone.
      if (response.locals.world === "lab") return next();
      if (known?.keptBy === undefined || isKnownHere(request.headers.cookie, brandId)) return next();
      const directory = await directories.current(brandId);
      const overlay = versionOf(brandId, await directories.overlay(brandId));
      const key = `${brandId} ${directory.version} ${overlay} ${request.originalUrl}`;
      const found = pages.find(key) ?? (await rendering.get(key));
      if (found !== undefined) return await found.send(request, response);
      if (request.method === "HEAD" || !variesOnlyBy(known.keptBy, request.originalUrl)) return next();
      const made = renderAndKeep(key, request, response);
      rendering.set(
        key,
        made.catch(() => undefined),
      );
      const kept = await made.finally(() => rendering.delete(key));
      await kept?.send(request, response);
    } catch (error) {
      next(error);
    }
  };
}

/** Someone with a session or a draft in this brand, whose pages may name them. */
function isKnownHere(header: string | undefined, brandId: string): boolean {
  if (header === undefined || !header.includes("onedoor_")) return false;
  const cookies = readCookies(header);
  return ([...AUDIENCES, "draft"] as const).some((kind) => cookies.has(cookieName(kind, brandId)));
}

function variesOnlyBy(fields: readonly string[], address: string): boolean {
  const mark = address.indexOf("?");
  if (mark === -1) return true;
  return [...new URLSearchParams(address.slice(mark)).keys()].every((name) => fields.includes(name));
}

/** A number that moves on when anything in a brand's overlay does, however often the overlay is read again. */
function createOverlayVersions(): (brandId: string, overlay: Overlay) => number {
  const last = new Map<string, { overlay: Overlay; version: number }>();
  return (brandId, overlay) => {
    const before = last.get(brandId);
    if (before?.overlay === overlay) return before.version;
    const same = before !== undefined && sameOverlay(before.overlay, overlay);
    const version = same ? before.version : (before?.version ?? 0) + 1;
    last.set(brandId, { overlay, version });
    return version;
  };
}

function sameOverlay(before: Overlay, after: Overlay): boolean {
  if (before.size !== after.size) return false;
  for (const [offerId, state] of after) {
    const earlier = before.get(offerId);
    if (
      earlier === undefined ||
      earlier.capacity !== state.capacity ||
      earlier.capacityConfirmedAt !== state.capacityConfirmedAt ||
      earlier.nextFreeAt !== state.nextFreeAt
    )
      return false;
  }
  return true;
}
