import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { type Asker, accept, ask, askUpTo, decline, goOn, promiseOn, signIn } from "../support/stories";

/** The demonstration as `npm run demo` sets it up: what boards, partners and service users are shown. */
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const somebody = async (): Promise<Page> => (await visit(browser, server.url, { scripts: false })).newPage();

const atWork = async (name: RegExp): Promise<Page> => {
  const page = await somebody();
  await signIn(page, "partner", name);
  return page;
};

const leave = (...pages: readonly Page[]) => Promise.all(pages.map((page) => page.context().close()));

/** Neighbours of the harbour, and one across the water. None of them has an account. */
const NELL: Asker = {
  name: "Nell Harding",
  born: [14, 3, 1984],
  sex: "female",
  postcode: "LM1 2AB",
  practice: "Harbour Street Surgery",
};
const AMOS: Asker = { ...NELL, name: "Amos Reeve", born: [2, 9, 1959], sex: "male" };
const IVY: Asker = { name: "Ivy Sayle", born: [3, 5, 1948], sex: "female", postcode: "LM9 1AA" };

const nowOn = (page: Page) => page.locator("[aria-current=step]").textContent();

test("a bad back at the harbour: the trust has no room, and Tidewell gives a time by the same date", async () => {
  const nell = await somebody();
  const reference = await ask(nell, {
    asker: NELL,
    search: "bad back",
    service: "Physiotherapy",
    answers: { where: "back", "leg-pain": "no", "how-long": "weeks", stops: "Lifting crates at work." },
    choice: /^Harbour Community Trust/,
    at: async (page, name) => {
      if (name !== "choose") return;
      const [first] = await page.locator(".offer-card").allTextContents();
      expect(first).toContain("Recommended for you");
      expect(first).toContain("Harbour Community Trust’s own box");
    },
  });
  const promised = await promiseOn(nell);
  expect(await nowOn(nell)).toContain("Harbour Community Trust has your request");
  expect(await nell.getByText("Harbour Community Trust’s own box").count()).toBe(1);

  const maggie = await atWork(/^Maggie Thorne/);
  await decline(maggie, reference, /^22 Capacity/);

  await nell.reload();
  expect(await nowOn(nell)).toContain("Tidewell Community Health has your request");
  expect(await promiseOn(nell)).toBe(promised);
  expect(await nell.getByText("had no room, so we asked Tidewell").count()).toBe(1);
  const before = nell.getByRole("article", { name: "The label before: Harbour Community Trust" });
  expect(await before.locator("s", { hasText: "Harbour Community Trust" }).count()).toBeGreaterThan(0);
  const after = nell.getByRole("article", { name: "Box label: Tidewell Community Health" });
  expect(await after.getByText("Both names on the box").count()).toBe(1);

  const tom = await atWork(/^Tom Ashdown/);
  const day = await accept(tom, reference);
  await nell.reload();
  expect(await nowOn(nell)).toContain(`You have a time: ${day}`);
  expect(await nowOn(nell)).toContain("The Pumphouse");
  expect(await promiseOn(nell)).toContain("You have one.");
  await leave(nell, maggie, tom);
});

test("a blood pressure check is booked at once, and nobody else is offered its time", async () => {
  const asking = {
    search: "blood pressure",
    service: "Blood pressure check",
    answers: { known: "no" },
    choice: /^Quayside Pharmacy/,
  };
  const [nell, amos] = [await somebody(), await somebody()];
  await askUpTo(amos, "time", { ...asking, asker: AMOS });
  const time = amos.locator(".time__input").first();
  const slot = (await time.getAttribute("value")) ?? "";
  const spoken = (await amos.locator(".time__label").first().textContent()) ?? "";

  await ask(nell, { ...asking, asker: NELL, slot });
  const appointment = nell.locator(".appointment");
  expect(await appointment.textContent()).toContain(spoken);
  expect(await appointment.textContent()).toContain("Quayside Pharmacy");
  expect(await nowOn(nell)).toContain("You have a time");

  // Amos has the list from before it was taken: he is told, and the next list is without it.
  await time.check();
  await goOn(amos);
  expect(await amos.getByRole("alert").count()).toBe(1);
  expect(await amos.locator(`.time__input[value="${slot}"]`).count()).toBe(0);
  expect(await amos.locator(".time__input").count()).toBeGreaterThan(0);
  await leave(nell, amos);
});

