import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STORY_WORDS } from "~/content/board/stories";
import { STORIES } from "~/domain/stage/stories";
import type { Story } from "~/domain/stage/story";
import { hearsKeys, openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { keepPicture } from "../support/picture";
import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Alan, who chairs the board, on his way to the stage; and whatever went wrong in his browser meanwhile. */
async function presenter(scripts: boolean): Promise<{ readonly page: Page; readonly wrong: string[] }> {
  const page = await (await visit(browser, server.url, { scripts })).newPage();
  await page.setViewportSize({ width: 1280, height: 720 });
  await signIn(page, "board", /Alan Fenwick/);
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("response", (answer) => answer.status() >= 400 && wrong.push(`${answer.status()} ${answer.url()}`));
  return { page, wrong };
}

async function start(page: Page, { id }: Pick<Story, "id">): Promise<void> {
  await page.goto("/board/stage");
  const card = page.getByRole("listitem").filter({ hasText: STORY_WORDS[id].title });
  await card.getByRole("button", { name: /^Start this story/ }).click();
  await page.waitForURL(/\/board\/stage\/[^/]+$/);
}

const at = (page: Page, story: Story, step: number) =>
  page.getByText(`${STORY_WORDS[story.id].title} · Step ${step + 1} of ${story.steps.length}`).waitFor();

/** A page hears keys once it has been seen. */
async function keysOn(page: Page) {
  await page.locator("[data-stage-keys]").waitFor({ state: "visible" });
  await hearsKeys(page);
}

const phone = (page: Page) => page.frameLocator("#stage-phone");
const work = (page: Page) => page.frameLocator("#stage-work");

describe("a whole demonstration, by one key", () => {
  test.each(STORIES)(
    "$id: to its end and back to the beginning, without a reload or an error",
    {
      timeout: 120_000,
    },
    async (story) => {
      const { page, wrong } = await presenter(true);
      await start(page, story);
      await at(page, story, 0);
      await keysOn(page);
      let reloads = 0;
      page.on("framenavigated", (frame) => {
        if (frame === page.mainFrame()) reloads += 1;
      });
      for (let step = 1; step < story.steps.length; step += 1) {
        await page.keyboard.press("n");
        await at(page, story, step);
        expect(await page.locator(".stage-note").count()).toBe(0);
      }
      // Whoever has it, in the middle, is who is at work on the right, and the page on the phone is the real one.
      await phone(page).getByRole("heading", { level: 1 }).waitFor();
      await work(page).getByRole("heading", { level: 1 }).waitFor();
      await keepPicture(page, `stage ${story.id} 1280`);
      await page.keyboard.press("r");
      await at(page, story, 0);
      expect([reloads, wrong]).toEqual([0, []]);
      await page.context().close();
    },
  );
});

test("a key that is pressed while a step is under way is heard once it is done", {
  timeout: 60_000,
}, async () => {
  const { page, wrong } = await presenter(true);
  const refusal = STORIES.find(({ id }) => id === "refusal") as Story;
  await start(page, refusal);
  await keysOn(page);
  let goOn = () => {};
  const pressedAgain = new Promise<void>((done) => {
    goOn = done;
  });
  const sent: unknown[] = [];
  await page.route("**/board/stage/*", async (route) => {
    if (route.request().method() === "POST") {
      const { from, intent } = Object.fromEntries(new URLSearchParams(route.request().postData() ?? ""));
      sent.push([intent, from]);
      await pressedAgain;
    }
    await route.continue();
  });
  await page.keyboard.press("n");
  await page.locator("[data-stage][aria-busy]").waitFor();
  // The last one counts, and from the first step there is no way back: it is pressed once the second is there.
  for (const key of ["n", "n", "b"]) await page.keyboard.press(key);
  goOn();
  await expect
    .poll(() => sent)
    .toEqual([
      ["next", "0"],
      ["back", "1"],
    ]);
  await at(page, refusal, 0);
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("the panes follow a refusal: another label, another partner, the same promise, in other words than silence", {
  timeout: 120_000,
}, async () => {
  const { page, wrong } = await presenter(true);
  const refusal = STORIES.find(({ id }) => id === "refusal") as Story;
  await start(page, refusal);
  await keysOn(page);
  await page.keyboard.press("n");
  await at(page, refusal, 1);
  await phone(page).getByText("Harbour Community Trust has your request").waitFor();
  await work(page)
    .getByRole("heading", { name: /Grace Okonkwo/ })
    .waitFor();
  const promised = await phone(page).locator(".promise__text").textContent();

  // Back, from within a pane: the same key, and the step before.
  await page.keyboard.press("n");
  await at(page, refusal, 2);
  await work(page)
    .locator("body")
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("b");
  await at(page, refusal, 1);
  await work(page)
    .getByRole("heading", { name: /Grace Okonkwo/ })
    .waitFor();

  // The presenter uses the partner's own page, and the middle follows without a key.
  await page.getByRole("button", { name: "They say no: no room" }).click();
  await page.locator("#stage-router").getByText("Harbour Community Trust said no").waitFor();
  await phone(page).getByText("Harbour Community Trust had no room").first().waitFor();
  expect(await phone(page).locator(".promise__text").textContent()).toBe(promised);
  await page.getByRole("button", { name: "To the deadline" }).click();
  await page.locator("#stage-router").getByText("Tidewell Community Health did not answer in time").waitFor();
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("what a step is about is in sight in its pane, and all the parts of a request at once", {
  timeout: 120_000,
}, async () => {
  const { page } = await presenter(true);
  const inSight = (found: SVGElement | HTMLElement): boolean => {
    const { top, bottom } = found.getBoundingClientRect();
    return top >= 0 && bottom <= found.ownerDocument.documentElement.clientHeight;
  };
  const simple = STORIES.find(({ id }) => id === "simple") as Story;
  await start(page, simple);
  await keysOn(page);
  for (let step = 1; step < simple.steps.length; step += 1) {
    await page.keyboard.press("n");
    await at(page, simple, step);
  }
  for (const seen of [
    work(page).getByText("Advice was enough. It is a little high. Come back in June."),
    phone(page).getByText("It is a little high. Come back in June."),
  ]) {
    await seen.waitFor();
    await expect.poll(() => seen.evaluate(inSight)).toBe(true);
  }

  const falls = STORIES.find(({ id }) => id === "three-boxes") as Story;
  await start(page, falls);
  await keysOn(page);
  for (let step = 1; step < 3; step += 1) {
    await page.keyboard.press("n");
    await at(page, falls, step);
  }
  const parts = page.locator("#stage-router .stage-router__decision");
  expect(await parts.locator(".stage-router__judged").allTextContents()).toEqual([
    "Chosen: the only one",
    "Chosen, of 4",
    "Chosen, of 2",
  ]);
  const whole = await page.locator("#stage-router").boundingBox();
  const last = await parts.last().locator(".stage-offer__points").boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan((whole?.y ?? 0) + (whole?.height ?? 0));
  await page.context().close();
});

test("what is done by hand in a pane is seen in the middle, and the story goes on from there", {
  timeout: 120_000,
}, async () => {
  const { page } = await presenter(true);
  const refusal = STORIES.find(({ id }) => id === "refusal") as Story;
  await start(page, refusal);
  await keysOn(page);
  await page.keyboard.press("n");
  await at(page, refusal, 1);
  await work(page)
    .getByRole("heading", { name: /Grace Okonkwo/ })
    .waitFor();
  await work(page)
    .getByLabel(/^26 Patient choice/)
    .check();
  await work(page).getByRole("button", { name: "Decline" }).click();
  await page.locator("#stage-router").getByText("Harbour Community Trust said no").waitFor();
  await page.keyboard.press("n");
  await at(page, refusal, 2);
  await page.getByText("This had been done already in a pane").waitFor();
  await page.context().close();
});

test("with scripts off the same is done by buttons, on and back and again", {
  timeout: 120_000,
}, async () => {
  const { page } = await presenter(false);
  const refusal = STORIES.find(({ id }) => id === "refusal") as Story;
  await start(page, refusal);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await press("Next");
  await at(page, refusal, 1);
  await press("Next");
  await at(page, refusal, 2);
  await page.locator("#stage-router").getByText("Harbour Community Trust said no").waitFor();
  await work(page).getByText("Tidewell Community Health").first().waitFor();
  await press("Back");
  await at(page, refusal, 1);
  await press("An hour on");
  await at(page, refusal, 1);
  await press("Reset");
  await at(page, refusal, 0);
  await page.context().close();
});

test("each page of it passes axe, wide and narrow, and the handout has every story", {
  timeout: 120_000,
}, async () => {
  const { page } = await presenter(true);
  // For who asks for none nothing moves, and what appears is there at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/board/stage");
  expect(await faultsOf(page, "the stage")).toEqual([]);
  await page.goto("/board/stage/handout");
  expect(await faultsOf(page, "what to say on the stage")).toEqual([]);
  expect(await page.locator(".stage-handout").count()).toBe(STORIES.length);
  await start(page, { id: "refusal" });
  await keysOn(page);
  await page.keyboard.press("n");
  await page.getByText("Step 2 of 6").waitFor();
  expect(await faultsOf(page, "a story on the stage")).toEqual([]);
  await page.context().close();
});
