import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { Instant } from "~/domain/shared/time";
import type { Directories, Log } from "~/usecases/context";
import { UnknownBrand } from "~db/queries/directory";
import { type createContexts, withCookies } from "./context";
import { readCookies } from "./cookies";
import type { Doors } from "./doors";
import { keptPages } from "./kept-pages";
import type { LabRecorder } from "./lab-recorder";
import { formBody } from "./limits";
import type { Waiting } from "./make-way";
import { type OwnOrigin, originGate } from "./origin-gate";
import { type PatientsFirst, type StandAside, standerOf } from "./patients-first";
import { refuse, sendFailure, sendOutage } from "./plain-pages";
import { type Remix, sendWebResponse, toWebRequest } from "./remix";
import { allowFramingBySelf, securityHeaders } from "./security";
import type { UrlMap } from "./url-map";
import type { Viewers } from "./viewers";

/** What the app is put together from; each is made in start.ts. */
export interface Parts {
  readonly https: boolean;
  readonly trustedProxies: number;
  readonly origin: OwnOrigin;
  readonly doors: Doors;
  readonly directories: Directories;
  readonly urlMap: UrlMap;
  readonly remix: Remix;
  readonly viewers: Pick<Viewers, "participant" | "seesStage">;
  readonly contextFor: ReturnType<typeof createContexts>;
  readonly labRecorder: Pick<LabRecorder, "watch">;
  readonly waiting: Pick<Waiting, "begin">;
  readonly patientsFirst: PatientsFirst;
  readonly requestLog: RequestHandler;
  readonly assets: RequestHandler;
  /** Takes a message provider's delivery receipts. */
  readonly receipts: RequestHandler;
  /** The demo's own provider; an installation has none. */
  readonly demoProvider: RequestHandler | null;
  /** Rejects when requests cannot be answered now. Tells when the clock that watches deadlines last ran. */
  readonly ready: () => Promise<{ readonly clockLastRan: Instant | null }>;
  readonly log: Log;
}

/** Every request goes down this list, and stops at the first that answers it. */
export function createApp(parts: Parts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.set("trust proxy", parts.trustedProxies);

  const draw = async (request: express.Request, response: express.Response, standAside: StandAside) => {
    const context = await parts.contextFor(request, response, standAside);
    await standAside();
    const { known, world, brandId, setCookies } = response.locals;
    const answer = await parts.remix(toWebRequest(request, response), context, known);
    // A world that is taken away while a page of it is made is no fault: there is no brand of it then.
    if (answer.status >= 500 && world !== null) await parts.directories.refresh(brandId);
    return parts.labRecorder.watch(withCookies(answer, setCookies), context.participant, request, response);
  };
  const render = (request: express.Request, response: express.Response) => {
    const { known, world } = response.locals;
    const stander =
      known === undefined ? null : standerOf({ method: request.method, pattern: known.pattern }, world);
    const work = (standAside: StandAside) => draw(request, response, standAside);
    return stander === null ? parts.patientsFirst.now(work) : parts.patientsFirst.soon(stander, work);
  };

  app.use(parts.requestLog);
  app.use(health(parts));
  app.use(securityHeaders(parts.https));
  app.use(originGate(parts.origin));
  app.use(parts.receipts);
  app.use(parts.assets);
  if (parts.demoProvider !== null) app.use("/oidc", parts.demoProvider);
  app.use(frontDoor(parts));
  app.use(whoWaits(parts));
  app.use(keptPages(parts.directories, render));
  app.use(formBody);
  app.use((request, response, next) => {
    render(request, response)
      .then((answer) => sendWebResponse(answer, request, response))
      .catch(next);
  });
  app.use(failing(parts));
  return app;
}

function health({ ready }: Parts): RequestHandler {
  return (request, response, next) => {
    if (request.path !== "/healthz" && request.path !== "/readyz") return next();
    response.locals.route = request.path.slice(1);
    const say = (status: number, text: string) => {
      response.status(status);
      response.setHeader("Cache-Control", "no-store");
      response.type("text/plain").end(text);
    };
    if (request.path === "/healthz") say(200, "ok\n");
    else
      ready().then(
        ({ clockLastRan }) => say(200, `ok\nclock ${clockLastRan ?? "not yet"}\n`),
        () => say(503, "not ready\n"),
      );
  };
}

/**
 * Finds the brand and the route of an address. `.data` holds a loader's whole result, so only pages that ask for the framework's
 * script have it. The world of who takes part in a study is there for their own browser, a stage's for who sits in it or may, and for no other there
 * is nothing.
 */
function frontDoor({ doors, urlMap, viewers }: Parts): RequestHandler {
  const find = async (request: express.Request, response: express.Response, next: express.NextFunction) => {
    const door = await doors.find(request.path, request.headers.host);
    if (door === undefined) return refuse(response, 404);
    response.locals.world = door.world;
    const sent = readCookies(request.headers.cookie);
    if (door.world === "lab") {
      response.locals.participant = await viewers.participant(sent, door.brandId, "lab");
      if (response.locals.participant === null) return refuse(response, 404);
    }
    if (door.world === "stage") {
      if (!(await viewers.seesStage(sent, door.brandId))) return refuse(response, 404);
      allowFramingBySelf(response);
    }
    const isData = request.path.endsWith(".data");
    const known = urlMap(isData ? pageOfData(request.path) : request.path);
    response.locals.brandId = door.brandId;
    response.locals.prefix = door.prefix;
    response.locals.known = known;
    response.locals.route = known?.id;
    if (isData && known?.interactive !== true) return refuse(response, 404);
    if (request.method === "POST" && known?.takesForms !== true) {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, known === undefined || /(^|\/)not-found$/.test(known.id) ? 404 : 405);
    }
    next();
  };
  return (request, response, next) => void find(request, response, next).catch(next);
}

/** Whoever asked for a page waits until it is sent; who listens to events waits for nothing. */
function whoWaits({ waiting }: Parts): RequestHandler {
  return (_request, response, next) => {
    // Who hung up meanwhile waits no longer, and will not do so again.
    if (response.locals.known?.pattern !== "/events" && !response.closed)
      response.once("close", waiting.begin());
    next();
  };
}

/** Remix asks for the data of "/" at "/_root.data", and of "/desk" at "/desk.data". */
const pageOfData = (path: string): string => path.replace(/\/_root\.data$/, "/").replace(/\.data$/, "");

/** How long the database may take to say that it is there, once something has failed. */
const LONGEST_ANSWER_MS = 2_000;

/**
 * The last resort: whatever failed, the person is told where help is, and nothing of the cause. When the database does
 * not answer it is an outage, and not a fault of one page.
 */
function failing({ log, ready }: Parts): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    // It was taken away since its address was found; and no line of the log names somebody's world.
    if (error instanceof UnknownBrand && !response.headersSent) return refuse(response, 404);
    const cause =
      error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : {};
    log.error({ requestId: response.locals.requestId, err: cause }, "a request failed");
    const tooLong = new Promise<never>((_, fail) => setTimeout(fail, LONGEST_ANSWER_MS).unref());
    Promise.race([ready(), tooLong]).then(
      () => sendFailure(response),
      () => sendOutage(response),
    );
  };
}
