import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { z } from "zod";

/** Page requests of patients a second, whether or not the last has been answered. */
export const A_SECOND = 20;
const PAGES = ["/", "/services", "/services/physiotherapy", "/requests"];
/** Enough for the server to have compiled what it is asked for. */
const WARM_UP_SECONDS = 20;

const Told = z.discriminatedUnion("tell", [
  z.object({ tell: z.literal("ask"), url: z.url(), cookie: z.string() }),
  z.object({ tell: z.literal("enough") }),
]);
const Answered = z.object({ taken: z.array(z.number()), failed: z.array(z.string()) });

/** Patients who ask for pages at a steady pace, in a process of their own: its garbage is collected there, and its loop waits for nothing else. */
export class SteadyPages {
  readonly #asking: ChildProcess = fork(join(import.meta.dirname, "steady-pages.js"), { execArgv: [] });

  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  async warmUp(): Promise<void> {
    await this.during(over(WARM_UP_SECONDS));
  }

  /** Milliseconds that each page took that was asked for until something is over. Throws when one was not answered well. */
  async during(until: Promise<unknown>): Promise<number[]> {
    this.#asking.send({ tell: "ask", url: this.url, cookie: this.cookie });
    await until;
    const answered = once(this.#asking, "message");
    this.#asking.send({ tell: "enough" });
    const [answer] = await answered;
    const { taken, failed } = Answered.parse(answer);
    if (failed.length > 0) throw new Error(`${failed.length} pages failed: ${failed[0]}`);
    return taken;
  }

  close(): void {
    this.#asking.kill();
  }
}

export const over = (seconds: number): Promise<void> =>
  new Promise((done) => setTimeout(done, seconds * 1_000));

function answerParent(): void {
  const agent = new Agent({ keepAlive: true });
  let pace: NodeJS.Timeout | undefined;
  let asked: Promise<number | string>[] = [];
  /** How long a page took, or what went wrong: that is no error yet, for nobody looks at it before all are asked for. */
  const ask = (url: string, cookie: string) =>
    new Promise<number | string>((done) => {
      const from = performance.now();
      const failed = (error: Error) => done(String(error));
      get(url, { agent, headers: { cookie } }, (answer) => {
        answer.on("error", failed);
        answer.on("end", () =>
          answer.statusCode === 200
            ? done(performance.now() - from)
            : done(`${url} answered ${answer.statusCode}`),
        );
        answer.resume();
      }).on("error", failed);
    });
  process.on("message", async (message) => {
    const told = Told.parse(message);
    if (told.tell === "ask") {
      asked = [];
      pace = setInterval(
        () => asked.push(ask(`${told.url}${PAGES[asked.length % PAGES.length]}`, told.cookie)),
        1_000 / A_SECOND,
      );
      return;
    }
    clearInterval(pace);
    const all = await Promise.all(asked);
    process.send?.({
      taken: all.filter((one) => typeof one === "number"),
      failed: all.filter((one) => typeof one === "string"),
    });
  });
  // A bench that is gone wants no more pages.
  process.on("disconnect", () => process.exit());
}

if (process.send !== undefined && process.argv[1]?.endsWith("steady-pages.js")) answerParent();
