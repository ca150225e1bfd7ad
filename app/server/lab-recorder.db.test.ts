import { EventEmitter } from "node:events";
import type { Request, Response as Sent } from "express";
import { expect, it, vi } from "vitest";
import type { Onedoor } from "~/usecases/context";
import { agree } from "~/usecases/lab/take-part";
import { readLabRecord } from "~db/queries/lab-record";
import { readParticipant } from "~db/queries/participants";
import { type Open, onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy } from "~tests/support/lab";
import { LARKMOUTH, larkmouthTown } from "~tests/support/larkmouth-town";
import { createLabRecorder } from "./lab-recorder";
import { pageAsSent } from "./page-as-sent";
import type { PageReader } from "./page-reader";
import { createPatientsFirst } from "./patients-first";

/** Reads pages in this thread. */
const HERE: PageReader = { read: async (...page) => pageAsSent(...page), close: async () => {} };
const WORLD = "lab-00000000000000000000000000000000";

/** A participant's browser, as the server knows it: it asks for a page, is answered, and the answer is on its way. */
async function inWorld(open: Open, change: (onedoor: Onedoor) => Onedoor = (onedoor) => onedoor) {
  const { onedoor } = await larkmouthTown(await open());
  const study = await openedStudy(onedoor);
  const { id } = await asked(onedoor, study, 0);
  const permissions = ["take-part", "follow-pages", "keep-pictures"] as const;
  await agree(onedoor, LARKMOUTH, id, { permissions, holder: "holder" });
  const participant = await readParticipant(onedoor.db.kysely, LARKMOUTH, id);
  if (participant === undefined) throw new Error("They agreed");
  const viewer = { id, townId: LARKMOUTH, worldId: WORLD, participant };
  const recorder = createLabRecorder(change(onedoor), createPatientsFirst(), HERE);
  async function ask(
    answer: Response,
    {
      whose = viewer as typeof viewer | null,
      method = "GET",
      headers = {},
      at = "/services?q=sore+knee",
    } = {},
  ) {
    const known = { id: "patient/services", pattern: "/services", values: {} };
    const response = Object.assign(new EventEmitter(), { locals: { brandId: WORLD, known } });
    const request = { method, headers, originalUrl: `/b/${WORLD}${at}` };
    const sent = await recorder.watch(answer, whose, request as Request, response as unknown as Sent);
    response.emit("close");
    return sent;
  }
  const pages = async () =>
    (await readLabRecord(onedoor.db.kysely, LARKMOUTH, id)).flatMap(({ event }) =>
      event.kind === "page" ? [[event.method, event.status, event.title]] : [],
    );
  return { recorder, ask, pages };
}

const html = (title: string, init: ResponseInit = {}) =>
  new Response(`<title>${title}</title>`, {
    headers: { "Content-Type": "text/html; charset=utf-8" },
    ...init,
  });

onEachDatabase((open) => {
  it("what was sent is the same, and is written down by a process that is told to stop", async () => {
    const { recorder, ask, pages } = await inWorld(open);
    const cookie = new Headers({ "Content-Type": "text/html", "Set-Cookie": "a=b" });
    const sent = await ask(new Response("<title>Care for “sore knee”</title>", { headers: cookie }));
    expect([await sent.text(), sent.headers.get("Set-Cookie")]).toEqual([
      "<title>Care for “sore knee”</title>",
      "a=b",
    ]);
    await ask(new Response(null, { status: 303, headers: { Location: "/requests" } }), { method: "POST" });
    await ask(html("Not there", { status: 404, headers: { "Content-Type": "text/html" } }));
    await recorder.close();
    expect(await pages()).toEqual([
      ["GET", 200, "Care for “…”"],
      ["POST", 303, ""],
      ["GET", 404, "Not there"],
    ]);
  });

  it("what nobody looked at is no page: what a module fetches, what only leads on, and what is another's", async () => {
    const { recorder, ask, pages } = await inWorld(open);
    await ask(html("Again"), { headers: { "sec-fetch-dest": "empty" } });
    await ask(html("Again"), { headers: { accept: "text/html" } });
    await ask(html("Ahead"), { headers: { "sec-purpose": "prefetch" } });
    await ask(html("Head"), { method: "HEAD" });
    await ask(new Response(null, { status: 303, headers: { Location: "/sign-in" } }));
    await ask(Response.json([]));
    await ask(html("Nobody’s"), { whose: null });
    await recorder.close();
    expect(await pages()).toEqual([]);
  });

  it("what cannot be written now is tried again, and then written once", async () => {
    const failing = vi.fn();
    const error = vi.fn();
    const { recorder, ask, pages } = await inWorld(open, (onedoor) => ({
      ...onedoor,
      log: { ...onedoor.log, error },
      db: {
        ...onedoor.db,
        write: async (work) => {
          const written = await onedoor.db.write(work);
          failing();
          // The line to the database goes just when it has done its work, three times.
          if (failing.mock.calls.length <= 3) throw new Error("gone");
          return written;
        },
      },
    }));
    await ask(html("One"));
    await ask(html("Other"));
    await vi.waitFor(() => expect(failing.mock.calls.length).toBe(4));
    await recorder.close();
    expect((await pages()).map(([, , title]) => title)).toEqual(["One", "Other"]);
    expect(error).toHaveBeenCalledWith({ name: "Error", left: 2 }, expect.any(String));
  });
});
