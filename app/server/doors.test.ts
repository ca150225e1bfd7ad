import { describe, expect, test } from "vitest";
import { createDoors, doorOf } from "./doors";

const DOORS = [
  { id: "larkmouth", host: null, isDefault: true, world: null },
  { id: "saltmarsh", host: "saltmarsh.example", isDefault: false, world: null },
];

describe("which front door an address belongs to", () => {
  test.each([
    ["/", "localhost:3000", "larkmouth", ""],
    ["/services", undefined, "larkmouth", ""],
    ["/", "saltmarsh.example", "saltmarsh", ""],
    ["/", "SALTMARSH.example:8080", "saltmarsh", ""],
    ["/b/saltmarsh", "localhost", "saltmarsh", "/b/saltmarsh"],
    ["/b/saltmarsh/services", "localhost", "saltmarsh", "/b/saltmarsh"],
    ["/b/larkmouth/", "saltmarsh.example", "larkmouth", "/b/larkmouth"],
    ["/b/larkmouth.data", "localhost", "larkmouth", "/b/larkmouth"],
    ["/bread", "localhost", "larkmouth", ""],
  ])("%s at %s is %s", (path, host, brandId, prefix) => {
    expect(doorOf(DOORS, path, host)).toEqual({ brandId, prefix, world: null });
  });

  test.each([
    "/b",
    "/b/",
    "/b/nowhere",
    "/b/Larkmouth",
    "/b/__proto__",
    "/b/../b/larkmouth",
    "/b/larkmouth.evil",
  ])("%s is none", (path) => {
    expect(doorOf(DOORS, path, "localhost")).toBeUndefined();
  });

  test("there is none where no brand stands", () => {
    expect(doorOf([], "/", "localhost")).toBeUndefined();
  });
});

test("brands are read once, however many ask at the same moment", async () => {
  let reads = 0;
  const doors = createDoors(async () => {
    reads += 1;
    return DOORS;
  });
  await Promise.all([doors.current(), doors.current(), doors.current()]);
  await doors.current();
  expect(reads).toBe(1);
  expect(doors.hasHost("saltmarsh.example")).toBe(true);
  expect(doors.hasHost("evil.test")).toBe(false);
});
