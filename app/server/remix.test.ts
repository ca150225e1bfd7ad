import { once } from "node:events";
import { get } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { sendWebResponse, toWebRequest } from "./remix";

/** A source that never ends by itself, and tells when nobody wants it any more. */
function endless(type: string) {
  let leave = () => {};
  const left = new Promise<void>((done) => {
    leave = done;
  });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(": welcome\n\n")),
    cancel: () => leave(),
  });
  return { answer: new Response(body, { headers: { "Content-Type": type } }), left };
}

/** Answers one request, which is left by `leave` once its answer begins. Returns how answering it ended. */
async function answered(
  answer: Response,
  method: "GET" | "HEAD",
  leave: (hangUp: () => void) => void,
): Promise<unknown> {
  const app = express();
  const over = new Promise<unknown>((done) => {
    app.use((request, response) => {
      sendWebResponse(answer, request, response).then(() => done(null), done);
    });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, host: "127.0.0.1", method }, (got) => {
    got.on("error", () => {});
    got.resume();
    leave(() => asked.destroy());
  });
  asked.on("error", () => {});
  const how = await over;
  server.close();
  return how;
}

test.each(["text/event-stream; charset=utf-8", "text/csv; charset=utf-8", "application/zip"])(
  "who hangs up ends %s at its source, and it is no fault",
  async (type) => {
    const { answer, left } = endless(type);
    expect(await answered(answer, "GET", (hangUp) => hangUp())).toBeNull();
    await left;
  },
);

test("who hung up before there was an answer keeps no stream open, and it is no fault", async () => {
  const { answer, left } = endless("text/event-stream; charset=utf-8");
  const app = express();
  const over = new Promise<unknown>((done) => {
    app.use((request, response) => {
      response.once("close", () => sendWebResponse(answer, request, response).then(() => done(null), done));
      asked.destroy();
    });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, host: "127.0.0.1" });
  asked.on("error", () => {});
  expect(await over).toBeNull();
  await left;
  server.close();
});

test("who asks only for the head of a stream keeps none open", async () => {
  const { answer, left } = endless("text/event-stream; charset=utf-8");
  expect(await answered(answer, "HEAD", () => {})).toBeNull();
  await left;
});

test("a source that fails cuts its stream off, and the fault is told", async () => {
  const fault = new Error("The database went away");
  const body = new ReadableStream({
    pull: (controller) => controller.error(fault),
  });
  const answer = new Response(body, { headers: { "Content-Type": "text/csv" } });
  expect(await answered(answer, "GET", () => {})).toBe(fault);
});

test("a request that is answered lets go of all its copies", async () => {
  const app = express();
  const copies: AbortSignal[] = [];
  const closed = new Promise<void>((done) => {
    app.use((request, response) => {
      response.locals.origin = "http://127.0.0.1";
      const first = toWebRequest(request, response);
      const copy = new Request(first.url, { signal: first.signal });
      copies.push(first.signal, copy.signal, new Request(copy).signal);
      response.once("close", done);
      response.end("well");
    });
  });
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  get({ port, host: "127.0.0.1" }, (got) => got.resume());
  await closed;
  expect(copies.map(({ aborted, reason }) => [aborted, reason?.message])).toEqual(
    Array(3).fill([true, "Answered"]),
  );
  server.close();
});
