import { readdir, readFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { readLabRecord } from "~db/queries/lab-record";
import { openLabWorld } from "~db/queries/lab-worlds";
import { nameOf } from "../../public/modules/parts/name-of";
import { asked, openedStudy, smallStudy } from "../support/lab";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const TOWN = "larkmouth";
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => {
  vi.unstubAllGlobals();
  return server?.stop();
});

/** What somebody types, each where its page asks for it. */
const TYPED = {
  searched: "Zwickmuehle am Knie",
  name: "Zebedee Quillfeather",
  own: "Ottoline Quillfeather",
  stops: "Ich kann nicht auf den Kirschbaum",
  phone: "01632 960 777",
  email: "zebedee@quillfeather.test",
  notes: "Bitte nach der Vesper",
  adjustment: "Ein Stuhl mit Armlehnen",
  postcode: "LM2 2AA",
  asked: "Darf mein Dackel mitkommen",
};

/** A visitor that keeps the pages that it was sent. */
class Reads extends Visitor {
  readonly pages: string[] = [];
  override async get(path: string) {
    return this.keepPage(await super.get(path));
  }
  override async post(path: string, fields: string | Record<string, string>) {
    return this.keepPage(await super.post(path, fields));
  }
  private keepPage<Answer extends { readonly body: string }>(answer: Answer): Answer {
    this.pages.push(answer.body);
    return answer;
  }
}

/** What every control of a page is called when it is clicked. */
function namesOf(html: string): readonly string[] {
  const { window } = new JSDOM(html);
  vi.stubGlobal("HTMLLabelElement", window.HTMLLabelElement);
  const names = [...window.document.querySelectorAll("body *")].map(nameOf);
  window.close();
  return names;
}

/** Asks for physiotherapy for somebody, and gets as far as the request's own pages. */
async function askForSomebody(visitor: Visitor, world: string): Promise<string> {
  const step = (name: string, fields: Record<string, string>) =>
    visitor.post(`${world}/services/physiotherapy/request/${name}`, fields);
  const about = { name: TYPED.name, "born-day": "4", "born-month": "3", sex: "not-said" };
  const contact = { name: TYPED.own, email: TYPED.email, notes: TYPED.notes };
  await step("red-flags", { flags: "none" });
  await step("who", { who: "someone" });
  await step("about", { ...about, "born-year": "soon" });
  await step("about", { ...about, "born-year": "1961" });
  await step("relation", { relation: "friend" });
  await step("agreement", { basis: "agrees" });
  await step("share", { share: "everything" });
  await step("q-where", { answer: "back" });
  await step("q-leg-pain", { answer: "no" });
  await step("q-how-long", { answer: "weeks" });
  await step("q-stops", { answer: TYPED.stops });
  await step("place", { postcode: TYPED.postcode, practice: "not-sure" });
  await step("preferences", { first: "nearest" });
  await step("adjustments", { other: TYPED.adjustment });
  await step("choose", { choice: "best" });
  await step("contact", { ...contact, phone: "letters" });
  await step("contact", { ...contact, phone: TYPED.phone });
  const { body } = await visitor.get(`${world}/services/physiotherapy/request/check`);
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? "";
  const sent = await step("check", { draft: of("draft"), version: of("version"), consent: "yes" });
  const reference = /\/requests\/([2-9A-Z]{4}-[2-9A-Z]{4})/.exec(sent.body)?.[1];
  if (reference === undefined)
    throw new Error(`Nothing was asked for: ${sent.body.replaceAll(/<[^>]*>|\s+/g, " ")}`);
  return reference;
}

