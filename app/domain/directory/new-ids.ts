/** The longest id that is made from a name, the number behind it left out. */
const MOST = 40;

/**
 * An id of letters, digits and hyphens made from a name, and not among those that are taken: "Lantern Winter Pharmacy" is
 * `lantern-winter-pharmacy`, and the next of that name `lantern-winter-pharmacy-2`.
 */
export function newId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MOST)
    .replace(/^-+|-+$/g, "");
  const first = plain === "" ? "new" : plain;
  if (!taken.has(first)) return first;
  for (let number = 2; ; number += 1) {
    const next = `${first}-${number}`;
    if (!taken.has(next)) return next;
  }
}
