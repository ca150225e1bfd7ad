import type { BrowserContext, Page } from "playwright-core";

/** What people do in the stories, in their own words. Each waits for the page it leads to, and for nothing else. */

const REFERENCE = /[2-9B-DF-HJ-NP-TV-Y]{4}-[2-9B-DF-HJ-NP-TV-Y]{4}/;

export async function signIn(
  page: Page,
  as: "patient" | "partner",
  name: RegExp,
  prefix = "",
): Promise<void> {
  await page.goto(`${prefix}/sign-in?as=${as}`);
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
}

export const goOn = (page: Page, button = "Continue") => page.getByRole("button", { name: button }).click();

interface Ask {
  readonly consent?: "Yes, ask the next one" | "No, come back to me first";
  readonly prefix?: string;
  /** Called at every page on the way, before it is answered. */
  readonly at?: (page: Page, name: string) => Promise<void>;
}

/** Searches for "bad back", answers as Rosa Marchetti, lets us choose, and sends it. Returns the reference. */
export async function askForPhysiotherapy(
  page: Page,
  { consent = "Yes, ask the next one", prefix = "", at = async () => {} }: Ask = {},
): Promise<string> {
  await page.goto(prefix || "/");
  await at(page, "home");
  await page.getByRole("searchbox").first().fill("bad back");
  await page.getByRole("searchbox").first().press("Enter");
  await at(page, "search");
  await page.getByRole("link", { name: "Physiotherapy" }).first().click();
  await at(page, "service");
  await page.locator(`a[href^="${prefix}/services/physiotherapy/request"]`).first().click();
  await at(page, "red flags");
  await page.getByLabel("None of these").check();
  await goOn(page);
  await at(page, "who");
  await page.locator('input[name="who"][value="myself"]').check();
  await goOn(page);
  await at(page, "about");
  await page.getByLabel("Full name").fill("Rosa Marchetti");
  await page.getByLabel("Day").fill("27");
  await page.getByLabel("Month").fill("3");
  await page.getByLabel("Year").fill("1992");
  await page.locator('input[name="sex"][value="female"]').check();
  await goOn(page);
  await at(page, "place");
  await page.getByLabel("Home postcode").fill("LK1 1AA");
  await page.getByLabel("I am not sure").check();
  await goOn(page);
  await at(page, "preferences");
  await page.locator('input[name="first"][value="nearest"]').check();
  await goOn(page);
  await at(page, "choose");
  await page.getByLabel("Choose for me").check();
  await goOn(page);
  await at(page, "contact");
  await page.getByLabel("Phone number").fill("01632 960 001");
  await goOn(page);
  await at(page, "check");
  await page.getByLabel(consent).check();
  await goOn(page, "Send my request");
  await page.getByText("We have your request").waitFor();
  const reference = REFERENCE.exec((await page.locator(".nhsuk-panel").textContent()) ?? "")?.[0];
  if (reference === undefined) throw new Error("The confirmation names no reference");
  return reference;
}

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
  const date = firstTuesdayOfNextMonth();
  await page.getByLabel("Day").fill(String(date.getUTCDate()));
  await page.getByLabel("Month").fill(String(date.getUTCMonth() + 1));
  await page.getByLabel("Year").fill(String(date.getUTCFullYear()));
  await page.getByLabel("Time", { exact: true }).fill("10.30 am");
  await page.getByRole("button", { name: "Accept" }).click();
  await page.getByText("You accepted it").waitFor();
  return `Tuesday ${date.getUTCDate()}`;
}

function firstTuesdayOfNextMonth(): Date {
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
