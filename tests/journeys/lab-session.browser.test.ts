import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hearsKeys, openBrowser } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askedAt, beginBy, openPage, recordedOf, storedIn } from "../support/sessions";
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

const clicks = async (participantId: string) =>
  (await recordedOf(server, participantId)).flatMap((event) => (event.kind === "click" ? [event.on] : []));

/** How many clicks are recorded, once no more come. */
async function settled(participantId: string): Promise<number> {
  let many = -1;
  await expect
    .poll(
      async () => {
        const before = many;
        many = (await clicks(participantId)).length;
        return many === before;
      },
      { interval: 700 },
    )
    .toBe(true);
  return many;
}

/** A facilitator's console, as it follows somebody. It hears keys once it has been seen. */
async function consoleOf(page: Page, participantId: string): Promise<void> {
  await signIn(page, "lab", /Leon Adeyemi/);
  await page.goto(`/lab/sessions/${participantId}`);
  await page.locator("#console-keys").waitFor({ state: "visible" });
}

const way = (page: Page) => page.locator("#console-path");
const marks = (page: Page) => page.locator("#console-marks");

/** Marks a moment by its key, with a note. */
async function mark({ keyboard }: Page, key: string, note: string): Promise<void> {
  await keyboard.press(key);
  await keyboard.type(note);
  await keyboard.press("Enter");
}

test("what a participant does is on the console within a second, and neither loses a thing without a connection", {
  timeout: 180_000,
}, async () => {
  const [who] = await askedAt(server, "live", 1, { moderated: true });
  if (who === undefined) throw new Error("One was asked");
  const [participant, facilitator] = [
    await openPage(browser, server, true),
    await openPage(browser, server, true),
  ];
  await Promise.all([participant, facilitator].map(({ page }) => page.clock.install()));
  await beginBy(participant.page, who.link, ["take-part", "follow-pages", "keep-pictures"]);
  await consoleOf(facilitator.page, who.id);
  // A page tells what is done on it once it has been seen.
  await expect
    .poll(async () => {
      await participant.page.locator(".help-strip").click({ position: { x: 2, y: 2 } });
      return (await clicks(who.id)).length;
    })
    .toBeGreaterThan(0);
  const atFirst = await settled(who.id);
  await way(facilitator.page).getByText("They began the task").waitFor();

  // A click, from the moment that it is made to the moment that it is seen.
  const seen = way(facilitator.page)
    .getByText("Clicked: nothing: h1")
    .waitFor()
    .then(() => performance.now());
  const from = performance.now();
  await participant.page.locator("h1").click();
  console.info(`A click is on the console after ${Math.round((await seen) - from)} ms`);

  // 20 seconds without a line, for both: all waits in the browsers, and comes when the line does, once and in its order.
  await Promise.all([participant, facilitator].map(({ context }) => context.setOffline(true)));
  await participant.page.locator(".help-strip").click({ position: { x: 2, y: 2 } });
  await mark(facilitator.page, "q", "Where am I?");
  await Promise.all([participant, facilitator].map(({ page }) => page.clock.fastForward(20_000)));
  await participant.page.locator("h1").click();
  expect(await clicks(who.id)).toHaveLength(atFirst + 1);
  await Promise.all([participant, facilitator].map(({ context }) => context.setOffline(false)));
  await expect.poll(async () => (await clicks(who.id)).length, { timeout: 15_000 }).toBe(atFirst + 3);
  await way(facilitator.page)
    .getByText(/Did nothing for 2\d seconds/)
    .waitFor();
  await expect.poll(() => way(facilitator.page).getByText("Clicked: nothing: h1").count()).toBe(2);
  await marks(facilitator.page).getByText("Where am I?").waitFor({ timeout: 15_000 });

  // The facilitator's line alone is gone. A mark is kept, with its moment; what the participant does meanwhile is not missed.
  await facilitator.context.setOffline(true);
  await mark(facilitator.page, "c", "Looks for the phone number");
  await facilitator.page.getByText("not sent yet").waitFor();
  await Promise.all([
    participant.page.waitForURL(/\/services/),
    participant.page.getByRole("search").first().getByRole("button").click(),
  ]);
  expect((await recordedOf(server, who.id)).filter(({ kind }) => kind === "tagged")).toHaveLength(1);
  await facilitator.context.setOffline(false);
  await marks(facilitator.page).getByText("Looks for the phone number").waitFor({ timeout: 15_000 });
  await expect
    .poll(() => facilitator.page.locator("#console-here").textContent())
    .toMatch(/Find care|Care for/);
  expect((await recordedOf(server, who.id)).filter(({ kind }) => kind === "tagged")).toMatchObject([
    { tag: "quote", severity: null, note: "Where am I?" },
    { tag: "confused", severity: null, note: "Looks for the phone number" },
  ]);

  // The tab closes. The link goes on where it was, and the console with it.
  await participant.page.close();
  const again = await participant.context.newPage();
  await again.goto(`/lab/join/${encodeURIComponent(who.link)}`);
  await again.getByRole("button", { name: "Go on here" }).click();
  await again.getByRole("button", { name: "Back to the task" }).click();
  await again.waitForURL(/\/b\/lab-/);
  await again.goto(`${new URL(again.url()).pathname.replace(/\/$/, "")}/services/physiotherapy`);
  await facilitator.page.locator("#console-task").getByText("We saw it: they got there").waitFor();
  const record = await recordedOf(server, who.id);
  expect(record.filter(({ kind }) => kind === "reached")).toEqual([{ kind: "reached", task: "find" }]);
  expect(record.filter(({ kind }) => kind === "task-begun")).toHaveLength(1);
  expect(await clicks(who.id)).toHaveLength(atFirst + 4);

  // What they saw, as it was, in a frame where nothing works.
  await way(facilitator.page)
    .getByRole("link", { name: /See the page/ })
    .first()
    .click();
  const frame = facilitator.page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1, name: "Physiotherapy" }).waitFor();
  expect(await frame.locator("script, .test-bar, [action]").count()).toBe(0);
  const facts = await facilitator.page.locator(".page-seen__facts").innerText();
  expect(facts).toContain("/services/:service");
  expect(facts).not.toMatch(/GET|200/);
  expect(await faultsOf(facilitator.page, "lab page seen")).toEqual([]);
  await Promise.all([participant.context.close(), facilitator.context.close()]);
});

