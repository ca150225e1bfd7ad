import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { daysFrom, instant, localDate } from "~/domain/shared/time";
import { openBrowser, visit } from "../support/browser";
import { openFrontDoor, threePartners } from "../support/front-door";
import { type RunningServer, startServer } from "../support/server";
import { offer, organisation, service } from "../support/small-town";
import { type Asking, ask, askUpTo, goOn, ROSA } from "../support/stories";

const TODAY = localDate(instant(Date.now()));
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const byPartner = { booking: "partner", slots: null } as const;
const wait = (days: number) => ({ days, asOf: "2026-11-01", source: "the town" });

/** Near and slow, far and quick, and by phone; eye tests at each part of every day but a bank holiday in three days. */
const town = () =>
  threePartners({
    organisations: [
      organisation("harbour", { name: "Harbour Community Trust" }),
      organisation("hill", { name: "Hill Street Physiotherapy" }),
      organisation("mead", { name: "Mead Social Enterprise" }),
    ],
    services: [
      service("physiotherapy", {
        howLong: ["Half an hour each time."],
        notFor: ["You are under 16: ask your practice."],
      }),
      service("eye-test", { name: "Eye test", summary: "Have your sight checked.", synonyms: [] }),
      service("carers", {
        name: "Help for carers",
        summary: "For you who look after somebody.",
        synonyms: ["looking after my mum"],
        forCarers: true,
      }),
    ],
    offers: [
      offer("physiotherapy", "harbour", { ...byPartner, wait: wait(40) }),
      offer("physiotherapy", "hill", { ...byPartner, wait: wait(30) }),
      offer("physiotherapy", "mead", { ...byPartner, wait: wait(3) }),
      offer("physiotherapy", "mead", {
        ...byPartner,
        id: "physiotherapy-phone",
        locationId: null,
        modes: ["phone"],
        wait: wait(20),
      }),
      offer("carers", "mead", { ...byPartner, wait: wait(3) }),
      offer("eye-test", "harbour", {
        slots: {
          minutes: 60,
          sessions: WEEK.flatMap((weekday) => [
            { weekday, opens: "09:00", closes: "11:00" },
            { weekday, opens: "13:00", closes: "15:00" },
            { weekday, opens: "18:00", closes: "19:00" },
          ]),
        },
      }),
    ],
    bankHolidays: [daysFrom(TODAY, 3)],
  });

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({
    prepare: async (db) => {
      await openFrontDoor(db, town());
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const somebody = async (scripts = false, width = 1280): Promise<Page> =>
  (await visit(browser, server.url, { scripts, width })).newPage();
const physiotherapy: Asking = { asker: ROSA, search: "bad back", service: "Physiotherapy" };
const eyeTest: Asking = { asker: ROSA, search: "eye test", service: "Eye test", choice: /harbour/i };

test("who can be asked is put in order and stands on a map, without scripts, and what is ticked stays", async () => {
  const rosa = await somebody();
  await askUpTo(rosa, "choose", physiotherapy);
  const values = () =>
    rosa
      .locator("input[name=choice]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? "").filter((id) => id !== "best"));
  const [recommended = "", ...others] = await values();
  expect([recommended, ...others]).toHaveLength(4);
  await rosa.locator("input[value=physiotherapy-phone]").check();
  await rosa.getByLabel("Put them in order").selectOption("Soonest");
  await goOn(rosa, "Sort");
  expect(new URL(rosa.url()).searchParams.get("order")).toBe("soonest");
  const soonest = ["mead", "phone", "hill", "harbour"].map((id) => `physiotherapy-${id}`);
  expect(await values()).toEqual([recommended, ...soonest.filter((id) => id !== recommended)]);
  expect(await rosa.locator("input[value=physiotherapy-phone]").isChecked()).toBe(true);

  await rosa.getByLabel("Put them in order").selectOption("Nearest");
  await goOn(rosa, "Sort");
  const nearest = ["harbour", "hill", "mead", "phone"].map((id) => `physiotherapy-${id}`);
  const listed = [recommended, ...nearest.filter((id) => id !== recommended)];
  expect(await values()).toEqual(listed);
  // Each number of the map is that of a card, and what is not on the map is said under it.
  const marks = await rosa.locator(".offer-map__number").allTextContents();
  const numbers = listed.flatMap((id, at) => (id === "physiotherapy-phone" ? [] : [String(at + 1)]));
  expect(marks.join(", ").split(/, /).sort()).toEqual(numbers);
  expect(await rosa.locator(".offer-map figcaption").textContent()).toContain(
    "Mead Social Enterprise: by phone",
  );
  expect(await rosa.locator(".offer-map svg").getAttribute("aria-hidden")).toBe("true");

  await goOn(rosa, "Sort");
  expect(await rosa.locator("input[value=physiotherapy-phone]").isChecked()).toBe(true);
  await goOn(rosa);
  await rosa.waitForURL(/\/contact$/);
  await rosa.context().close();
});

test("Enter goes on from the list, as from any other question, and sorts nothing", async () => {
  const rosa = await somebody();
  await askUpTo(rosa, "choose", physiotherapy);
  await rosa.locator("input[value=physiotherapy-hill]").check();
  await rosa.keyboard.press("Enter");
  await rosa.waitForURL(/\/contact$/);
  await rosa.context().close();
});

test("a time is picked by day and part of the day; days without one are told of, and why", async () => {
  const rosa = await somebody();
  await askUpTo(rosa, "time", eyeTest);
  const days = rosa.locator(".times__day");
  expect(await days.count()).toBe(5);
  const parts = await days.nth(1).locator(".times__part-name").allTextContents();
  expect(parts).toEqual(["Morning", "Afternoon", "Evening"]);
  expect(await rosa.locator(".times__none").allTextContents()).toContainEqual(
    expect.stringMatching(/: no times, as it is a bank holiday\.$/),
  );
  await rosa.getByText(/^At the moment that is .*You see the time as soon as you have sent it\.$/).waitFor();
  const seen = await days.nth(0).locator("h2").textContent();
  await rosa.getByRole("link", { name: "Later days" }).click();
  expect(await days.nth(0).locator("h2").textContent()).not.toBe(seen);
  await rosa.getByRole("link", { name: "Back to the first days" }).click();
  const evening = days.nth(1).locator(".times__part", { hasText: "Evening" });
  await evening.getByRole("radio", { name: "6 pm" }).check();
  await goOn(rosa);
  await rosa.getByLabel("Phone number").fill("01632 960 001");
  await goOn(rosa);
  await rosa
    .getByText(/^We are keeping this time for you until .*[ap]m: .*, 6.pm\. You have 10 more minutes/)
    .waitFor();
  await rosa.context().close();
});

test("another time that is sent twice is taken once, and not when another is sent under the same key", async () => {
  const rosa = await somebody();
  await ask(rosa, eyeTest);
  await rosa.getByRole("link", { name: /^Change your time/ }).click();
  const form = rosa.locator("form", { has: rosa.locator("input[name=slot]") });
  const hidden = async (name: string) => form.locator(`input[name="${name}"]`).first().inputValue();
  const typed = { version: await hidden("version"), key: await hidden("key"), intent: "move" };
  const slots = form.locator("input[name=slot]");
  const slot = async (at: number) => (await slots.nth(at).getAttribute("value")) ?? "";
  const [one, other] = [await slot(3), await slot(4)];
  const send = (slot: string) =>
    rosa.context().request.post(new URL(rosa.url()).pathname, {
      form: { slot, ...typed },
      headers: { "sec-fetch-site": "same-origin" },
      maxRedirects: 0,
    });
  expect((await send(one)).status()).toBe(303);
  expect((await send(one)).status()).toBe(303);
  const again = await send(other);
  expect(again.status()).toBe(409);
  expect(await again.text()).toContain("This was sent before with other answers");
  await rosa.reload();
  const list = rosa.locator("form", { has: rosa.locator("input[name=part]") });
  expect(await list.locator("input[name=key]").inputValue()).toMatch(/\.list$/);
  await rosa.context().close();
});

test("suggestions come as one types, by keyboard alone, and help for danger comes before them", async () => {
  const rosa = await somebody(true);
  await rosa.goto("/");
  const box = rosa.getByRole("combobox", { name: "What do you need help with?" });
  await box.focus();
  await rosa.keyboard.type("bad b");
  const list = rosa.getByRole("listbox", { name: "Suggestions" });
  await list.waitFor();
  expect(await box.getAttribute("aria-expanded")).toBe("true");
  await rosa
    .getByText("1 suggestion. Use the up and down arrow keys to choose.")
    .waitFor({ state: "attached" });
  await rosa.keyboard.press("ArrowDown");
  const active = await box.getAttribute("aria-activedescendant");
  expect(await rosa.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
  await rosa.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  expect(await box.inputValue()).toBe("bad b");
  await rosa.keyboard.press("ArrowDown");
  await rosa.keyboard.press("Enter");
  await rosa.waitForURL(/\/services\/physiotherapy$/);

  await rosa.setViewportSize({ width: 320, height: 568 });
  // The network is gone: help does not wait for it, and Enter without a choice searches as it does without scripts.
  await rosa.goto("/");
  await rosa.route("**/services/suggest?*", (route) => route.abort());
  await box.focus();
  await rosa.keyboard.type("chest pain");
  const help = rosa.locator(".suggest__help[aria-live=assertive]");
  await help.getByText("If this is happening now, call 999").waitFor();
  const call = help.getByRole("link", { name: "Call 999" });
  expect(await call.getAttribute("href")).toBe("tel:999");
  // On the smallest phone as well, the call is in view.
  expect(await call.evaluate((link) => link.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
  await rosa.keyboard.press("Enter");
  await rosa.getByRole("heading", { level: 1, name: "Get help now" }).waitFor();

  // Nor do suggestions in the header of a phone lie over the way to 999.
  await rosa.unroute("**/services/suggest?*");
  await rosa.goto("/services/physiotherapy");
  await rosa.getByRole("combobox", { name: "Search for care" }).pressSequentially("bad b");
  await list.waitFor();
  const strip = rosa.locator(".help-strip a").first();
  expect(await strip.getAttribute("href")).toBe("tel:999");
  await strip.click({ trial: true });
  expect(await strip.evaluate((link) => link.getBoundingClientRect().bottom <= window.innerHeight)).toBe(
    true,
  );
  await rosa.context().close();
});

test("suggestions are sent as JSON, with what comes first when the words name danger", async () => {
  const page = await somebody();
  const asked = async (q: string) => {
    const answer = await page.context().request.get(`/services/suggest?q=${encodeURIComponent(q)}`);
    expect(answer.headers()["content-type"]).toContain("application/json");
    return answer.json();
  };
  expect(await asked("bad back")).toEqual({
    danger: null,
    services: [
      {
        name: "Physiotherapy",
        summary: "Help with pain in your back, neck or joints.",
        href: "/services/physiotherapy",
      },
    ],
  });
  expect((await asked("I want to die")).danger).toBe("crisis");
  expect(await asked("")).toEqual({ danger: null, services: [] });
  expect(await asked("x".repeat(3_000))).toEqual({ danger: null, services: [] });
  const endless = await page.context().request.get(`/services/suggest?q=${"x".repeat(5_000)}`);
  expect(endless.status()).toBe(400);
  await page.context().close();
});

test("a list is narrowed by filters, says what they leave, and which to take off when nothing is left", async () => {
  const rosa = await somebody(false, 320);
  await rosa.goto("/services?need=moving&postcode=LK1+1AA");
  const cards = rosa.locator(".service-card__name");
  expect(await cards.allTextContents()).toEqual(["Eye test", "Help for carers", "Physiotherapy"]);
  const byPhone = rosa.getByLabel("By phone (1)");
  expect(await byPhone.isVisible()).toBe(false);
  await rosa.getByText("Narrow it down", { exact: true }).first().click();
  await byPhone.check();
  await goOn(rosa, "Show what fits");
  expect(await cards.allTextContents()).toEqual(["Physiotherapy"]);
  await rosa.getByText("1 fits. 2 others do not.").waitFor();
  // On a wide screen they stand open beside the list.
  await rosa.setViewportSize({ width: 1280, height: 900 });
  await byPhone.waitFor();

  await rosa.setViewportSize({ width: 320, height: 900 });
  await rosa.getByText("Narrow it down", { exact: true }).first().click();
  await rosa.getByLabel("Someone who looks after others (0)").check();
  await goOn(rosa, "Show what fits");
  await rosa.getByText("Nothing fits all that you chose.").waitFor();
  expect(
    await rosa.getByRole("region", { name: "Nothing fits" }).getByRole("link").allTextContents(),
  ).toEqual([
    "Without “Someone who looks after others”: 1 service",
    "Without “By phone”: 1 service",
    "Take all of these off",
    "01632 960000",
  ]);
  await rosa.getByRole("link", { name: "Take off: By phone" }).click();
  expect(await cards.allTextContents()).toEqual(["Help for carers"]);
  await rosa.getByRole("link", { name: "Take off: Someone who looks after others" }).click();
  expect(await cards.count()).toBe(3);

  // What nobody has told is neither taken for a yes nor hidden.
  await rosa.goto("/services?need=moving&access=bsl");
  await rosa.getByRole("heading", { name: "These may fit" }).waitFor();
  expect(await cards.count()).toBe(3);
  const far = await rosa.goto("/services?need=moving&miles=1");
  expect(far?.status()).toBe(400);
  await rosa.getByRole("alert").getByText("Enter your postcode, so that we can see what is near").waitFor();
  await rosa.getByLabel("Your postcode", { exact: true }).fill("LK1 1AA");
  await goOn(rosa, "Show how near");
  await rosa.getByRole("link", { name: "Take off: Within 1 mile" }).waitFor();
  expect(await cards.allTextContents()).toEqual(["Eye test", "Physiotherapy"]);
  await rosa.context().close();
});

test("a service's page answers what people ask, and the way to 999 and 111 stands on each of these pages", async () => {
  const rosa = await somebody();
  await rosa.goto("/services/physiotherapy");
  for (const heading of [
    "Is it for me?",
    "Something else may suit you better",
    "What happens?",
    "How long does it take?",
    "What does it cost?",
    "Whose box may it come in?",
    "What else might suit me?",
  ]) {
    await rosa.getByRole("heading", { name: heading }).waitFor();
  }
  await rosa.getByText("What the boxes mean").click();
  await rosa.getByText(/The box tells you whose name/).waitFor();
  for (const path of [
    "/",
    "/services?need=moving&who=carer",
    "/services/physiotherapy",
    "/services/eye-test",
  ]) {
    await rosa.goto(path);
    const strip = rosa.getByRole("region", { name: "If you need help now" });
    expect(await strip.getByRole("link", { name: "Call 999" }).getAttribute("href"), path).toBe("tel:999");
    expect(await strip.getByRole("link", { name: "Call 111" }).getAttribute("href"), path).toBe("tel:111");
  }
  await rosa.context().close();
});
