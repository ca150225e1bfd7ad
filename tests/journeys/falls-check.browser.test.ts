import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workersAt } from "~seeds/people/workers";
import { larkmouth } from "~seeds/reference/larkmouth";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { type Asker, ask, askUpTo, decline, goOn, openWork, signIn } from "../support/stories";
import { IN_WAY, WAYS, type Way } from "../support/ways";

/** The demonstration's own falls check: a home visit, a medicines review and classes, under one reference. */
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const LONGEST = 240_000;
const IVY: Asker = {
  name: "Ivy Sayle",
  born: [3, 5, 1948],
  sex: "female",
  postcode: "LM1 2AB",
  practice: "Harbour Street Surgery",
};
const MEDICINES = "A review of your medicines";
const { organisations } = larkmouth("2026-11-23");

const somebody = async (way: Way = { scripts: true, width: 1280 }) =>
  (await visit(browser, server.url, way)).newPage();

/** The column of one part on the tracking page. */
const partOn = (page: Page, service: string): Locator => page.getByRole("region", { name: service });

/** Whoever has a part now, by the name on the tracking page. */
async function whoHas(page: Page, service: string): Promise<string> {
  const heading = partOn(page, service).getByRole("heading", { name: /^Who has it now: / });
  return ((await heading.textContent()) ?? "").replace("Who has it now: ", "");
}

/** Somebody who works for a partner, signed in. */
async function atWorkFor(partner: string): Promise<Page> {
  const organisation = organisations.find(({ name }) => name === partner);
  const [worker] = workersAt("larkmouth", organisation?.id ?? "");
  if (!worker) throw new Error(`Nobody works at ${partner}`);
  const page = await somebody();
  await signIn(page, "partner", new RegExp(`^${worker.given} ${worker.family}`));
  return page;
}

/** Accepts with the first time of the diary, or a time of the partner's own, and says that care is complete. */
async function complete(partner: string, reference: string): Promise<void> {
  const page = await atWorkFor(partner);
  await openWork(page, reference);
  if ((await page.getByRole("button", { name: "Accept" }).count()) > 0) {
    const soon = new Date(Date.now() + 7 * 86_400_000);
    await page.getByLabel("Day").fill(String(soon.getUTCDate()));
    await page.getByLabel("Month").fill(String(soon.getUTCMonth() + 1));
    await page.getByLabel("Year").fill(String(soon.getUTCFullYear()));
    await page.getByLabel("Time", { exact: true }).fill("10.30 am");
    await goOn(page, "Accept");
    await page.getByText("You accepted it").waitFor();
    await openWork(page, reference);
  }
  await page.getByLabel("The person had the care they asked for").check();
  await goOn(page, "Care is complete");
  await page.getByRole("status").first().waitFor();
  await page.context().close();
}

test.each(WAYS)(
  `a falls check: three boxes under one reference, one rerouted, each completed, and then it is complete: ${IN_WAY}`,
  {
    timeout: LONGEST,
  },
  async (way) => {
    const ivy = await somebody(way);
    const faults: string[] = [];
    const reference = await ask(ivy, {
      asker: IVY,
      search: "falls clinic",
      service: "Falls check",
      answers: { falls: "one", tablets: "many" },
      at: async (page, name) => {
        if (name === "service" || name === "choose" || name === "check") {
          expect(await page.getByRole("article", { name: /^Box label/ }).count()).toBe(3);
          if (name !== "service") faults.push(...(await faultsOf(page, name)));
          await page.setViewportSize({ width: way.width, height: 900 });
        }
        if (name === "red-flags")
          expect(await page.getByLabel(/tightness or a heavy feeling in my chest/).count()).toBeGreaterThan(
            0,
          );
      },
    });
    faults.push(...(await faultsOf(ivy, "tracking")));
    await ivy.setViewportSize({ width: 1280, height: 900 });
    expect(await ivy.locator(".tracking__whole").textContent()).toBe(
      "0 of 3 parts done. Waiting for: falls check at home, a review of your medicines and strength and balance classes.",
    );
    expect(await ivy.getByRole("article", { name: /^Box label/ }).count()).toBe(3);
    // Three columns: the parts stand beside each other where there is room.
    const tops = await Promise.all(
      ["Falls check at home", MEDICINES, "Strength and balance classes"].map(async (name) =>
        Math.round((await partOn(ivy, name).boundingBox())?.y ?? -1),
      ),
    );
    expect(new Set(tops).size).toBe(1);

    const first = await whoHas(ivy, MEDICINES);
    const pharmacist = await atWorkFor(first);
    await pharmacist.goto("/partner");
    expect(await pharmacist.getByText("Part 2 of 3 of Falls check").count()).toBe(1);
    await decline(pharmacist, reference, /^22 Capacity/);
    await pharmacist.context().close();
    await ivy.reload();
    const second = await whoHas(ivy, MEDICINES);
    expect(second).not.toBe(first);
    expect(await partOn(ivy, MEDICINES).textContent()).toContain(`${first} had no room`);

    await complete(await whoHas(ivy, "Falls check at home"), reference);
    await ivy.reload();
    expect(await ivy.locator(".tracking__whole").textContent()).toBe(
      "1 of 3 parts done. Waiting for: a review of your medicines and strength and balance classes.",
    );
    await complete(second, reference);
    await complete(await whoHas(ivy, "Strength and balance classes"), reference);
    await ivy.reload();
    expect(await ivy.locator(".tracking__whole").textContent()).toBe("All 3 parts are done.");
    expect(await ivy.getByRole("link", { name: "Cancel this request" }).count()).toBe(0);
    expect(faults).toEqual([]);
    await ivy.context().close();
  },
);

