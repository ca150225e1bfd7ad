import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Permission, Study } from "~/domain/usability/study";
import { createOnedoor } from "~/usecases/onedoor";
import { readLabRecord } from "~db/queries/lab-record";
import { visit } from "./browser";
import { asked, openedStudy, smallStudy } from "./lab";
import { LARKMOUTH } from "./larkmouth-town";
import type { RunningServer } from "./server";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Opens a study at a running demonstration and asks so many people. Each is known by a code, and has a link. */
export async function askedAt({ db }: RunningServer, id: string, many: number, change: Partial<Study> = {}) {
  const onedoor = createOnedoor(db, silent);
  const study = await openedStudy(onedoor, { id, study: smallStudy(change) });
  return Promise.all(Array.from({ length: many }, (_, place) => asked(onedoor, study, place)));
}

/** What is recorded of somebody, by kind and in its order. */
export const recordedOf = async ({ db }: RunningServer, participantId: string) =>
  (await readLabRecord(db.kysely, LARKMOUTH, participantId)).map(({ event }) => event);

/** Agrees by a link to what is named, and begins the first task. Waits for its first page. */
export async function beginBy(page: Page, link: string, allows: readonly Permission[]): Promise<void> {
  await page.goto(`/lab/join/${encodeURIComponent(link)}`);
  for (const permission of ["take-part", "follow-pages", "keep-pictures", "keep-typing"] as const) {
    const answer = page.locator(
      `input[name="${permission}"][value="${allows.includes(permission) ? "yes" : "no"}"]`,
    );
    if ((await answer.count()) > 0) await answer.check();
  }
  await page.locator("main").getByRole("button", { name: "Go on" }).click();
  await page.goto("/lab/take");
  await page.getByRole("button", { name: "Begin the task" }).click();
  // Their world may be made only now, and a page that looks again by itself asks them to wait.
  await page.waitForURL(/\/b\/lab-[0-9a-f]{32}/, { timeout: 30_000 });
  await page.locator(".test-bar").waitFor();
}

/** A browser for a participant or a facilitator, and its first page. */
export async function openPage(
  browser: Browser,
  { url }: RunningServer,
  scripts: boolean,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await visit(browser, url, { scripts });
  return { context, page: await context.newPage() };
}

/** What is kept of ours in a browser, by its names. */
export const storedIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
      key.startsWith("onedoor-"),
    ),
  );
