import type { Browser } from "playwright-core";

/** How wide and high a PNG says that it is. */
export function sizeOf(png: Buffer): { readonly width: number; readonly height: number } {
  if (png.subarray(1, 4).toString("latin1") !== "PNG") throw new Error("This is no PNG");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

const COMPARED = `async (pngs) => {
  const [one, other] = await Promise.all(pngs.map(async (png) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }));
  const width = Math.max(one.width, other.width), height = Math.max(one.height, other.height);
  let apart = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const inBoth = [one, other].every((each) => x < each.width && y < each.height);
      const at = (each) => (y * each.width + x) * 4;
      if (!inBoth || [0, 1, 2].some((part) => Math.abs(one.data[at(one) + part] - other.data[at(other) + part]) > 24))
        apart += 1;
    }
  return apart / (width * height);
}`;

/** The share of pixels in which two pictures are not alike; what only one of them has is not alike. */
export async function pixelsApart(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const context = await browser.newContext();
  try {
    const pngs = [one, other].map((png) => png.toString("base64"));
    return await (await context.newPage()).evaluate<number>(`(${COMPARED})(${JSON.stringify(pngs)})`);
  } finally {
    await context.close();
  }
}
