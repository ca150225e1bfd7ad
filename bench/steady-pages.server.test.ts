import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

/** As it is built: it begins itself in another process. */
const BUILT = pathToFileURL(resolve(import.meta.dirname, "../build/node/steady-pages.js")).href;

let later: (() => void) | undefined;
const server = createServer((request, response) => {
  if (request.url === "/requests") later?.();
  response.statusCode = request.url === "/services" ? 500 : 200;
  response.end();
});
beforeAll(() => new Promise<void>((done) => server.listen(0, done)));
afterAll(() => new Promise((done) => server.close(done)));

test("a page that fails while others are asked for is told at the end, and the next are asked for as before", async () => {
  const { SteadyPages }: typeof import("./steady-pages") = await import(BUILT);
  const pages = new SteadyPages(`http://localhost:${(server.address() as AddressInfo).port}`, "");
  try {
    const another = new Promise<void>((asked) => {
      later = asked;
    });
    await expect(pages.during(another)).rejects.toThrow(/\d pages failed: .*\/services answered 500$/);
    await expect(pages.during(Promise.resolve())).resolves.toEqual([]);
  } finally {
    pages.close();
  }
});
