/**
 * The pages of a front door that somebody who takes part can come to, as the URL map has them (a test holds this list to
 * it): where a task can begin, lead through and end. What is no page (a file, a stream) is never recorded as seen.
 */
export const PAGES = [
  "/",
  "/services",
  "/services/:service",
  "/services/:service/request",
  "/services/:service/request/stop/:emergency",
  "/services/:service/request/:step",
  "/basket",
  "/requests",
  "/requests/:reference",
  "/requests/:reference/cancel",
  "/requests/:reference/choose",
  "/requests/:reference/times/:fulfilment",
  "/requests/:reference/answer",
  "/requests/:reference/worse",
  "/requests/:reference/worse/say",
  "/requests/:reference/help/:emergency",
  "/requests/:reference/tell",
  "/requests/:reference/feedback",
  "/requests/:reference/print",
  "/requests/:reference/reopen",
  "/doormat/:reference",
  "/sign-in",
  "/languages",
  "/languages/:language",
  "/privacy",
  "/accessibility",
] as const;
export type Page = (typeof PAGES)[number];

const parts = (address: string): readonly string[] => address.split("/").slice(1);
const isPlace = (part: string): boolean => part.startsWith(":");
const fits = (pattern: string, address: string): boolean => {
  const [its, given] = [parts(pattern), parts(address)];
  return (
    its.length === given.length &&
    its.every((part, at) => (isPlace(part) ? given[at] !== "" : part === given[at]))
  );
};

/** The page that an address leads to, without its query; undefined when there is none. What names its places most is meant. */
export function pageAt(address: string): Page | undefined {
  const path = address.replace(/[?#].*$/, "").replace(/(?<=.)\/$/, "");
  return PAGES.filter((page) => fits(page, path)).sort((one, other) => places(one) - places(other))[0];
}

const places = (pattern: string): number => parts(pattern).filter(isPlace).length;

/** The names of what stands in the places of a page's address. */
export const placesOf = (page: Page): readonly string[] =>
  parts(page)
    .filter(isPlace)
    .map((part) => part.slice(1));

/** How a page that was meant as a pattern is written right; undefined when it is right. */
export function wrongPattern(pattern: string): string | undefined {
  if ((PAGES as readonly string[]).includes(pattern)) return undefined;
  const page = pageAt(pattern) ?? nearestPage(pattern);
  return `“${pattern}” is no page of the front door. ${meant(pattern, page)}`;
}

function meant(pattern: string, page: Page): string {
  const values = placesOf(page).flatMap((name) => {
    const value = parts(pattern)[parts(page).indexOf(`:${name}`)];
    return value === undefined || value === "" || isPlace(value) || pageAt(pattern) !== page
      ? []
      : [`“${name}: ${value}”`];
  });
  return values.length === 0
    ? `Did you mean “${page}”?`
    : `Write “${page}”, and ${values.join(" and ")} as what must stand in its places.`;
}

/** Why nobody could begin at an address; undefined when they can. */
export function wrongAddress(address: string): string | undefined {
  if (pageAt(address) === undefined)
    return `“${address}” is no page of the front door. Did you mean “${nearestPage(address)}”?`;
  const place = parts(address).find(isPlace);
  return place && `“${address}” leads nowhere: write what stands in the place of “${place}”.`;
}

/** The page whose address is the fewest changes away; of those that are as near, the shortest. */
const nearestPage = (address: string): Page =>
  [...PAGES].sort(
    (one, other) => changes(one, address) - changes(other, address) || one.length - other.length,
  )[0] ?? "/";

/** How many parts differ, and by how many letters. A place takes what stands there. */
function changes(pattern: string, address: string): number {
  const [its, given] = [parts(pattern), parts(address)];
  const most = Math.max(its.length, given.length);
  return Array.from({ length: most }, (_, at) => {
    const [part, said] = [its[at], given[at]];
    if (part === undefined || said === undefined) return 6;
    return isPlace(part) && !isPlace(said) ? 1 : Math.min(6, lettersApart(part, said));
  }).reduce((sum, each) => sum + each, 0);
}

/** Levenshtein's distance: letters put in, taken out or written otherwise. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [place, letter] of [...one].entries()) {
    const next = [place + 1];
    for (const [at, its] of [...other].entries())
      next.push(
        Math.min((row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1, (row[at] ?? 0) + (its === letter ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
