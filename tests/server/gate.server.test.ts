import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loggedUpTo } from "../support/logged";
import { type RunningServer, send, sendForm, startServer } from "../support/server";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe("a form", () => {
  test("from one of our own pages is taken", async () => {
    const answer = await sendForm(server, "/sign-out", { as: "patient" });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/");
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sister site", { "sec-fetch-site": "same-site" }],
    ["an address typed in", { "sec-fetch-site": "none" }],
  ])("from %s is refused", async (_from, headers) => {
    expect((await sendForm(server, "/sign-out", { as: "patient" }, headers)).status).toBe(403);
  });

  test("from a browser that tells no site is judged by its whole origin", async () => {
    const without = (origin: string | undefined) =>
      send(server, "/sign-out", {
        method: "POST",
        body: "as=patient",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          ...(origin === undefined ? {} : { origin }),
        },
      });
    expect((await without(server.url)).status).toBe(303);
    expect((await without(undefined)).status).toBe(403);
    expect((await without("null")).status).toBe(403);
    expect((await without("https://evil.test")).status).toBe(403);
    expect((await without(`${server.url}.evil.test`)).status).toBe(403);
  });

  test("cannot be let through by a forwarded host", async () => {
    const answer = await sendForm(
      server,
      "/sign-out",
      { as: "patient" },
      {
        "sec-fetch-site": "cross-site",
        origin: "https://evil.test",
        "x-forwarded-host": "evil.test",
      },
    );
    expect(answer.status).toBe(403);
  });

  test("cannot go round the page by naming a route's data", async () => {
    const answer = await sendForm(server, "/sign-out?_data=sign-out", { as: "patient" });
    expect(answer.status).toBe(400);
    expect((await send(server, "/?_data=patient/home")).status).toBe(400);
    expect((await send(server, "/?%5Fdata=patient/home")).status).toBe(400);
  });
});

describe("the data of a page's loaders", () => {
  test.each([
    "/_root.data",
    "/sign-in.data",
    "/b/small-town.data",
    "/b/small-town/_root.data",
    "/nowhere.data",
  ])("is not given at %s", async (path) => {
    expect((await send(server, path)).status).toBe(404);
  });

  test("is not listed by a manifest of routes", async () => {
    expect((await send(server, "/__manifest?p=/&version=1")).status).toBe(404);
  });
});

describe("a page that fails", () => {
  const FRAME = ["page-header", "help-strip", "page-footer"];
  const form = "/services/no-such-service/request/red-flags";

  test.each([
    ["asked for", (path: string) => send(server, path)],
    ["sent a form", (path: string) => sendForm(server, path, { flags: "none" })],
  ])("stands in its frame when it is %s, in a brand too", async (_, ask) => {
    for (const path of [form, `/b/small-town${form}`]) {
      const { status, body } = await ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toContain("<title>Page not found – Small Town Care</title>");
      expect(body).toContain("01632 960000");
      expect(FRAME.filter((part) => body.includes(`class="${part}`))).toEqual(FRAME);
    }
  });
});

describe("headers", () => {
  test("let nothing run or load that is not ours", async () => {
    const { headers, status, body } = await send(server, "/");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["content-security-policy"]).toContain("style-src 'self';");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(body).not.toMatch(/<script(?![^>]* src=)/);
    expect(body).not.toMatch(/ style=/);
    expect(body).not.toMatch(/(src|href)="(https?:)?\/\/(?!localhost)/);
  });

  test("ask for https only where the installation has it", async () => {
    const secure = await startServer({ environment: { BASE_URL: "https://care.example" } });
    try {
      const { headers } = await send(secure, "/", { headers: { host: "care.example" } });
      expect(headers["strict-transport-security"]).toContain("max-age=31536000");
      expect((await send(secure, "/", { headers: { host: "evil.test" } })).status).toBe(421);
      expect((await send(secure, "/healthz", { headers: { host: "10.0.0.7" } })).status).toBe(200);
      const signIn = await send(secure, "/sign-in?as=patient", { headers: { host: "care.example" } });
      expect(String(signIn.headers["set-cookie"])).toContain("; Secure");
    } finally {
      await secure.stop();
    }
  });
});

describe("pages that nobody asked well for", () => {
  test("an unknown page says so, with help", async () => {
    const { status, body } = await send(server, "/no/such/page");
    expect(status).toBe(404);
    expect(body).toContain("111");
    expect(body).toContain("999");
  });

  test("an unknown front door is not found", async () => {
    expect((await send(server, "/b/nowhere/")).status).toBe(404);
    expect((await send(server, "/b/")).status).toBe(404);
    expect((await send(server, "/b/__proto__/")).status).toBe(404);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])("%s is not a way to ask", async (method) => {
    expect((await send(server, "/", { method })).status).toBe(405);
  });
});

describe("the server as its operator sees it", () => {
  test("says that it lives and is ready", async () => {
    expect((await send(server, "/healthz")).body).toBe("ok\n");
    expect((await send(server, "/readyz")).body).toMatch(/^ok\nclock 20\d\d-/);
  });

  test("logs the page but nothing that a person typed", async () => {
    await send(server, "/services?q=my-secret-worry");
    await send(server, "/requests/K7PM-3QXR");
    await send(server, "/b/small-town/sign-in?as=patient&next=/b/small-town/my-secret-worry");
    const last = await sendForm(server, "/sign-out", { as: "my-secret-worry" });
    const log = await loggedUpTo(server, last);
    expect(log).toContain('"route":"brand/sign-in/ask"');
    expect(log).not.toContain("my-secret-worry");
    expect(log).not.toContain("K7PM");
  });

  test("stops in good order", async () => {
    const other = await startServer();
    await send(other, "/");
    expect(await other.stop()).toBe(0);
  });

  test("does not start on a bad environment, and names what is wrong", async () => {
    const installation = {
      DEMO: undefined,
      SESSION_SECRET: "x".repeat(32),
      BASE_URL: "https://care.example",
    };
    await expect(startServer({ environment: { ...installation, SESSION_SECRET: "short" } })).rejects.toThrow(
      /SESSION_SECRET must be a secret of 32 characters or more/,
    );
    await expect(startServer({ environment: installation })).rejects.toThrow(/OIDC_ISSUER is not set/);
    await expect(startServer({ environment: { PORT: "eighty" } })).rejects.toThrow(
      /PORT must be a port number/,
    );
    await expect(startServer({ environment: { DATABASE_URL: "mysql://x" } })).rejects.toThrow(
      /DATABASE_URL must be/,
    );
  });
});
