import { serveDemo } from "./bare-remix";
import { durableDatabases } from "./durable-databases";
import { JourneyClient } from "./journey-client";
import { type Bench, type Measure, percentile, rounded } from "./measure";

const WARM_UP_MS = 3_000;
const MEASURED_MS = 10_000;
const CLIENTS = [1, 8, 16] as const;
/** Whole orders a second of another program, as they were seen when the design was written: not of this run. */
const VENDURE_SEEN = { sqlite: 11.4, postgres: 6.4 } as const;

/** Whole journeys in HTML, from the service's page to a request that is kept, as people without scripts make them. */
export const journeysBench: Bench = {
  name: "journeys",
  about:
    "Whole journeys a second over HTTP (service page, every question, check answers, durable submit) with 1, 8 and 16 clients at once, on SQLite and PostgreSQL",
  async *run() {
    for await (const { name, url } of durableDatabases()) {
      const demo = await serveDemo(url);
      try {
        await journeysOf(demo.url, 4, WARM_UP_MS);
        for (const clients of CLIENTS) {
          const seen = await journeysOf(demo.url, clients, MEASURED_MS);
          yield measureOf(name, clients, seen);
        }
      } finally {
        await demo.stop();
      }
    }
  },
};

interface Seen {
  readonly perSecond: number;
  readonly requestsEach: number;
  readonly times: Float64Array;
}

const measureOf = (database: "sqlite" | "postgres", clients: number, seen: Seen): Measure => ({
  bench: "journeys",
  database,
  clients,
  value: rounded(seen.perSecond),
  unit: "journeys/s",
  requestsEach: seen.requestsEach,
  p50Ms: rounded(percentile(seen.times, 0.5)),
  p99Ms: rounded(percentile(seen.times, 0.99)),
  vendureSeenBefore: VENDURE_SEEN[database],
  timesVendure: rounded(seen.perSecond / VENDURE_SEEN[database], 2),
});

/** So many people at once, each beginning another journey when one is done, for so long. */
async function journeysOf(url: string, clients: number, milliseconds: number): Promise<Seen> {
  const from = performance.now();
  const times: number[] = [];
  let requests = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new JourneyClient(url);
      while (performance.now() - from < milliseconds) {
        const began = performance.now();
        const led = await client.send(await client.upToCheck());
        if (!led.startsWith("/requests/")) throw new Error(`A submit led to ${led}`);
        times.push(performance.now() - began);
      }
      requests += client.requests;
      client.close();
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  return {
    perSecond: times.length / seconds,
    requestsEach: Math.round(requests / times.length),
    times: Float64Array.from(times),
  };
}