test("what is done on a page is told in its order: where the focus goes, how far it is seen, and going back", {
  timeout: 120_000,
}, async () => {
  const [who] = await askedAt(server, "told", 1);
  if (who === undefined) throw new Error("One was asked");
  const { context, page } = await openPage(browser, server, true);
  await beginBy(page, who.link, ["take-part", "follow-pages"]);
  // A page tells what is done on it once it has been seen.
  const isHeard = async () => {
    const before = await settled(who.id);
    await expect
      .poll(async () => {
        await page.locator(".help-strip").click({ position: { x: 2, y: 2 } });
        return (await clicks(who.id)).length;
      })
      .toBeGreaterThan(before);
  };
  await isHeard();
  const first = new URL(page.url()).pathname;
  await page.locator("input[name=q]").first().focus();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator("main a[href$='/services?need=everyday']").first().click();
  await page.waitForURL(/need=everyday/);
  await isHeard();
  await page.goBack();
  await page.waitForURL(({ pathname }) => pathname === first);
  const told = async () =>
    (await recordedOf(server, who.id)).flatMap((event) => {
      if (event.kind === "focus") return [`focus ${event.on}`];
      if (event.kind === "scroll") return [`seen ${event.depth}`];
      if (event.kind === "click") return event.on.startsWith("nothing: ") ? [] : ["click"];
      return event.kind === "back" ? ["back"] : [];
    });
  // Of the second page, which nobody scrolled, only a part was seen.
  await expect
    .poll(told, { timeout: 15_000 })
    .toEqual(["focus field q", "click", "seen 1", expect.stringMatching(/^seen 0\.[1-9]/), "back"]);
  await context.close();
});

