import { Agent, request as httpRequest } from "node:http";
import type { StepInput } from "~/domain/journeys/draft-answers";
import type { Question } from "~/domain/journeys/types";
import { LARKMOUTH_SERVICES } from "~seeds/reference/larkmouth/services";

/** The service that is asked for: its partners give a time themselves, so no diary runs out. */
export const ASKED_FOR = "physiotherapy";

const ANSWERS: Readonly<Record<string, StepInput>> = {
  "red-flags": { flags: "none" },
  who: { who: "myself" },
  about: { name: "Rosa Marchetti", "born-day": "27", "born-month": "3", "born-year": "1992", sex: "female" },
  place: { postcode: "LM1 1AA", practice: "not-sure" },
  preferences: { first: "nearest" },
  choose: { choice: "best" },
  contact: { phone: "01632 960001" },
  adjustments: { chosen: [], other: "" },
};

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** A form that is ready to be sent. */
export interface Ready {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** One person's browser without a screen: its cookies and a connection that is kept. It reads pages, and runs no script. */
export class JourneyClient {
  readonly #agent: Agent;
  readonly #url: URL;
  #cookies = new Map<string, string>();
  /** How many pages and forms it has asked for. */
  requests = 0;

  /** Clients that share an agent share its connections. */
  constructor(url: string, agent = new Agent({ keepAlive: true, maxSockets: 1 })) {
    this.#agent = agent;
    this.#url = new URL(url);
  }

  /** The service's page, then every question as a page and a form, up to check answers; as somebody new. */
  async upToCheck(): Promise<Ready> {
    this.#cookies = new Map();
    await this.#page(`/services/${ASKED_FOR}`);
    let path = `/services/${ASKED_FOR}/request/red-flags`;
    for (;;) {
      const page = await this.#page(path);
      const step = path.split("/").at(-1) ?? "";
      if (step === "check") return { path, fields: { ...hiddenIn(page), consent: "yes" } };
      path = await this.send({ path, fields: textOf(answerTo(step)) });
    }
  }

  /** Sends a form and gives the path that it leads to. Throws when it leads nowhere. */
  async send({ path, fields }: Ready): Promise<string> {
    const answer = await this.#ask("POST", path, String(new URLSearchParams(fields)));
    if (answer.status !== 303 || answer.location === null) {
      throw new Error(`${path} was answered with ${answer.status}`);
    }
    return answer.location;
  }

  /** Sends a form to an address that only answers. */
  async post({ path, fields }: Ready): Promise<void> {
    const { status } = await this.#ask("POST", path, String(new URLSearchParams(fields)));
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #page(path: string): Promise<string> {
    const { status, body } = await this.#ask("GET", path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    return body;
  }

  #ask(method: "GET" | "POST", path: string, form = ""): Promise<Answer> {
    this.requests += 1;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      ...(cookie === "" ? {} : { cookie }),
      ...(method === "GET"
        ? {}
        : {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": String(Buffer.byteLength(form)),
            "sec-fetch-site": "same-origin",
          }),
    };
    const { hostname, port } = this.#url;
    return new Promise((done, fail) => {
      const outgoing = httpRequest(
        { agent: this.#agent, hostname, port, method, path, headers },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.once("error", fail);
          incoming.once("end", () => {
            for (const each of incoming.headers["set-cookie"] ?? []) this.#keep(each);
            const body = Buffer.concat(chunks).toString("utf8");
            done({ status: incoming.statusCode ?? 0, location: incoming.headers.location ?? null, body });
          });
        },
      );
      outgoing.once("error", fail);
      outgoing.end(form);
    });
  }

  #keep(header: string): void {
    const [pair = ""] = header.split(";");
    const equals = pair.indexOf("=");
    this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
}

const QUESTIONS: ReadonlyMap<string, Question> = new Map(
  LARKMOUTH_SERVICES.filter(({ id }) => id === ASKED_FOR).flatMap(({ questions }) =>
    questions.map((question) => [question.id, question] as const),
  ),
);

/** What is answered to a step: a question of the service's own takes its first answer that is no emergency. */
function answerTo(step: string): StepInput {
  const fixed = ANSWERS[step];
  if (fixed !== undefined) return fixed;
  const question = QUESTIONS.get(step.replace(/^q-/, ""));
  if (question === undefined) throw new Error(`Nobody knows what to answer to “${step}”`);
  if (question.kind === "text") return { answer: "It began a week ago." };
  return { answer: question.options.find(({ leadsTo }) => leadsTo === undefined)?.value };
}

const textOf = (input: StepInput): Record<string, string> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, String(value ?? "")]));

function hiddenIn(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? "";
  }
  return fields;
}
