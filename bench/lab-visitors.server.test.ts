import { readdir, readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

/** As it is built: it begins itself in another process. */
const BUILT = pathToFileURL(resolve(import.meta.dirname, "../build/node/lab-visitors.js")).href;

const asked: string[] = [];
let later: (() => void) | undefined;
let streams: ServerResponse[] = [];
const statusOf = new Map<string, number>();
const server = createServer((request, response) => {
  const what = `${request.method} ${request.url?.replace(/\?.*/, "")}`;
  asked.push(what);
  response.statusCode = statusOf.get(what) ?? 200;
  if (what === "GET /events") {
    response.setHeader("Content-Type", "text/event-stream");
    response.flushHeaders();
    streams.push(response);
  } else response.end();
  later?.();
});
beforeEach(() => new Promise<void>((done) => server.listen(0, done)));
afterEach(async () => {
  for (const stream of streams) stream.destroy();
  [asked.length, streams, later] = [0, [], undefined];
  statusOf.clear();
  await new Promise((done) => server.close(done));
});

/** As the kernel numbers it. */
const SCHED_IDLE = 5;

/** How each thread of a process is given a processor. */
async function policiesOf(pid = 0): Promise<readonly number[]> {
  if (process.platform !== "linux") return [];
  const threads = `/proc/${pid}/task`;
  return Promise.all(
    (await readdir(threads)).map(async (thread) => {
      const said = await readFile(`${threads}/${thread}/stat`, "utf8");
      // Behind the name in brackets, which may have gaps itself: the state, and so on; the policy is the 41st of all.
      return Number(said.slice(said.lastIndexOf(")") + 2).split(" ")[38]);
    }),
  );
}

const until = (isSo: () => boolean) =>
  new Promise<void>((done) => {
    later = () => isSo() && done();
    later();
  });
const times = (what: string) => asked.filter((each) => each === what).length;

async function visitors() {
  const { LabVisitors }: typeof import("./lab-visitors") = await import(BUILT);
  const session = { id: "p-1", cookie: "who=1", world: "/b/lab-1", watcher: "who=2" };
  return new LabVisitors(`http://localhost:${(server.address() as AddressInfo).port}`, [session]);
}

test("a participant reads and clicks, a console follows, and once both have left they are told what was done", async () => {
  const visiting = await visitors();
  try {
    await visiting.watch({ atOneMoment: true });
    expect(asked).toEqual(["GET /lab/sessions/p-1", "GET /events"]);
    await visiting.takePart();
    await until(() => times("GET /b/lab-1/services") === 1 && times("POST /lab/take/record") === 1);
    streams[0]?.write("event: changed\ndata: changed\n\n");
    await until(() => times("GET /lab/sessions/p-1") === 2);
    expect(await visiting.leave()).toEqual({ pagesAndClicks: 2, consolesDrawn: 2 });
  } finally {
    visiting.close();
  }
});

test("none of their threads has a processor while somebody else wants it", async () => {
  const visiting = await visitors();
  try {
    await visiting.takePart();
    const policies = await policiesOf(visiting.pid);
    expect(new Set(policies)).toEqual(new Set(process.platform === "linux" ? [SCHED_IDLE] : []));
  } finally {
    visiting.close();
  }
});

test("what is not answered well is told when they leave", async () => {
  const visiting = await visitors();
  try {
    statusOf.set("POST /lab/take/record", 500);
    await visiting.takePart();
    await until(() => times("POST /lab/take/record") === 1);
    await expect(visiting.leave()).rejects.toThrow(/\/lab\/take\/record answered 500/);
  } finally {
    visiting.close();
  }
});

test("who plays them being gone is told, and not waited for", async () => {
  const visiting = await visitors();
  visiting.close();
  await expect(visiting.takePart()).rejects.toThrow(/stopped/);
  await expect(visiting.leave()).rejects.toThrow(/stopped/);
});