test("a scan before the clinic: the clinic waits by name, and one part can be cancelled alone", {
  timeout: LONGEST,
}, async () => {
  const ivy = await somebody();
  const reference = await ask(ivy, {
    asker: IVY,
    search: "knee scan",
    service: "Knee scan and clinic",
    answers: { knee: "left" },
  });
  const clinic = partOn(ivy, "Physiotherapy");
  expect(await clinic.locator("[aria-current=step]").textContent()).toContain(
    "We ask for this as soon as this is done: MRI scan.",
  );
  expect(await clinic.getByRole("heading", { name: /^Who has it now/ }).count()).toBe(0);
  await complete(await whoHas(ivy, "MRI scan"), reference);
  await ivy.reload();
  expect(await clinic.locator("[aria-current=step]").textContent()).toContain("has your request");
  expect(await ivy.locator(".tracking__whole").textContent()).toBe(
    "1 of 2 parts done. Waiting for: physiotherapy.",
  );

  const next = await ask(ivy, {
    asker: IVY,
    search: "falls clinic",
    service: "Falls check",
    answers: { falls: "one", tablets: "few" },
  });
  await ivy.getByRole("link", { name: "Cancel this request" }).click();
  await goOn(ivy, "Cancel what I chose");
  expect(await ivy.getByRole("alert").textContent()).toContain("Choose what to cancel");
  expect(await faultsOf(ivy, "cancel one part")).toEqual([]);
  await ivy.getByLabel(MEDICINES).check();
  await goOn(ivy, "Cancel what I chose");
  await ivy.getByText(/Closed: a review of your medicines\./).waitFor();
  expect(ivy.url()).toContain(next);
  expect(await partOn(ivy, "Falls check at home").locator("[aria-current=step]").textContent()).toContain(
    "has your request",
  );
  await ivy.context().close();
});

const LIFTS = {
  name: "A lift to your appointment",
  answers: { where: "The General, eye clinic", when: "A week on Thursday, 10.30" },
};
const MEALS = { name: "Meals at home", answers: { days: "saturday" } };

test("a basket: lifts and meals, answered one after the other, are sent at once under one reference", {
  timeout: LONGEST,
}, async () => {
  const ivy = await somebody();
  const lifts = { asker: IVY, search: "lift", service: LIFTS.name, answers: LIFTS.answers };
  await askUpTo(ivy, "check", lifts);
  expect(await ivy.getByText("Send these at the same time?").count()).toBe(0);
  const meals = { asker: IVY, search: "meals on wheels", service: MEALS.name, answers: MEALS.answers };
  await askUpTo(ivy, "check", meals);
  await ivy.goto("/basket");
  expect(await ivy.getByRole("region", { name: `For ${IVY.name}` }).textContent()).toMatch(
    new RegExp(`${MEALS.name}.*Ready to send.*${LIFTS.name}.*Ready to send`, "s"),
  );
  expect(await faultsOf(ivy, "basket")).toEqual([]);
  await ivy.getByRole("link", { name: "Check and send all 2" }).click();
  expect(await ivy.getByLabel(LIFTS.name).isChecked()).toBe(true);
  await goOn(ivy, "Send my request");
  expect(await ivy.getByRole("alert").textContent()).toContain("Say if we may ask the next one");
  expect(await ivy.getByLabel(LIFTS.name).isChecked()).toBe(true);
  expect(await faultsOf(ivy, "check with another")).toEqual([]);
  await ivy.getByLabel("Yes, ask the next one").check();
  await goOn(ivy, "Send my request");
  await ivy.getByText("We have your request").waitFor();
  expect(await ivy.locator(".nhsuk-caption-l").first().textContent()).toBe(`${MEALS.name} and 1 other`);
  for (const { name } of [LIFTS, MEALS]) expect(await partOn(ivy, name).count()).toBe(1);
  await ivy.goto("/basket");
  await ivy.getByText("There is nothing in your basket").waitFor();
  expect(await faultsOf(ivy, "an empty basket")).toEqual([]);
  await ivy.context().close();
});
