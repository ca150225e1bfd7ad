import { describe, expect, test } from "vitest";
import { createRateLimits, isPlainForm } from "./limits";
import { isPlainAddress } from "./origin-gate";

describe("tries", () => {
  test("to track a request as a guest are few for one reference, and come back to no other", async () => {
    const mayTry = createRateLimits();
    const tries = [];
    for (let count = 0; count < 12; count += 1)
      tries.push(await mayTry("guest-tracking", "192.0.2.1", "K7PM-3QXR"));
    expect(tries.filter(Boolean)).toHaveLength(10);
    expect(await mayTry("guest-tracking", "192.0.2.1", "other")).toBe(true);
    expect(await mayTry("guest-tracking", "192.0.2.2", "K7PM-3QXR")).toBe(true);
  });

  test("from one address are bounded over all references", async () => {
    const mayTry = createRateLimits();
    let taken = 0;
    for (let count = 0; count < 150; count += 1) {
      if (await mayTry("guest-tracking", "192.0.2.1", `reference ${count}`)) taken += 1;
    }
    expect(taken).toBe(100);
  });
});

describe("a form", () => {
  test.each(["", "a=1", "a=1&b=two+words&c=%C3%A9", "text=line+one%0D%0Aline+two", "a", "a=b=c"])(
    "%j is one",
    (text) => {
      expect(isPlainForm(text)).toBe(true);
    },
  );

  test.each(["a=%", "a=%ff", "a=%00", "a=\u0000", "a=\u00ff", "a=%1b", "_data=x", "%5Fdata=x"])(
    "%j is none",
    (text) => {
      expect(isPlainForm(text)).toBe(false);
    },
  );
});

describe("an address", () => {
  test.each(["/", "/services?q=bad+back", "/services?q=caf%C3%A9", "/b/larkmouth", "/?q=a%0Ab"])(
    "%j is one",
    (text) => {
      expect(isPlainAddress(text)).toBe(true);
    },
  );

  test.each([
    "",
    "services",
    "//evil.test",
    "/\\evil.test",
    "/%5Cevil.test",
    "http://evil.test/",
    "/%",
    "/%ff",
    "/%0A",
    "/?q=%00",
    "/?_data=root",
    "/caf\u00e9",
    `/${"a".repeat(5_000)}`,
  ])("%j is none", (text) => {
    expect(isPlainAddress(text)).toBe(false);
  });
});