test("what somebody types is in no picture of a page and in nothing that is recorded, where they do not allow it", async () => {
  const study = await openedStudy(createOnedoor(server.db, silent), {
    study: smallStudy({
      keepTyping: true,
      permissions: ["take-part", "follow-pages", "keep-pictures", "keep-typing"],
    }),
  });
  const { id, link } = await asked(createOnedoor(server.db, silent), study, 0);
  const visitor = new Reads(server);
  await visitor.post(`/lab/join/${link}`, {
    "take-part": "yes",
    "follow-pages": "yes",
    "keep-pictures": "yes",
    "keep-typing": "no",
  });
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  const world = `/b/${await openLabWorld(server.db.kysely, TOWN, id)}`;
  // A telephone's keyboard leaves a gap behind a word.
  await visitor.get(`${world}/services?q=${encodeURIComponent(`${TYPED.searched.toLowerCase()} `)}`);
  const reference = await askForSomebody(visitor, world);
  for (const path of ["/basket", "/requests", "/services/physiotherapy/request/red-flags"])
    await visitor.get(`${world}${path}`);
  for (const page of ["", "/print", "/cancel", "/tell", "/worse"])
    await visitor.get(`${world}/requests/${reference}${page}`);
  const said = await visitor.get(`${world}/requests/${reference}/tell`);
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(said.body)?.[1] ?? "";
  const told = { part: of("part"), version: of("version"), key: of("key") };
  const answered = await visitor.post(`${world}/requests/${reference}/tell`, {
    ...told,
    what: "question",
    text: `Noch etwas\r\n${TYPED.asked}?`,
  });
  expect(answered.body).toContain(TYPED.asked);
  const { kysely } = server.db;
  const emails = kysely.selectFrom("deliveries").select("body").where("channel", "=", "email");
  const isThere = async () => (await emails.execute()).some(({ body }) => body.includes(TYPED.email));
  await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
  const doormat = await visitor.get(`${world}/doormat/${reference}`);
  expect(doormat.body).toContain(TYPED.email);

  const pictures = () => kysely.selectFrom("lab_snapshots").select(["id", "html"]).execute();
  const record = () => readLabRecord(kysely, TOWN, id);
  const isLast = ({ event }: Awaited<ReturnType<typeof record>>[number]) =>
    event.kind === "page" && event.pattern === "/doormat/:reference" && event.status === 200;
  await expect.poll(async () => (await record()).some(isLast), { timeout: 10_000 }).toBe(true);
  const pages = new Map(
    (await record()).flatMap(({ event }) =>
      event.kind === "page"
        ? [[event.snapshot, `${event.pattern} ${event.values.step ?? ""} ${event.status}`] as const]
        : [],
    ),
  );
  const names = new Set(visitor.pages.flatMap(namesOf));
  expect(names).toContain("field notes");
  expect(names).toContain("link Print this, or show it on your phone");
  const kept = [
    ...(await pictures()).map(({ id: page, html }) => [pages.get(page) ?? "", html] as const),
    ["the record", JSON.stringify(await record())] as const,
    ["what is clicked", [...names].join("\n")] as const,
  ];
  const found = kept.flatMap(([where, text]) =>
    Object.entries(TYPED)
      .filter(([, typed]) => text.toLowerCase().includes(typed.toLowerCase()))
      .map(([what]) => `${what}: ${where}`),
  );
  // The pages that say again what was typed are among them.
  expect([...pages.values()]).toEqual(
    expect.arrayContaining([
      "/services  200",
      "/services/:service/request/:step about 400",
      "/services/:service/request/:step contact 400",
      "/services/:service/request/:step check 200",
      "/requests/:reference  200",
      "/requests/:reference/print  200",
      "/requests/:reference/cancel  200",
    ]),
  );
  expect(found).toEqual([]);
});

test("pages are read behind whoever waits for one", async () => {
  // Elsewhere a priority is a whole process's, and that is everybody's.
  const behind = process.platform === "linux" ? [10] : [];
  expect((await prioritiesOf(server.process.pid ?? 0)).filter((nice) => nice > 0)).toEqual(behind);
});

/** How far each thread of a process stands back from others. */
async function prioritiesOf(pid: number): Promise<readonly number[]> {
  if (process.platform !== "linux") return [];
  const threads = `/proc/${pid}/task`;
  return Promise.all(
    (await readdir(threads)).map(async (thread) => {
      const said = await readFile(`${threads}/${thread}/stat`, "utf8");
      // Behind the name in brackets, which may have gaps itself: the state, and so on; niceness is the 19th of all.
      return Number(said.slice(said.lastIndexOf(")") + 2).split(" ")[16]);
    }),
  );
}
