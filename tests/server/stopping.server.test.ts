import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type RunningServer, send, startServer } from "../support/server";

let server: RunningServer;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.stop();
});

const open = (): Promise<Socket> =>
  new Promise((done, fail) => {
    const socket = connect(server.port, "127.0.0.1", () => done(socket));
    socket.once("error", fail);
    sockets.push(socket);
  });

/** What a client that keeps its connection is answered, read as far as the headers. */
const askOn = (socket: Socket, path: string): Promise<string> =>
  new Promise((done) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\r\n\r\n")) done(text);
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n`);
  });

test("a server that stops says so for a moment, keeps no connection, and waits for no idle client", async () => {
  server = await startServer();
  expect((await send(server, "/readyz")).status).toBe(200);
  const used = await open();
  expect(await askOn(used, "/healthz")).toContain("200 OK");
  const neverUsed = await open();
  const gone = Promise.all(
    [used, neverUsed].map((socket) => new Promise((done) => socket.once("close", done))),
  );
  const ended = new Promise<number | null>((done) => server.process.once("exit", (code) => done(code)));

  const began = Date.now();
  server.process.kill("SIGTERM");
  await expect.poll(async () => (await send(server, "/readyz")).status, { interval: 20 }).toBe(503);
  const page = await send(server, "/healthz");
  expect(page.status).toBe(200);
  expect(page.headers.connection).toBe("close");

  expect(await ended).toBe(0);
  await gone;
  expect(Date.now() - began).toBeLessThan(8_000);
});
