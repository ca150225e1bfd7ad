import { describe, expect, it } from "vitest";
import { mobileNumber, nextWay, waysToReach } from "./ways";

const rosa = (
  contact: Partial<Parameters<typeof waysToReach>[0]["contact"]>,
  postcode: string | null = "LK1 1AA",
) =>
  waysToReach({
    name: "Rosa Marchetti",
    postcode,
    contact: { name: null, phone: null, email: null, avoid: [], ...contact },
  });

describe("a number that takes a text", () => {
  it.each([
    ["07700 900101", "07700900101"],
    ["+44 7700 900 101", "07700900101"],
    ["+44 (0)7700 900101", "07700900101"],
    ["447700900101", "07700900101"],
    ["07624 900101", "07624900101"],
  ])("%s is a mobile's", (typed, number) => expect(mobileNumber(typed)).toBe(number));

  it.each(["01632 960 001", "07600 900101", "07000 900101", "+1 212 555 0100", "0770090010", "077009001011"])(
    "%s is not",
    (typed) => expect(mobileNumber(typed)).toBeUndefined(),
  );
});

describe("the ways to write to a person", () => {
  const both = { phone: "07700 900101", email: "rosa@example.com" };

  it("are text, then email, then letter", () => {
    expect(rosa(both)).toEqual([
      { channel: "text", to: "07700900101" },
      { channel: "email", to: "rosa@example.com" },
      { channel: "letter", to: ["Rosa Marchetti", "LK1 1AA"] },
    ]);
  });

  it("begin with the one that suits best, where it can be used", () => {
    const first = (contact: Parameters<typeof rosa>[0]) => rosa({ ...both, ...contact })[0]?.channel;
    expect(first({ preferred: "email" })).toBe("email");
    expect(first({ preferred: "letter" })).toBe("letter");
    expect(first({ preferred: "call" })).toBe("text");
    expect(first({ preferred: "text", avoid: ["texts"] })).toBe("email");
  });

  it("send a letter to the address that was given, its postcode last", () => {
    const to = (address: string) => rosa({ address }).at(-1)?.to;
    expect(to("4 Quay Street\nLarkmouth\nlk12ab")).toEqual([
      "Rosa Marchetti",
      "4 Quay Street",
      "Larkmouth",
      "LK1 2AB",
    ]);
    expect(to("4 Quay Street, Larkmouth,")).toEqual([
      "Rosa Marchetti",
      "4 Quay Street",
      "Larkmouth",
      "LK1 1AA",
    ]);
  });

  it("leave out what they asked us not to use, and a number that takes no text", () => {
    const channels = (contact: Parameters<typeof rosa>[0]) => rosa(contact).map(({ channel }) => channel);
    expect(channels({ ...both, avoid: ["texts"] })).toEqual(["email", "letter"]);
    expect(channels({ ...both, avoid: ["emails"] })).toEqual(["text", "letter"]);
    expect(channels({ phone: "01632 960 001" })).toEqual(["letter"]);
    expect(rosa({ phone: "01632 960 001" }, null)).toEqual([]);
  });

  it("write to who asked for somebody else", () => {
    expect(rosa({ name: "Ines Marchetti" })).toEqual([
      { channel: "letter", to: ["Ines Marchetti", "LK1 1AA"] },
    ]);
  });

  it("are each tried once", () => {
    expect(nextWay(rosa(both), ["text"])?.channel).toBe("email");
    expect(nextWay(rosa(both), ["text", "email", "letter"])).toBeUndefined();
  });
});
