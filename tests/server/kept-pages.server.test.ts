import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import { writeDirectory } from "~db/queries/directory";
import { type RunningServer, send, startServer } from "../support/server";
import { brand, smallTown } from "../support/small-town";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const cookie = (kind: string, brandId = "small-town") => `onedoor_${kind}_${brandId}=${"a".repeat(43)}`;

test("a page alike for all has a tag, and is not sent again to who has it", async () => {
  const first = await send(server, "/");
  expect(first.status).toBe(200);
  expect(first.headers["cache-control"]).toBe("private, no-cache");
  expect(first.headers.vary).toBe("Cookie, Accept-Encoding");
  const tag = String(first.headers.etag);
  const again = await send(server, "/", { headers: { "if-none-match": tag } });
  expect(again.status).toBe(304);
  expect(again.body).toBe("");
  expect((await send(server, "/", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  const head = await send(server, "/", { method: "HEAD" });
  expect([head.status, head.headers.etag, head.body]).toEqual([200, tag, ""]);
});

test("it comes compressed as the browser likes it, and is the same page", async () => {
  const plain = (await send(server, "/")).body;
  for (const [accepts, encoding] of [
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", undefined],
  ] as const) {
    const { headers } = await send(server, "/", { headers: { "accept-encoding": accepts } });
    expect(headers["content-encoding"]).toBe(encoding);
  }
  const sent = async (encoding: string) =>
    (await send(server, "/", { headers: { "accept-encoding": encoding } })).bytes;
  expect(brotliDecompressSync(await sent("br")).toString()).toBe(plain);
  expect(gunzipSync(await sent("gzip")).toString()).toBe(plain);
});

test("who has a session or a draft in this brand gets a page of their own, which nobody keeps", async () => {
  for (const kind of ["patient", "partner", "draft"]) {
    const { headers } = await send(server, "/", { headers: { cookie: cookie(kind) } });
    expect(headers.etag).toBeUndefined();
    expect(headers["cache-control"]).toBe("private, no-store");
  }
  const elsewhere = await send(server, "/", { headers: { cookie: cookie("patient", "far-town") } });
  expect(elsewhere.headers.etag).toBeDefined();
});

test("a query that the page does not vary by is not kept", async () => {
  expect((await send(server, "/?anything=else")).headers.etag).toBeUndefined();
});

test("a list is kept under the filters that narrow it", async () => {
  const tags = new Set<unknown>();
  for (const filter of ["", "&who=child", "&how=phone", "&how=phone&how=video", "&access=hoist"]) {
    const { headers } = await send(server, `/services?need=moving${filter}`);
    expect(headers.etag, filter).toBeDefined();
    tags.add(headers.etag);
  }
  expect(tags.size).toBe(5);
});

test("personal pages and refusals are kept by nobody", async () => {
  for (const path of ["/sign-in", "/requests", "/no/such/page", "/b/nowhere", "/?_data=x"]) {
    expect((await send(server, path)).headers["cache-control"], path).toMatch(/no-store/);
  }
});

test("a changed directory shows within two seconds, and the old page is gone", async () => {
  const before = await send(server, "/");
  await server.db.write((tx) =>
    writeDirectory(tx, smallTown({ brand: brand({ name: "Brand-new Town Care" }) }), instant(Date.now())),
  );
  await expect
    .poll(async () => (await send(server, "/")).body.includes("Brand-new Town Care"), { timeout: 3_000 })
    .toBe(true);
  const after = await send(server, "/", { headers: { "if-none-match": String(before.headers.etag) } });
  expect(after.status).toBe(200);
});

test("what the browser's build holds is kept for ever under its digest, and compressed", async () => {
  const { body } = await send(server, "/");
  const style = /href="(\/assets\/[^"?]+\.css)[?"]/.exec(body)?.[1];
  const { headers, status } = await send(server, String(style), { headers: { "accept-encoding": "br" } });
  expect(status).toBe(200);
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(headers["content-encoding"]).toBe("br");
  expect((await send(server, "/assets/../../package.json")).status).toBe(404);
  expect((await send(server, "/assets/%2e%2e/server/index.js")).status).toBe(404);
});

test("the styles of a page have its brand's colour, and are kept for ever under it", async () => {
  const { body } = await send(server, "/");
  const { colour } = brand().mark;
  const [address = "", file] = /href="(\/assets\/[^"]+\.css)\?[^"]+"/.exec(body) ?? [];
  expect(address).toBe(`href="${file}?${colour.slice(1)}"`);
  const styles = async (query: string) => send(server, `${file}${query}`);
  const plain = (await styles("")).body;
  for (const each of [colour, "#abcdef"]) {
    const { headers, body: coloured } = await styles(`?${each.slice(1)}`);
    expect(coloured).toBe(`${plain}:root{--brand-colour:${each}}\n`);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
  for (const query of ["?red", "?12345", "?colour=%23fff", "?fff}*{display:none", "?"])
    expect((await styles(query)).body, query).toBe(plain);
});

test("no page loads a font, a script or a style from elsewhere", async () => {
  const { body } = await send(server, "/");
  const style = /href="(\/assets\/[^"?]+\.css)[?"]/.exec(body)?.[1];
  const css = (await send(server, String(style))).body;
  expect(css).not.toContain("@font-face");
  expect(css).not.toMatch(/url\(["']?(https?:)?\/\//);
});
