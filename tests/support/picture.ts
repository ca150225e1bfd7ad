import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";

/** A folder to keep a picture of each page in that is looked at, or none. */
const { ONEDOOR_SCREENS } = z
  .object({ ONEDOOR_SCREENS: z.string().min(1).optional() })
  .parse({ ONEDOOR_SCREENS: process.env.ONEDOOR_SCREENS });

/** Wide pages are kept at this width, which can still be read. */
const WIDEST = 720;

/** Of a page that is longer its head is kept: no picture of this kind can be taller. */
const TALLEST = 8_000;

/** Draws a picture anew, at some tens of kilobytes a page. */
const SMALLER = `async ([png, widest]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const scale = Math.min(1, widest / image.width);
  const canvas = new OffscreenCanvas(image.width * scale, image.height * scale);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.3 })).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}`;

/** How long a story of many pages may take, in milliseconds: more when each of them is kept as a picture. */
export const longestStory = ONEDOOR_SCREENS === undefined ? 180_000 : 900_000;

/** Keeps a picture of the whole page as it stands, or as it is seen above a bar at its foot, when ONEDOOR_SCREENS names a folder for it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (ONEDOOR_SCREENS === undefined) return;
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  const tall = await page.evaluate<number>("document.documentElement.scrollHeight");
  const fullPage = (await page.locator(".test-bar").count()) === 0;
  const clip = { x: 0, y: 0, width, height: fullPage ? Math.min(tall, TALLEST) : height };
  const png = await page.screenshot({ fullPage, animations: "disabled", clip });
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("A page without a browser cannot be pictured");
  try {
    const small = await (await context.newPage()).evaluate<string>(
      `(${SMALLER})(${JSON.stringify([png.toString("base64"), WIDEST])})`,
    );
    const file = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    await writeFile(join(ONEDOOR_SCREENS, `${file}.webp`), Buffer.from(small, "base64"));
  } finally {
    await context.close();
  }
}
