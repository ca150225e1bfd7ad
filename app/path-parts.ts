type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Leaves out what is undefined or empty, so that an address says only what was asked. A list has its field once for each. */
export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : (value ?? []))
      .filter((each) => each !== "")
      .map((each): [string, string] => [name, each]),
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** What stands between two slashes of an address. */
export const segment = encodeURIComponent;
