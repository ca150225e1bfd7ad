import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** What is inside these is not words for a reader. */
const SILENT = new Set([
  "script",
  "style",
  "svg",
  "template",
  "noscript",
  "iframe",
  "object",
  "button",
  "head",
  "title",
]);
/** These end a line. */
const BLOCKS = new Set(
  "p div section article header main figure blockquote ul ol li table tr h1 h2 h3 h4 h5 h6 br hr dl dt dd".split(
    " ",
  ),
);
/** People's own numbers are not kept, even where they were published. */
const MOBILE = /(?:\+44\s?\(?0?\)?\s?|0)7(?:[\s.-]?\d){9}\b/g;
/** The name part of somebody's own address was taken out of the published copy: what is left reaches nobody. */
const REDACTED = /\bredacted@[a-z0-9.-]+/gi;

/** The words of a piece of HTML, a line for each block; pictures, scripts and styles are dropped. */
export function plainText(html: string): string {
  const parts: string[] = [];
  // Deeply nested HTML must not exhaust the stack, so the tree is walked with a list.
  const waiting: (Node | "\n")[] = [parseFragment(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "\n") parts.push("\n");
    else if (node.nodeName === "#text" && "value" in node) parts.push(node.value.replace(/\s+/g, " "));
    else if ("childNodes" in node && !SILENT.has(node.nodeName)) {
      const block = BLOCKS.has(node.nodeName);
      if (block) waiting.push("\n");
      waiting.push(...[...node.childNodes].reverse());
      if (block) waiting.push("\n");
    }
  }
  return parts
    .join("")
    .replace(MOBILE, "(mobile number left out)")
    .replace(REDACTED, "(e-mail address left out)")
    .split("\n")
    .map((line) => line.replace(/[\s\u200b\ufeff]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** The first sentences of a text, up to a length; never cut inside a word. */
export function opening(text: string, longest: number): string {
  const flat = text.replace(/\n/g, " ");
  if (flat.length <= longest) return flat;
  const head = flat.slice(0, longest);
  const sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("! "), head.lastIndexOf("? "));
  if (sentence > longest / 2) return head.slice(0, sentence + 1);
  return `${head.slice(0, head.lastIndexOf(" "))} …`;
}
