import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { RequestHandler } from "express";
import { KeptAnswer } from "./kept-answer";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** A file of the browser's build, by the address that pages ask for it at. */
interface Asset {
  readonly address: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Every file of the browser's build that is of a kind that pages ask for. */
export function* assetsIn(folder: string): Generator<Asset> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    yield { address: `/${relative(folder, path).split(sep).join("/")}`, type, body: readFileSync(path) };
  }
}

/** The colour in the address of a stylesheet: "/assets/onedoor-abc.css?1d5c63". */
const COLOURED = /\.css\?([0-9a-f]{6}|[0-9a-f]{3})$/i;

/** The colour that an address asks a stylesheet in, without its #. */
export const colourIn = (address: string): string | undefined => COLOURED.exec(address)?.[1];
export const inColour = (sheet: Buffer, colour: string): Buffer =>
  Buffer.concat([sheet, Buffer.from(`:root{--brand-colour:#${colour}}\n`)]);

/**
 * Everything of the browser's build, read once: no address is ever turned into a path of the disk. A stylesheet has a
 * brand's colour when its address names one, because the pages' policy takes no style written into them, and a second
 * file would be one more thing to wait for. It is kept in the colours that brands wear, and made anew in any other.
 */
export function serveAssets(folder: string, worn: ReadonlySet<string>): RequestHandler {
  const files = new Map<string, KeptAnswer>();
  const bodies = new Map<string, Buffer>();
  for (const { address, type, body } of assetsIn(folder)) {
    bodies.set(address, body);
    files.set(address, new KeptAnswer(body, headersOf(address, type), "always"));
  }

  function coloured(address: string, path: string): KeptAnswer | undefined {
    const colour = colourIn(address);
    const body = bodies.get(path);
    if (colour === undefined || body === undefined) return files.get(path);
    const kept = files.get(address);
    if (kept !== undefined) return kept;
    const isWorn = worn.has(`#${colour}`);
    const made = new KeptAnswer(
      inColour(body, colour),
      headersOf(path, "text/css; charset=utf-8"),
      isWorn ? "always" : "once",
    );
    if (isWorn) files.set(address, made);
    return made;
  }

  return (request, response, next) => {
    const file = request.method === "POST" ? undefined : coloured(request.url, request.path);
    if (file === undefined) return next();
    response.locals.route = "asset";
    file.send(request, response).catch(next);
  };
}

const headersOf = (address: string, type: string): Readonly<Record<string, string>> => ({
  "Content-Type": type,
  "Cache-Control": address.startsWith("/assets/")
    ? "public, max-age=31536000, immutable"
    : "public, max-age=300",
  Vary: "Accept-Encoding",
});
