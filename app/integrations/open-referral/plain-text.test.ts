import { describe, expect, it } from "vitest";
import { opening, plainText } from "./plain-text";

describe("the words of a piece of HTML", () => {
  it.each([
    [
      "<p>One&nbsp;<b>two</b></p><ul><li>three</li><li>four &amp; five</li></ul>",
      "One two\nthree\nfour & five",
    ],
    ["before<script>alert('x')</script><style>p{}</style>after", "beforeafter"],
    ['<img src="data:image/png;base64,AAAA" onerror="alert(1)">a picture', "a picture"],
    ["<svg><text>drawn</text></svg><button>Press</button>text", "text"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"],
    ["<p>broken <b>and never closed", "broken and never closed"],
    ["<!-- a note -->text", "text"],
    ["Ring 07700 900123 or +44 7700 900 123", "Ring (mobile number left out) or (mobile number left out)"],
    ["Ring 0117 496 0100", "Ring 0117 496 0100"],
    ["write to redacted@gmail.com.", "write to (e-mail address left out)"],
    ["", ""],
  ])("of %s are %s", (html, words) => {
    expect(plainText(html)).toBe(words);
  });

  it("survives very deep nesting", () => {
    expect(plainText(`${"<div>".repeat(20_000)}deep`)).toBe("deep");
  });
});

describe("the opening of a text", () => {
  it("ends with a sentence, or between words", () => {
    expect(opening("One two. Three four. Five six seven.", 25)).toBe("One two. Three four.");
    expect(opening("one two three four five", 12)).toBe("one two …");
    expect(opening("short", 12)).toBe("short");
  });
});
