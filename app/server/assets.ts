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

/** Everything of the browser's build, read once: no address is ever turned into a path of the disk. */
export function serveAssets(folder: string): RequestHandler {
  const files = new Map<string, KeptAnswer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    const hashed = address.startsWith("/assets/");
    files.set(
      address,
      new KeptAnswer(readFileSync(path), {
        "Content-Type": type,
        "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "public, max-age=300",
        Vary: "Accept-Encoding",
      }),
    );
  }
  return (request, response, next) => {
    const file = request.method === "POST" ? undefined : files.get(request.path);
    if (file === undefined) return next();
    response.locals.route = "asset";
    file.send(request, response).catch(next);
  };
}