test("a session is run by one key at a time, and observers watch", { timeout: 120_000 }, async () => {
  const [who] = await askedAt(server, "run", 1, {
    moderated: true,
    opening: "Thank them for coming.",
    closing: "Ask how it was for them.",
    safety: "Say: we can stop here. It is fine.",
  });
  if (who === undefined) throw new Error("One was asked");
  const [participant, facilitator, observer] = [
    await openPage(browser, server, true),
    await openPage(browser, server, true),
    await openPage(browser, server, true),
  ];
  // The console is there before they agree, as it is when somebody sits beside them.
  await consoleOf(facilitator.page, who.id);
  await facilitator.page.getByText("Thank them for coming.").waitFor();
  expect(await facilitator.page.getByRole("button", { name: "Stop now" }).count()).toBe(0);
  expect(await faultsOf(facilitator.page, "lab console before they agree")).toEqual([]);
  await beginBy(participant.page, who.link, ["take-part", "follow-pages"]);
  await signIn(observer.page, "lab", /Freya Lund/);
  await observer.page.goto(`/lab/sessions/${who.id}`);

  const { keyboard } = facilitator.page;
  await hearsKeys(facilitator.page);
  await keyboard.press("d");
  await keyboard.press("Enter");
  await marks(facilitator.page).getByText("Delighted").waitFor();
  await keyboard.press("3");
  await keyboard.type("Takes the banner for an advert");
  await keyboard.press("Enter");
  await marks(observer.page).getByText("Takes the banner for an advert").waitFor();
  await keyboard.press("q");
  await keyboard.press("Escape");
  expect(await observer.page.locator("form[action*='/lab/sessions/']").count()).toBe(0);
  expect(await faultsOf(facilitator.page, "lab console")).toEqual([]);
  expect(await faultsOf(observer.page, "lab console watched")).toEqual([]);

  await facilitator.page.getByRole("button", { name: "Yes", exact: true }).click();
  await observer.page.locator(".console__seen").getByText("Judged a success").waitFor();
  const world = participant.page.url();
  await facilitator.page.getByRole("button", { name: "Begin this task again" }).click();
  await way(observer.page).getByText("in a fresh town").waitFor();
  await participant.page.reload();
  await participant.page.getByRole("button", { name: "Back to the task" }).click();
  await participant.page.waitForURL(/\/b\/lab-/);
  expect(participant.page.url()).not.toBe(world);
  await facilitator.page.getByRole("button", { name: "Pause" }).click();
  await observer.page.getByText("They have a break").waitFor();
  await facilitator.page.getByRole("button", { name: "Go on", exact: true }).click();
  await observer.page.getByText("They work at the task").waitFor();
  await facilitator.page.getByRole("button", { name: "Move on to the next task" }).click();
  await observer.page.getByText("They answer the questions about the task").waitFor();
  expect(await storedIn(participant.page)).not.toEqual([]);
  await facilitator.page.getByText("Stop the session safely").click();
  await facilitator.page.getByText("Say: we can stop here.").waitFor();
  await facilitator.page.getByLabel("Why, in a few words").fill("They are tired");
  await facilitator.page.getByLabel("Why, in a few words").press("Enter");
  await observer.page.locator("#console-here").getByText("The session was ended early").waitFor();
  await participant.page.getByRole("heading", { name: "Thank you. We stop here" }).waitFor();
  // The browser may be another participant's next.
  await expect.poll(() => storedIn(participant.page)).toEqual([]);
  // What is to be said now stands there.
  await facilitator.page.getByText("Ask how it was for them.").waitFor();
  await facilitator.page.getByText("Say: we can stop here.").waitFor();
  expect(await facilitator.page.getByRole("button", { name: "Stop now" }).count()).toBe(0);
  expect(await faultsOf(facilitator.page, "lab console after the stop")).toEqual([]);
  const record = await recordedOf(server, who.id);
  expect(
    record.flatMap((event) => (event.kind === "tagged" ? [[event.tag, event.severity, event.note]] : [])),
  ).toEqual([
    ["delighted", null, ""],
    ["problem", 3, "Takes the banner for an advert"],
  ]);
  expect(record.at(-1)).toMatchObject({ kind: "stopped", by: "facilitator" });
  await Promise.all([participant, facilitator, observer].map(({ context }) => context.close()));
});

