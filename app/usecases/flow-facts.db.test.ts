import { expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { readDirectoryContents } from "~db/queries/directory";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, TOWN } from "~tests/support/front-door";
import { flowSums } from "./flow-facts";

const WEEK = { period: { from: "2026-11-16", until: "2026-11-22" }, today: "2026-11-23" };

onEachDatabase((open) => {
  it("what was added up is kept while the directory is the same, and of no older one", async () => {
    const { onedoor } = await openFrontDoor(await open());
    const contents = await readDirectoryContents(onedoor.db.kysely, TOWN);
    /** How many weeks had to be added up. */
    const addedUp = async (version: number) => {
      let begun = 0;
      const start = () => {
        begun += 1;
        return { add: () => {} };
      };
      const directory = buildDirectory({ ...contents, version });
      for await (const _week of flowSums(onedoor, directory, WEEK, `sums ${version}`, start));
      return begun;
    };
    expect([await addedUp(7), await addedUp(7)]).toEqual([1, 0]);
    expect([await addedUp(8), await addedUp(8)]).toEqual([1, 0]);
    // Else each change of a directory in a day would leave its sums behind.
    expect(await addedUp(7)).toBe(1);
  });
});
