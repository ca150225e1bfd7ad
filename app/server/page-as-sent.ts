import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as names, parse, serialize } from "parse5";
import { tidy } from "~/domain/journeys/input";
import type { PageRead, Picturing } from "~/usecases/lab/record-pages";

type Document = DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A person types fewer words into a page than this, of fewer letters in all; an address can be written with thousands. */
const MOST_TYPED = { words: 60, letters: 4_000 } as const;
/** Stands where something was typed that is not kept. */
const LEFT_OUT = "…";

/** A task of a participant is not part of the page under test. */
const OF_THE_LAB = "data-lab";
const GONE = new Set(["script", "iframe", "object", "embed", "base"]);
/** What was typed on the page before is carried along out of sight too. */
const TYPED_INPUTS = new Set(",text,search,email,tel,number,date,url,password,hidden".split(","));
/** Attributes that are read out, or shown. */
const WORDS = /^(aria-label|title|alt|placeholder|content|data-.+)$/;
/** Where a page says again what was typed: the answers to check. */
const SAYS_AGAIN = /(^|\s)nhsuk-summary-list__value(\s|$)/;

/**
 * Reads a page as it was sent. `address` is where it was asked for, whose query says what was searched for. Its picture is
 * the page as HTML that does nothing: no script runs, no link leads anywhere and no form is sent.
 */
export function pageAsSent(sent: string, address: string, picturing: Picturing | null): PageRead {
  const document = parse(sent);
  const elements = [...elementsIn(document)];
  const typed = typedInto(address, elements);
  const title = elements.find(({ tagName }) => tagName === "title");
  return {
    title: title ? (leavingOut(typed)?.(textOf(title).trim()) ?? LEFT_OUT) : "",
    errors: errorsIn(elements),
    picture: picturing && pictured(document, typed, picturing),
  };
}

/** The fields that its error summary names. */
function errorsIn(elements: readonly Element[]): readonly string[] {
  const byId = new Map(elements.map((element) => [attributeOf(element, "id") ?? "", element]));
  const summary = elements.find((element) => /(^|\s)nhsuk-error-summary(\s|$)/.test(classOf(element)));
  const errors = [...(summary ? elementsIn(summary) : [])].flatMap((element) => {
    const href = attributeOf(element, "href");
    if (element.tagName !== "a" || !href?.startsWith("#")) return [];
    const field = byId.get(href.slice(1));
    return [(field && attributeOf(field, "name")) ?? href.slice(1)];
  });
  return [...new Set(errors)];
}

/** Changes the document. */
function pictured(
  document: Document,
  typed: readonly string[],
  { withTyping, typed: before }: Picturing,
): string | null {
  if (withTyping) return pictureOf(document, null);
  const without = leavingOut([...typed, ...before]);
  return without && pictureOf(document, without);
}

/** What was typed that stands in an address. What could be chosen on the page is no typing. */
function typedInto(address: string, elements: readonly Element[]): readonly string[] {
  const chosen = new Set(elements.flatMap((element) => choiceOf(element) ?? []));
  return [...new URL(address, "http://localhost").searchParams]
    .filter(([name, value]) => tidy(value).length > 1 && !chosen.has(`${name} ${value}`))
    .map(([, value]) => value);
}

function choiceOf(element: Element): string | undefined {
  const isChoice =
    element.tagName === "input" && /^(radio|checkbox)$/.test(attributeOf(element, "type") ?? "");
  return isChoice ? `${attributeOf(element, "name")} ${attributeOf(element, "value")}` : undefined;
}

/** `without` leaves out of a text what was typed; null where all may stand in it. */
function pictureOf(document: Document, without: Without | null): string {
  for (const element of [...elementsIn(document)]) {
    if (isGone(element)) {
      defaultTreeAdapter.detachNode(element);
      continue;
    }
    element.attrs = element.attrs.flatMap(({ name, value }) => {
      if (name.startsWith("on") || name === "action" || name === "formaction" || name === "srcset") return [];
      if (name !== "href") return [{ name, value }];
      return element.tagName === "link" ? [{ name, value }] : [{ name, value: "#" }];
    });
    if (without !== null) leaveOutTyped(element, without);
  }
  return serialize(document);
}

function isGone(element: Element): boolean {
  const { tagName } = element;
  if (GONE.has(tagName) || attributeOf(element, OF_THE_LAB) !== undefined) return true;
  if (tagName === "meta") return attributeOf(element, "http-equiv") !== undefined;
  return tagName === "link" && attributeOf(element, "rel") !== "stylesheet";
}

function leaveOutTyped(element: Element, without: Without): void {
  const { tagName } = element;
  for (const attribute of element.attrs)
    if (WORDS.test(attribute.name)) attribute.value = without(attribute.value);
  if (tagName === "input" && TYPED_INPUTS.has(attributeOf(element, "type") ?? ""))
    element.attrs = element.attrs.filter(({ name }) => name !== "value");
  const text = tagName === "textarea" ? "" : SAYS_AGAIN.test(classOf(element)) ? LEFT_OUT : undefined;
  if (text !== undefined) {
    for (const child of [...element.childNodes]) defaultTreeAdapter.detachNode(child);
    if (text !== "") defaultTreeAdapter.insertText(element, text);
    return;
  }
  for (const child of element.childNodes)
    if (defaultTreeAdapter.isTextNode(child)) child.value = without(child.value);
}

/** A text without what somebody typed. */
type Without = (text: string) => string;

/**
 * Leaves out what somebody typed, however a page writes it: tidied, in capitals or with other gaps. All of it is looked for at
 * once. Null where it is too much to look for.
 */
function leavingOut(typed: readonly string[]): Without | null {
  const words = [...new Set(typed.map((word) => tidy(word).replaceAll(/\s/g, "").toLowerCase()))].filter(
    Boolean,
  );
  if (words.length === 0) return (text) => text;
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  if (words.length > MOST_TYPED.words || letters > MOST_TYPED.letters) return null;
  // Of two that begin alike the longer is found.
  const written = words.sort((a, b) => b.length - a.length).map(asWritten);
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replaceAll(any, LEFT_OUT);
}

const asWritten = (word: string): string =>
  [...word].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&")).join("\\s*");

/** Every element of a page, in its order. */
function* elementsIn(root: Node): Generator<Element> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (defaultTreeAdapter.isElementNode(node) && node !== root) yield node;
    if ("childNodes" in node) waiting.push(...[...node.childNodes].reverse());
  }
}

const attributeOf = ({ attrs, namespaceURI }: Element, name: string): string | undefined =>
  namespaceURI === names.NS.HTML || name === "class" || name === "href"
    ? attrs.find((each) => each.name === name)?.value
    : undefined;
const classOf = (element: Element): string => attributeOf(element, "class") ?? "";

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => (defaultTreeAdapter.isTextNode(child) ? child.value : ""))
    .join("");
}
