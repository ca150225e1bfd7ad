import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { type Served, serve } from "./served";

const ROOT = resolve(import.meta.dirname, "../..");
const BARE = join(ROOT, "bench/bare");
const BARE_BUILD = join(ROOT, "build/bare");

/** Builds the bare Remix app and serves it: the floor of what is asked over HTTP. */
export async function serveBare(): Promise<Served> {
  const built = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build", BARE],
    { env: { ...process.env, NODE_ENV: "production", ONEDOOR_BUILD: BARE_BUILD }, encoding: "utf8" },
  );
  if (built.status !== 0)
    throw new Error(`The bare Remix app could not be built:\n${built.stdout}${built.stderr}`);
  return serve(join(BARE, "serve.mjs"), [join(BARE_BUILD, "server/index.js")]);
}

/** The demo, as `npm run demo` serves it, on a database of its own. */
export const serveDemo = (databaseUrl: string): Promise<Served> =>
  serve(join(ROOT, "build/node/start.js"), [], {
    DEMO: "1",
    PORT: "0",
    LOG_LEVEL: "warn",
    DATABASE_URL: databaseUrl,
  });
