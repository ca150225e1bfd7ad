/** JSON whose keys are in order at every depth: equal values are equal text, whoever wrote them. */
export const toJson = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort())
    ordered[key] = inOrder((value as Record<string, unknown>)[key]);
  return ordered;
}
