import { spawn } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a script that says "… open at URL" when it is; its other output is dropped. */
export async function serve(
  script: string,
  options: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const child = spawn(process.execPath, [script, ...options], {
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  // One that is left behind would be in the way of all that is measured later.
  const endWithUs = () => void child.kill("SIGKILL");
  process.once("exit", endWithUs);
  child.once("exit", () => process.off("exit", endWithUs));
  let output = "";
  for await (const text of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    output += text;
    const url = /open at (http:\S+)/.exec(output)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      async stop() {
        child.kill("SIGTERM");
        await ended;
      },
    };
  }
  throw new Error(`${script} stopped before it was open`);
}

export interface Rate {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
}

/** How many requests a second an address answers, all of them well; measured after it has warmed up. */
export async function rateOf(url: string, cookie?: string, seconds = 8): Promise<Rate> {
  const options = { url, connections: 20, headers: cookie === undefined ? {} : { cookie } };
  await autocannon({ ...options, duration: 2 });
  const result = await autocannon({ ...options, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers that were not 200, ${result.errors} errors`);
  }
  return { requestsPerSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/** Enough for what is asked for to be compiled, as it is in a server that has run for a minute. */
const WARM_UP = 150;

/** How long an address takes to answer one who asks for it again and again, after it has warmed up. */
export async function latenciesOf(
  url: string,
  cookie: string,
  times: number,
): Promise<{ readonly p50Ms: number; readonly p99Ms: number }> {
  const taken: number[] = [];
  for (let asked = -WARM_UP; asked < times; asked += 1) {
    const began = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    if (asked >= 0) taken.push(performance.now() - began);
  }
  const sorted = taken.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}