test("an open page learns within a second of a break, another task and the end, and what is being typed stays", {
  timeout: 120_000,
}, async () => {
  const [who] = await askedAt(server, "now", 1, { moderated: true });
  if (who === undefined) throw new Error("One was asked");
  const { context, page } = await openPage(browser, server, true);
  const facilitator = await openPage(browser, server, true);
  const heard = page.waitForResponse(/\/lab\/take\/now$/);
  await beginBy(page, who.link, ["take-part"]);
  await heard;
  await consoleOf(facilitator.page, who.id);
  const press = (name: string) => facilitator.page.getByRole("button", { name, exact: true }).click();
  const said = page.locator(".test-bar [role=status]");
  const soon = { timeout: 1_500 };

  await page.locator("input[name=q]").first().fill("sore kn");
  await press("Pause");
  await page.locator(".test-bar").getByText("You have a break.").waitFor(soon);
  expect(await page.locator(".test-bar__done").innerText()).toBe("Go on");
  expect(await faultsOf(page, "a page in a break")).toEqual([]);
  await press("Go on");
  await expect.poll(() => said.textContent(), soon).toBe("");
  expect(await page.locator(".test-bar__done").innerText()).toBe("I have finished");

  // Without a connection nothing is heard, and nothing breaks; it is heard once there is one again.
  await context.setOffline(true);
  await press("Begin this task again");
  await way(facilitator.page).getByText("in a fresh town").waitFor();
  await context.setOffline(false);
  await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain("This task begins again");
  expect(await page.locator("input[name=q]").first().inputValue()).toBe("sore kn");
  await page.locator(".test-bar__done").click();
  await page.getByRole("button", { name: "Back to the task" }).click();
  await page.waitForURL(/\/b\/lab-/);

  const again = page.waitForResponse(/\/lab\/take\/now$/);
  await page.reload();
  await again;
  await page.locator("input[name=q]").first().fill("sore knee");
  await press("Move on to the next task");
  await expect.poll(() => said.textContent(), soon).toContain("We go on from here.");
  expect(await page.locator("input[name=q]").first().inputValue()).toBe("sore knee");
  expect(await faultsOf(page, "a page that was moved on from")).toEqual([]);
  await page.locator(".test-bar__done").click();
  await page.getByRole("heading", { name: "Questions" }).waitFor();
  expect((await recordedOf(server, who.id)).filter(({ kind }) => kind === "task-over")).toMatchObject([
    { how: "moved-on" },
  ]);

  await page.getByLabel("What did you think?").fill("It was");
  const leave = facilitator.page.getByText("Go on without these questions");
  await leave.click();
  await press("Leave them out");
  await page.getByRole("heading", { name: "Task 2 of 2" }).waitFor(soon);
  await facilitator.page.getByText("Stop the session safely").click();
  await press("Stop now");
  await page.getByRole("heading", { name: "Thank you. We stop here" }).waitFor(soon);
  await Promise.all([context.close(), facilitator.context.close()]);
});

test("with scripts off on both sides the pages are followed, and the session is run by its forms", {
  timeout: 120_000,
}, async () => {
  const [who, other] = await askedAt(server, "plain", 2, { moderated: true });
  if (who === undefined || other === undefined) throw new Error("Two were asked");
  const [participant, facilitator] = [
    await openPage(browser, server, false),
    await openPage(browser, server, false),
  ];
  await beginBy(participant.page, who.link, ["take-part", "follow-pages"]);
  await participant.page.locator("input[name=q]").first().fill("sore knee");
  await participant.page.getByRole("search").first().getByRole("button").click();
  await participant.page.waitForURL(/q=sore/);
  await signIn(facilitator.page, "lab", /Leon Adeyemi/);
  await expect
    .poll(async () => {
      await facilitator.page.goto(`/lab/sessions/${who.id}`);
      return way(facilitator.page).textContent();
    })
    .toMatch(/Care for “…”/);
  // What is typed is nowhere in what is recorded.
  expect(JSON.stringify(await recordedOf(server, who.id))).not.toContain("knee");
  await facilitator.page.locator("#console-note").fill("Types, and does not browse");
  await facilitator.page.getByRole("button", { name: "Quote" }).click();
  await marks(facilitator.page).getByText("Types, and does not browse").waitFor();
  await facilitator.page.getByRole("button", { name: "Move on to the next task" }).click();
  await facilitator.page.getByText("They answer the questions about the task").waitFor();
  expect(await faultsOf(facilitator.page, "lab console without scripts")).toEqual([]);

  // Who did not agree to be followed is not; that they got where the task leads is known all the same.
  const unseen = await openPage(browser, server, true);
  await beginBy(unseen.page, other.link, ["take-part"]);
  await unseen.page.goto(`${new URL(unseen.page.url()).pathname.replace(/\/$/, "")}/services/physiotherapy`);
  await expect
    .poll(async () => (await recordedOf(server, other.id)).map(({ kind }) => kind))
    .toEqual(["consented", "task-shown", "task-begun", "reached"]);
  expect(await unseen.page.locator("script[data-module=take-part]").count()).toBe(0);
  await Promise.all([participant, facilitator, unseen].map(({ context }) => context.close()));
});
