import type { NeedGroup } from "./needs";

/** The heading of a list of services: what was asked for, as it was asked. */
export function resultsHeading({
  q,
  view,
  need,
}: {
  readonly q: string;
  readonly view?: "a-to-z" | undefined;
  readonly need?: NeedGroup | undefined;
}): string {
  if (q !== "") return `Care for “${q}”`;
  if (view === "a-to-z") return "All services, A to Z";
  return need?.name ?? "Find care";
}
