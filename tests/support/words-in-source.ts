import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(import.meta.dirname, "../..");

/** A text that the source holds, as a person would read it; what is filled in stands as `…`. */
export interface SourceText {
  /** The file, from the project's root. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** True for text between JSX tags or in an attribute that is read; false for a string elsewhere in the code. */
  readonly inMarkup: boolean;
}

/** Attributes whose value is for the machine. */
const SILENT_ATTRIBUTES =
  /^(className|id|at|modifier|formMethod|name|href|action|src|rel|type|method|d|viewBox|transform|points|fill|stroke|key|role|autoComplete|inputMode|pattern|size|width|value|htmlFor|shapeRendering|as|look|spellCheck|encType|http-equiv|content|charSet|xmlns|scope|labelledBy|focusable|loading|patternUnits|patternTransform|data-(?!.*say).*|aria-(labelledby|describedby|live|hidden|current|controls))$/;

/** Elements that stand within a sentence, so that their text belongs to that of the element around them. */
const INLINE = /^(a|abbr|b|br|em|i|span|strong|time|TelephoneLink)$/;

/** Every source file under the folders that people's words stand in, without its tests. */
export function sourceFiles(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

/** The texts of one file: the literals of its code, and the text of its markup, sentence by sentence. */
export function textsIn(file: string): readonly SourceText[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), "utf8"),
    ts.ScriptTarget.ES2022,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: SourceText[] = [];
  const add = (node: ts.Node, text: string, inMarkup: boolean) => {
    const read = text.replace(/\s+/g, " ").trim();
    if (!/[A-Za-z]{2}/.test(read)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ file, line, text: read, inMarkup });
  };

  function visit(node: ts.Node): void {
    if (isForTheMachine(node)) return;
    if (ts.isStringLiteralLike(node)) {
      add(node, node.text, ts.isJsxAttribute(node.parent));
      return;
    }
    if (ts.isTemplateExpression(node)) {
      add(node, templateText(node), false);
      for (const span of node.templateSpans) visit(span.expression);
      return;
    }
    if ((ts.isJsxElement(node) || ts.isJsxFragment(node)) && hasText(node)) {
      add(node, markupText(node, visit), true);
      if (ts.isJsxElement(node)) visit(node.openingElement);
      return;
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

function isForTheMachine(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isThrowStatement(node)) return true;
  return ts.isJsxAttribute(node) && SILENT_ATTRIBUTES.test(node.name.getText());
}

const hasText = (node: ts.JsxElement | ts.JsxFragment): boolean =>
  node.children.some((child) => ts.isJsxText(child) && /[A-Za-z]/.test(child.text));

/** The text of an element and of what stands in its sentences; anything else within it is visited for itself. */
function markupText(node: ts.JsxElement | ts.JsxFragment, visit: (node: ts.Node) => void): string {
  return node.children
    .map((child) => {
      if (ts.isJsxText(child)) return child.text;
      if (ts.isJsxExpression(child)) return expressionText(child, visit);
      const name = tagName(child);
      if (ts.isJsxElement(child) && INLINE.test(name)) {
        visit(child.openingElement);
        return markupText(child, visit);
      }
      visit(child);
      return INLINE.test(name) ? " … " : ". ";
    })
    .join("");
}

function expressionText(node: ts.JsxExpression, visit: (node: ts.Node) => void): string {
  if (node.expression === undefined) return "";
  if (ts.isStringLiteralLike(node.expression)) return node.expression.text;
  visit(node.expression);
  return "…";
}

const tagName = (node: ts.JsxChild): string =>
  ts.isJsxElement(node)
    ? node.openingElement.tagName.getText()
    : ts.isJsxSelfClosingElement(node)
      ? node.tagName.getText()
      : "";

const templateText = (node: ts.TemplateExpression): string =>
  node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join("");
