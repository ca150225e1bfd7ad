/** How many answers are kept before all are forgotten. */
const MOST = 20_000;

/** The answer for a key, found once: what is found is always the same, and finding it takes longer than looking here. */
export function remembered<Key extends string | number, Value>(
  known: Map<Key, Value>,
  key: Key,
  find: () => Value,
  most = MOST,
): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= most) known.clear();
  const found = find();
  known.set(key, found);
  return found;
}
