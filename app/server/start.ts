import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import type { ServerBuild } from "@remix-run/node";
import { instant } from "~/domain/shared/time";
import { createDemoProvider } from "~/integrations/identity/demo-provider";
import { createDemoIdentity, createIdentity, type IdentitySettings } from "~/integrations/identity/identity";
import { startClock } from "~/jobs/clock";
import { createOnedoor } from "~/usecases/onedoor";
import { openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { readBrands } from "~db/queries/brands";
import { createApp } from "./app";
import { serveAssets } from "./assets";
import { createContexts } from "./context";
import { cookieWriter } from "./cookies";
import { claimsOfSeededAccount } from "./demo-people";
import { createDoors } from "./doors";
import { BadEnvironment, type Environment, readEnvironment } from "./environment";
import { createLabRecorder } from "./lab-recorder";
import { createRateLimits } from "./limits";
import { linkCodes } from "./link-codes";
import { createLive } from "./live";
import { createLog, requestLog } from "./logging";
import { createWaiting } from "./make-way";
import { ownOrigin } from "./origin-gate";
import { createPageReader } from "./page-reader";
import { createPatientsFirst } from "./patients-first";
import { createPictureMaker } from "./pictures/picture-maker";
import { createPostOffice } from "./post-office";
import { receipts } from "./receipts";
import { createRemix } from "./remix";
import { createShutdown } from "./shutdown";
import { createSignIn } from "./sign-in";
import { readUrlMap } from "./url-map";
import { createViewers } from "./viewers";
import { createWhatIfRuns } from "./what-if-runs";
import { makeYear } from "./year";

/** build/, where this file runs from build/node. */
const BUILD = resolve(import.meta.dirname, "..");
/** How soon what falls due is noticed. */
const CLOCK_MS = 2_000;
/**
 * Whatever is asked for waits while memory that nobody needs any more is looked for. So this is done once there is twice as
 * much of it as is needed, and not every few seconds: it takes up to three times the memory that is needed.
 */
const MEMORY_LEFT_PERCENT = 200;

const NO_CHROMIUM =
  "No Chromium was found, so the usability lab makes no pictures of pages. Install Chromium or Google Chrome, or name one in CHROMIUM_PATH, and start again. With CHROMIUM_PATH=off this is not said.";

/** Puts the house together and opens its door. Every other file of the server is given what it needs from here. */
async function serve(environment: Environment): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${MEMORY_LEFT_PERCENT}`);
  const log = createLog(environment.LOG_LEVEL);
  const db = await openDatabase(environment.DATABASE_URL);
  await migrate(db);
  const onedoor = createOnedoor(db, log);
  if (environment.DEMO && environment.DEMO_SEED) {
    const { seedDemoOnce } = await import("~seeds/scenarios/demo");
    await seedDemoOnce(onedoor, { issuer: environment.OIDC_ISSUER });
  }

  const build = (await import(pathToFileURL(resolve(BUILD, "server/index.js")).href)) as ServerBuild;
  const urlMap = readUrlMap(build);
  const doors = createDoors(() => readBrands(db.kysely));
  await doors.current();
  const live = createLive(db, log);
  const https = environment.BASE_URL?.startsWith("https:") ?? false;
  const cookies = cookieWriter(https);
  const sessionIdOf = (token: string) =>
    createHmac("sha256", environment.SESSION_SECRET).update(token).digest("hex");
  const codeOf = linkCodes(environment.SESSION_SECRET);

  const settings: IdentitySettings = {
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: environment.OIDC_CLIENT_SECRET,
  };
  const server = createServer();
  const demoProvider = environment.DEMO
    ? createDemoProvider(settings, (subject) => claimsOfSeededAccount(db, settings.issuer, subject))
    : null;
  const identity = environment.DEMO
    ? createDemoIdentity(settings, () => portOf(server))
    : createIdentity(settings);

  const waiting = createWaiting(log);
  const whatIf = createWhatIfRuns(db, {
    databaseUrl: environment.DATABASE_URL,
    worker: resolve(BUILD, "node/what-if.js"),
    waiting,
    log,
  });
  const patientsFirst = createPatientsFirst();
  const pageReader = createPageReader(resolve(BUILD, "node/page-reader.js"));
  const labRecorder = createLabRecorder(onedoor, patientsFirst, pageReader);
  const chromium = environment.CHROMIUM_PATH;
  if (chromium === null) log.warn(NO_CHROMIUM);
  const pictures =
    chromium === null || chromium === "off"
      ? null
      : createPictureMaker({
          chromium,
          client: resolve(BUILD, "client"),
          worker: resolve(BUILD, "node/pictures.js"),
        });
  const coloursWorn = new Set<string>();
  const viewers = createViewers(db, sessionIdOf, () => instant(Date.now()));
  const contextFor = createContexts({
    onedoor,
    coloursWorn,
    viewers,
    signInFor: createSignIn({
      onedoor,
      identity,
      issuer: settings.issuer,
      demoProvider,
      cookies,
      sessionIdOf,
    }),
    cookies,
    mayTry: createRateLimits(),
    codeOfLink: environment.DEMO ? codeOf : null,
    live,
    whatIf,
    makesPictures: pictures !== null,
    urlMap,
  });

  let stopping = false;
  server.on(
    "request",
    createApp({
      https,
      trustedProxies: environment.TRUSTED_PROXIES,
      origin: ownOrigin(environment.BASE_URL, doors.hasHost),
      doors,
      directories: onedoor.directories,
      urlMap,
      remix: createRemix(build),
      viewers,
      contextFor,
      labRecorder,
      waiting,
      patientsFirst,
      requestLog: requestLog(log),
      assets: serveAssets(resolve(BUILD, "client"), coloursWorn),
      receipts: receipts(onedoor, environment.notify?.receiptToken ?? null),
      demoProvider:
        demoProvider && ((request, response, next) => demoProvider.handle(request, response).catch(next)),
      ready: async () => {
        if (stopping) throw new Error("not ready");
        await db.answers();
        return { clockLastRan: stopClock.lastBeat() };
      },
      log,
    }),
  );
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;

  await listen(server, environment.PORT);
  const port = portOf(server);
  const office = createPostOffice({
    notify: environment.notify,
    doors,
    baseUrl: environment.BASE_URL ?? `http://localhost:${port}`,
    codeOf,
  });
  const stopClock = startClock(onedoor, CLOCK_MS, office, pictures);
  const stopYear =
    environment.DEMO && environment.DEMO_SEED && environment.DEMO_YEAR ? makeYear(onedoor) : () => {};
  const stop = createShutdown({
    server,
    first: () => {
      stopping = true;
      live.close();
    },
    afterwards: [
      () => labRecorder.close().then(pageReader.close),
      () => whatIf.close(),
      waiting.close,
      () => pictures?.close(),
      stopYear,
      stopClock,
      () => db.close(),
    ],
    log,
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }

  const address =
    environment.BASE_URL === null ? `http://localhost:${port}` : `${environment.BASE_URL} (port ${port})`;
  process.stdout.write(`Onedoor is open at ${address}\n`);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    const failed = (error: Error) =>
      fail("code" in error && error.code === "EADDRINUSE" ? taken(port) : error);
    server.once("error", failed);
    server.listen(port, () => {
      server.off("error", failed);
      done();
    });
  });
}

/** What goes wrong first on a machine where much is going on. */
const taken = (port: number): BadEnvironment =>
  new BadEnvironment(`PORT ${port} is used by another program: set one that is free, such as PORT=3100`);

try {
  await serve(readEnvironment(process.env));
} catch (error) {
  const expected = error instanceof BadEnvironment || (error instanceof Error && "code" in error);
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
