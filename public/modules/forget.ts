import { forgetTest, waitsToTell } from "./parts/lab-storage";
import { toldQueue } from "./parts/told-queue";

/**
 * A test is over, or everything of it was deleted: nothing of it stays in this browser, which may be somebody else's next. What
 * the pages of the last task could not tell any more is told first, where the page says to whom.
 */
const page = document.querySelector<HTMLElement>("[data-tell-rest]");
const { tellRest = "", tellRestOf: who = "" } = page?.dataset ?? {};
if (tellRest === "" || who === "") forgetTest();
else if (!waitsToTell(who)) forgetTest(who);
else {
  const queue = toldQueue(tellRest, who, (waiting) => {
    if (waiting === 0) forgetTest(who);
  });
  window.addEventListener("pagehide", () => {
    queue.leave();
    forgetTest(who);
  });
}
