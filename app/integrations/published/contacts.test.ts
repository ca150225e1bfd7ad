import { describe, expect, it } from "vitest";
import { publicEmail, publicPhone, webAddress } from "./contacts";

describe("a published telephone number", () => {
  it.each([
    ["0117 9669724", "0117 966 9724"],
    ["01179 823543", "0117 982 3543"],
    ["01275 833103", "01275 833103"],
    ["0333 2200519", "0333 220 0519"],
    ["020 77903310", "020 7790 3310"],
    ["+44 (0)117 966 9724", "0117 966 9724"],
    ["0117 955549", null],
    ["07700 900000", null],
    ["ring us", null],
    ["", null],
  ])("%s is %s", (published, phone) => {
    expect(publicPhone(published)).toBe(phone);
  });
});

describe("a published web address", () => {
  it.each([
    ["www.example.org", "http://www.example.org/"],
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["http://user:word@example.org", null],
    ["not an address", null],
    ["localhost", null],
    ["", null],
  ])("%s is %s", (published, address) => {
    expect(webAddress(published)).toBe(address);
  });
});

describe("a published e-mail address", () => {
  it.each([
    ["\u00a0spot@example.org", "spot@example.org"],
    ["redacted@gmail.com", null],
    ["<script>@example.org", null],
    ["nobody", null],
  ])("%s is %s", (published, address) => {
    expect(publicEmail(published)).toBe(address);
  });
});
