import { expect, test } from "vitest";
import { service } from "~tests/support/directory";
import { servicesBesideHelp } from "./beside-help";

const talking = service("talking-therapies", { needs: ["mind"] });
const sleep = service("sleep", { needs: ["everyday", "mind"] });
const physiotherapy = service("physiotherapy", { needs: ["muscles"] });
const all = [talking, physiotherapy, sleep];
const besides = (danger: Parameters<typeof servicesBesideHelp>[0]) =>
  servicesBesideHelp(danger, all).map(({ id }) => id);

test("in a crisis only what is for the mind stands beside help", () => {
  expect(besides("crisis")).toEqual(["talking-therapies", "sleep"]);
});

test.each(["999", "111", null] as const)("with %s whatever was looked for stays", (danger) => {
  expect(besides(danger)).toEqual(["talking-therapies", "physiotherapy", "sleep"]);
});
