import { expect, it } from "vitest";
import { truthOf } from "~/domain/usability/truth";
import { WHOSE_BOX } from "~/domain/usability/whose-box";
import { readTracking } from "~db/queries/tracking";
import { onEachDatabase } from "~tests/support/databases";
import { asked, openedStudy, worldOf } from "~tests/support/lab";
import { larkmouthTown, LARKMOUTH as TOWN } from "~tests/support/larkmouth-town";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";
import { playerOf, referenceOf } from "../worlds/people";

/** What is behind a person in a world, as its page shows it. */
async function behind(onedoor: Onedoor, worldId: string, person: string) {
  const reference = await referenceOf(onedoor, worldId, await playerOf(onedoor, worldId, person));
  return readTracking(onedoor.db.kysely, worldId, reference ?? "");
}

onEachDatabase((open) => {
  it("each variant of the ready study begins as its tasks say, and each of its questions has an answer there", {
    timeout: 120_000,
  }, async () => {
    const { onedoor } = await larkmouthTown(await open());
    const study = await openedStudy(onedoor, { study: WHOSE_BOX });
    const begun = WHOSE_BOX.tasks.filter(({ acts }) => acts.length > 0);
    const letters = new Set<string>();
    for (const place of WHOSE_BOX.variants.keys()) {
      const { id: participantId } = await asked(onedoor, study, place);
      const worldId = await worldOf(onedoor, { townId: TOWN, participantId }, WHOSE_BOX);
      const directory = await onedoor.directories.current(worldId);
      const now = await brandNow(onedoor, worldId);
      const truth = async (person: string, kind: Parameters<typeof truthOf>[0]) =>
        truthOf(kind, await behind(onedoor, worldId, person), directory, now);

      for (const { person, questions } of begun)
        for (const question of WHOSE_BOX.questions)
          if (question.kind === "comprehension" && questions.includes(question.id)) {
            const found = await truth(person, question.truth);
            expect(found?.wrong.length, `${person}: ${question.id}`).toBeGreaterThanOrEqual(2);
            expect(found?.wrong).not.toContain(found?.right);
          }
      // Nobody has asked for anything yet, as Grace and as Arthur.
      expect(await truth("grace-okonkwo", "who-treats")).toBeNull();
      expect(await behind(onedoor, worldId, "arthur-penrose")).toBeUndefined();

      const passedOn = await behind(onedoor, worldId, "priya-nair");
      const statuses = passedOn?.parts[0]?.fulfilments.map(({ status }) => status);
      expect(statuses).toEqual(["rejected", "requested"]);
      const wrong = (await truth("priya-nair", "who-treats"))?.wrong;
      expect(wrong).toContain(passedOn?.parts[0]?.fulfilments[0]?.box.partner.name);
      expect((await truth("winston-baptiste", "when-is-it"))?.wrong).toContain("I have no time yet");
      letters.add((await truth("samira-haddad", "whose-letter"))?.right ?? "");
    }
    expect([...letters].sort()).toEqual([
      "Harbour Community Trust",
      "Harbour Community Trust and Larkmouth Care",
      "Larkmouth Care",
    ]);
  });
});
