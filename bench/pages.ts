import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveBare, serveDemo } from "./bare-remix";
import { type Bench, type Measure, rounded } from "./measure";
import { rateOf, type Served } from "./served";

/** Pages of the demo beside a bare Remix route that renders 50 list items, on this machine in this run. */
export const pagesBench: Bench = {
  name: "pages",
  about:
    "Requests a second of a catalogue page, a service page and a question page, beside a bare Remix route",
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), "onedoor-bench-"));
    const running: Served[] = [];
    try {
      const bare = await serveBare();
      running.push(bare);
      const demo = await serveDemo(`sqlite:${join(folder, "onedoor.db")}`);
      running.push(demo);
      yield* beside(bare, demo);
    } finally {
      for (const server of running) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function* beside(bare: Served, demo: Served): AsyncIterable<Measure> {
  const before = await rateOf(bare.url);
  const question = await firstQuestion(demo);
  const pages = [
    { page: "home", at: { url: `${demo.url}/` } },
    { page: "catalogue", at: { url: `${demo.url}/services` } },
    { page: "service", at: { url: `${demo.url}${SERVICE}` } },
    { page: "question", at: question },
  ];
  const rates = [];
  for (const { page, at } of pages) {
    rates.push({ page, rate: await rateOf(at.url, "cookie" in at ? String(at.cookie) : undefined) });
  }
  const after = await rateOf(bare.url);
  const bareRate = (before.requestsPerSecond + after.requestsPerSecond) / 2;
  yield {
    bench: "pages",
    page: "bare Remix route",
    value: rounded(bareRate),
    unit: "requests/s",
    p99Ms: after.p99Ms,
  };
  for (const { page, rate } of rates) {
    yield {
      bench: "pages",
      page,
      value: rounded(rate.requestsPerSecond),
      unit: "requests/s",
      timesBare: rounded(rate.requestsPerSecond / bareRate, 2),
      p99Ms: rate.p99Ms,
    };
  }
}

const SERVICE = "/services/physiotherapy";

/** Begins a request as a guest does, and gives the page of its next question with the guest's cookie. */
async function firstQuestion(demo: Served): Promise<{ url: string; cookie: string }> {
  const answer = await fetch(`${demo.url}${SERVICE}/request/red-flags`, {
    method: "POST",
    redirect: "manual",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ flags: "none" }),
  });
  const location = answer.headers.get("location");
  const cookie = answer.headers.getSetCookie().map((header) => String(header.split(";")[0]));
  if (answer.status !== 303 || location === null || cookie.length === 0) {
    throw new Error(`A request for ${SERVICE} could not be begun: ${answer.status}`);
  }
  return { url: new URL(location, demo.url).href, cookie: cookie.join("; ") };
}
