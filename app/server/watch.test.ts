import { afterEach, expect, it, vi } from "vitest";
import { lookBackIn, type Source, watch } from "./watch";

const quiet = { info() {}, warn() {}, error: vi.fn() };

/** Things by their numbers; one may appear after one with a greater number. */
function things(lookBack: number, seqs: readonly number[]) {
  const there = new Set(seqs);
  const asked: number[] = [];
  const source: Source<{ readonly seq: number }> = {
    lookBack,
    newest: async () => Math.max(0, ...there),
    after: async (seq, limit) => {
      asked.push(seq);
      return [...there]
        .filter((each) => each > seq)
        .sort((a, b) => a - b)
        .slice(0, limit)
        .map((each) => ({ seq: each }));
    },
    keysOf: async (fresh) => fresh.map(({ seq }) => String(seq)),
  };
  return { source, asked, appears: (seq: number) => there.add(seq) };
}

let stop = () => {};
afterEach(() => stop());

/** What is told from now on. */
async function heardOf(source: Source<{ readonly seq: number }>): Promise<string[]> {
  const heard: string[] = [];
  const by = watch(source, 1, quiet, (keys) => heard.push(...keys));
  stop = by.stop;
  expect(await by.newest()).toBe(50);
  return heard;
}

it("on PostgreSQL, what appears late with a smaller number is told too, and each once", async () => {
  const { source, appears } = things(lookBackIn("postgres"), [1, 2, 50]);
  const heard = await heardOf(source);
  appears(52);
  await vi.waitFor(() => expect(heard).toEqual(["52"]));
  appears(51);
  await vi.waitFor(() => expect(heard).toEqual(["52", "51"]));
  appears(53);
  await vi.waitFor(() => expect(heard).toEqual(["52", "51", "53"]));
});

it("on SQLite, nothing is read again that was read before", async () => {
  const { source, asked, appears } = things(lookBackIn("sqlite"), [1, 2, 50]);
  const heard = await heardOf(source);
  appears(51);
  await vi.waitFor(() => expect(heard).toEqual(["51"]));
  appears(52);
  await vi.waitFor(() => expect(heard).toEqual(["51", "52"]));
  const last = asked.length;
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(last));
  expect(asked.at(-1)).toBe(52);
});
