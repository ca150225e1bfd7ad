/**
 * The three builds, each made only when something it reads has changed, and put in place whole:
 * build/client and build/server by Remix, build/client/modules for patient pages, build/node for Node.
 *
 *   node scripts/build.mjs            all of them
 *   node scripts/build.mjs --node     only build/node
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { alone, fingerprint, isFresh, markFresh } from "./freshness.mjs";

const root = resolve(import.meta.dirname, "..");
const out = join(root, "build");

/** What Node runs: the server and its workers, the command, and the measurements where their sources are at hand. */
const NODE_ENTRIES = {
  start: "app/server/start.ts",
  onedoor: "bin/onedoor.ts",
  bench: "bench/run.ts",
  "steady-pages": "bench/steady-pages.ts",
  "lab-visitors": "bench/lab-visitors.ts",
  "what-if": "app/server/what-if-worker.ts",
  pictures: "app/server/pictures/picture-worker.ts",
  "page-reader": "app/server/page-reader-thread.ts",
};

export async function build({ web = true } = {}) {
  process.chdir(root);
  mkdirSync(out, { recursive: true });
  await alone(join(out, ".lock"), async () => {
    await whenStale(
      "node",
      ["app", "db", "seeds", "bin", "bench", "package-lock.json", "scripts"],
      buildNode,
    );
    if (web)
      await whenStale(
        "web",
        ["app", "db", "public", "vite.config.ts", "package-lock.json", "scripts"],
        buildWeb,
      );
  });
}

async function whenStale(name, sources, make) {
  const stampFile = join(out, `.${name}`);
  const stamp = fingerprint(sources);
  if (isFresh(stampFile, stamp)) return;
  const next = join(out, `next-${name}-${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  try {
    await make(next);
    for (const part of readdirSync(next)) putInPlace(join(next, part), join(out, part));
    markFresh(stampFile, stamp);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

function putInPlace(made, place) {
  const before = `${place}.before-${process.pid}`;
  if (existsSync(place)) renameSync(place, before);
  renameSync(made, place);
  rmSync(before, { recursive: true, force: true });
}

async function buildNode(next) {
  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: Object.fromEntries(Object.entries(NODE_ENTRIES).filter(([, source]) => existsSync(source))),
    outdir: join(next, "node"),
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: true,
    logLevel: "warning",
  });
}

async function buildWeb(next) {
  try {
    await promisify(execFile)(
      process.execPath,
      [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"],
      {
        env: { ...process.env, NODE_ENV: "production", ONEDOOR_BUILD: next },
        maxBuffer: 20_000_000,
      },
    );
  } catch ({ message, stdout, stderr }) {
    throw new Error(`Remix could not be built: ${message}\n${stdout}\n${stderr}`);
  }
  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: readdirSync("public/modules")
      .filter((name) => /^[^.]+\.ts$/.test(name))
      .map((name) => join("public/modules", name)),
    outdir: join(next, "client/modules"),
    bundle: true,
    minify: true,
    target: "es2020",
    format: "esm",
    logLevel: "warning",
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await build({ web: !process.argv.includes("--node") });
}