test("a knee operation goes to the person’s own practice, which says where it may lead", async () => {
  const amos = await somebody();
  await ask(amos, {
    asker: AMOS,
    search: "knee operation",
    service: "Knee operation",
    answers: { side: "left", walk: "street" },
    at: async (page, name) => {
      if (name !== "choose") return;
      const main = await page.getByRole("main").textContent();
      expect(main).toContain("Your practice refers you");
      expect(main).toContain("Larkmouth General Hospital");
    },
  });
  expect(await nowOn(amos)).toContain("Harbour Street Surgery has your request");
  expect(await nowOn(amos)).toContain("A hospital or clinic needs a letter from them for this.");
  expect(await amos.getByText("If it is right for you, they refer you").count()).toBe(1);
  expect(await amos.getByRole("article", { name: "Box label: Harbour Street Surgery" }).count()).toBe(1);
  await leave(amos);
});

test("lunch on Gull Island is in nobody’s reach: the front desk has it, knows why, and rings", async () => {
  const ivy = await somebody();
  const reference = await ask(ivy, {
    asker: IVY,
    search: "meals on wheels",
    service: "Meals at home",
    at: async (page, name) => {
      if (name !== "choose") return;
      expect(await page.getByText("A person will find who can help").count()).toBe(1);
      expect(await page.getByText("Kettle").count()).toBeGreaterThan(0);
    },
  });
  expect(await nowOn(ivy)).toContain("Our front desk is finding someone for you");

  const nadia = await atWork(/^Nadia Rashid/);
  await nadia.goto("/desk");
  const line = nadia.getByRole("listitem").filter({ hasText: reference });
  expect(await line.textContent()).toContain("Nobody is left to ask");
  await line.getByRole("link", { name: reference }).click();
  const why = nadia.getByRole("listitem").filter({ hasText: "The Kettle Club" });
  expect(await why.textContent()).toContain("For people who live in the streets inside the ring road");
  await nadia.getByLabel("Why it is closed").fill("We rang: the ferry crew will bring a hot lunch each day.");
  await goOn(nadia, "Close and show the person why");
  await nadia.getByText("The person can see why on their page.").waitFor();

  await ivy.reload();
  expect(await ivy.getByText("the ferry crew will bring a hot lunch").count()).toBe(1);
  await leave(ivy, nadia);
});

describe("what people type", () => {
  const found = async (page: Page, text: string): Promise<string[]> => {
    await page.goto(`/services?q=${encodeURIComponent(text)}`);
    return page.locator(".service-card__name").allTextContents();
  };

  test("plain words and slips of the finger lead to the care that is meant", async () => {
    const page = await somebody();
    expect((await found(page, "bad back"))[0]).toBe("Physiotherapy");
    expect((await found(page, "physo"))[0]).toBe("Physiotherapy");
    expect((await found(page, "cant sleep"))[0]).toBe("Help with sleep");
    expect((await found(page, "waterworks"))[0]).toBe("Bladder and bowel help");
    expect(await page.locator(".urgent").count()).toBe(0);
    await leave(page);
  });

  test.each([
    ["chest pain", "Call 999"],
    ["took too many tablets", "Call 999"],
    ["want to die", "Samaritans"],
  ])("%s: help stands above any result", async (text, help) => {
    const page = await somebody();
    await found(page, text);
    const above = page.locator("main .urgent");
    expect(await above.textContent()).toContain(help);
    const results = page.locator(".service-card").first();
    const [ofHelp, ofResults] = [await above.boundingBox(), await results.boundingBox()];
    expect(ofHelp?.y).toBeLessThan(ofResults?.y ?? 0);
    await leave(page);
  });
});
