import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { Audience } from "~/domain/access/audience";

/** What people do in the stories, in their own words. Each waits for the page it leads to, and for nothing else. */

const REFERENCE = /[2-9B-DF-HJ-NP-TV-Y]{4}-[2-9B-DF-HJ-NP-TV-Y]{4}/;

export async function signIn(page: Page, as: Audience, name: RegExp, prefix = ""): Promise<void> {
  await page.goto(`${prefix}/sign-in?as=${as}`);
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

export const goOn = (page: Page, button = "Continue") => page.getByRole("button", { name: button }).click();

/** Who asks, as they would fill in the form. Practices are chosen by the words beside them. */
export interface Asker {
  readonly name: string;
  readonly born: readonly [day: number, month: number, year: number];
  readonly sex: "female" | "male";
  readonly postcode: string;
  readonly practice?: string | RegExp;
}

export interface Asking {
  readonly asker: Asker;
  /** What is typed into the search box, and the service that is opened from what it finds. */
  readonly search: string;
  readonly service: string;
  /** The values of the service's own questions, by question; one that is left out is left alone. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The first card of this name is chosen, when there is a choice to make. */
  readonly choice?: string | RegExp;
  /** How to reach them; by a landline alone when it is left out. */
  readonly contact?: { readonly phone: string; readonly email: string };
  /** The time that is picked, by its value, when the partner has a diary. Without one it is the soonest. */
  readonly slot?: string;
  readonly consent?: "Yes, ask the next one" | "No, come back to me first";
  readonly prefix?: string;
  /** Called at every page on the way, before it is answered. Steps are named as in their address. */
  readonly at?: (page: Page, name: string) => Promise<void>;
}

const STEP = /\/request\/([^/?]+)/;
const stepAt = (page: Page): string => STEP.exec(page.url())?.[1] ?? "";

/** Searches, opens the service, and answers each question that comes, up to the page of `until`. */
export async function askUpTo(page: Page, until: string, asking: Asking): Promise<void> {
  const { search, service, prefix = "", at = async () => {} } = asking;
  await page.goto(prefix || "/");
  await at(page, "home");
  const box = page.getByRole("search").first().locator("input[name=q]");
  await box.fill(search);
  await box.press("Enter");
  await at(page, "search");
  await page.getByRole("link", { name: service, exact: true }).first().click();
  await at(page, "service");
  await page.locator(`a[href^="${prefix}/services/"][href*="/request"]`).first().click();
  await page.waitForURL(STEP);
  for (let step = stepAt(page); step !== until; step = stepAt(page)) {
    await at(page, step);
    await answerStep(page, step, asking);
    await Promise.all([
      page.waitForURL((url) => STEP.exec(url.pathname)?.[1] !== step),
      // It says what comes of it. Beside it may stand buttons that put a list in order.
      page.getByRole("button", { name: /^(Continue|Ask my practice|Ask the front desk)$/ }).click(),
    ]);
  }
  await at(page, until);
}

async function answerStep(page: Page, step: string, asking: Asking): Promise<void> {
  const { asker, answers = {} } = asking;
  const pick = (name: string, value: string) =>
    page.locator(`input[name="${name}"][value="${value}"]`).check();
  switch (step) {
    case "red-flags":
      return page.getByLabel("None of these").check();
    case "who":
      return pick("who", "myself");
    case "about":
      // Of somebody whose identity is proved there is nothing to type.
      if ((await page.getByLabel("Full name").count()) > 0) {
        await page.getByLabel("Full name").fill(asker.name);
        await fillDate(page, asker.born);
      }
      return pick("sex", asker.sex);
    case "place": {
      await page.getByLabel("Home postcode").fill(asker.postcode);
      const practice = asker.practice ?? "I am not sure";
      // Many practices are a drop-down list.
      const list = page.getByRole("combobox", { name: "GP practice" });
      if ((await list.count()) === 0) return page.getByLabel(practice).check();
      const option = list.getByRole("option", { name: practice }).first();
      await list.selectOption((await option.getAttribute("value")) ?? "");
      return;
    }
    case "preferences":
      return pick("first", "nearest");
    case "choose":
      // With one way on there is nothing to choose.
      if ((await page.getByRole("radio").count()) === 0) return;
      return page
        .getByRole("radio", { name: asking.choice ?? "Choose for me" })
        .first()
        .check();
    case "time":
      return pick("slot", asking.slot ?? "soonest");
    case "contact": {
      const { phone, email } = asking.contact ?? { phone: "01632 960 001", email: "" };
      await page.getByLabel("Phone number").fill(phone);
      return page.getByLabel("Email address").fill(email);
    }
    default: {
      const answer = answers[step.replace(/^q-/, "")];
      if (answer === undefined) return;
      const text = page.locator("textarea[name=answer]");
      return (await text.count()) > 0 ? text.fill(answer) : pick("answer", answer);
    }
  }
}

async function fillDate(page: Page, [day, month, year]: Asker["born"]): Promise<void> {
  await page.getByLabel("Day").fill(String(day));
  await page.getByLabel("Month").fill(String(month));
  await page.getByLabel("Year").fill(String(year));
}

/** Asks from the search to the confirmation. Returns the reference. */
export async function ask(page: Page, asking: Asking): Promise<string> {
  await askUpTo(page, "check", asking);
  await page.getByLabel(asking.consent ?? "Yes, ask the next one").check();
  await goOn(page, "Send my request");
  await page.getByText("We have your request").waitFor();
  const reference = REFERENCE.exec((await page.locator(".nhsuk-panel").textContent()) ?? "")?.[0];
  if (reference === undefined) throw new Error("The confirmation names no reference");
  return reference;
}

export const ROSA: Asker = {
  name: "Rosa Marchetti",
  born: [27, 3, 1992],
  sex: "female",
  postcode: "LK1 1AA",
};

/** Old enough for meals at home. */
export const WALTER: Asker = {
  name: "Walter Penn",
  born: [4, 5, 1944],
  sex: "male",
  postcode: "LK1 1AA",
  practice: /Quayside/,
};

/** Walter Penn asks for meals at home in the town of the practice. Returns the reference. */
export const askForMeals = (page: Page, prefix: string): Promise<string> =>
  ask(page, { asker: WALTER, search: "Meals at home", service: "Meals at home", prefix });

/** The newest link on the doormat of a partner that is sent links, which is about this request. */
export async function linkTo(page: Page, doormat: string, reference: string, no = 1): Promise<string> {
  const links = page.getByRole("article", { name: reference }).getByRole("link", { name: /\/light\// });
  await expect
    .poll(
      async () => {
        await page.goto(doormat);
        return links.count();
      },
      { timeout: 20_000 },
    )
    .toBe(no);
  return (await links.first().getAttribute("href")) ?? "";
}

/** Searches the small town for "bad back", answers as Rosa Marchetti, lets us choose, and sends it. */
export const askForPhysiotherapy = (
  page: Page,
  change: Pick<Asking, "consent" | "prefix" | "at" | "contact"> = {},
): Promise<string> =>
  ask(page, {
    asker: ROSA,
    search: "bad back",
    service: "Physiotherapy",
    ...change,
  });

/** Opens one request from a partner's worklist. */
export async function openWork(page: Page, reference: string, prefix = ""): Promise<void> {
  await page.goto(`${prefix}/partner`);
  await page.getByRole("link", { name: reference }).click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

export async function decline(page: Page, reference: string, reason: RegExp): Promise<void> {
  await openWork(page, reference);
  await page.getByLabel(reason).check();
  await page.getByRole("button", { name: "Decline" }).click();
  await page.getByText("You declined it").waitFor();
}

/** Accepts with a time of the partner's own: half past ten on the first Tuesday of next month. */
export async function accept(page: Page, reference: string): Promise<string> {
  await openWork(page, reference);
  const day = await fillTime(page, "10.30 am");
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("You accepted it").waitFor();
  return day;
}

/** Types a time on the first Tuesday of next month. Returns the day as pages write it. */
export async function fillTime(page: Page, time: string): Promise<string> {
  const date = firstTuesdayOfNextMonth();
  await fillDate(page, [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]);
  await page.getByLabel("Time", { exact: true }).fill(time);
  return `Tuesday ${date.getUTCDate()}`;
}

export function firstTuesdayOfNextMonth(): Date {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  return new Date(first.getTime() + ((9 - first.getUTCDay()) % 7) * 86_400_000);
}

/** The promise as a tracking page says it. */
export const promiseOn = async (page: Page): Promise<string> =>
  (await page.locator(".promise__text").first().textContent()) ?? "";

/** Every request that a browser makes, to be read when the story is over. */
export function requestsOf(context: BrowserContext): readonly URL[] {
  const asked: URL[] = [];
  context.on("request", (request) => asked.push(new URL(request.url())));
  return asked;
}
