import type { Page } from "playwright-core";

/** An A4 sheet without its margins, in the pixels that a browser prints at. */
const SHEET_WIDTH = 680;

/** What a mark is drawn as, once all colour is taken away. */
interface Look {
  /** The class of the mark: what it means. */
  readonly means: string;
  readonly shape: string;
  readonly pattern: string;
  readonly dash: string;
  /** Relative luminance on white paper, 0 to 1, by WCAG; null where there is no ink of that kind. */
  readonly fill: number | null;
  readonly line: number | null;
}

interface Picture {
  readonly name: string;
  readonly looks: readonly Look[];
  readonly hasTable: boolean;
  readonly hasFile: boolean;
}

/** Runs in the page: each picture's marks, its table and its file, and what has no place on paper or is lost there. */
const READ = `(() => {
  const main = document.querySelector("main");
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (paint, opacity) => {
    const found = /^rgba?\\(([^)]+)\\)$/.exec(paint);
    if (!found) return null;
    const [red, green, blue, alpha = 1] = found[1].split(/[ ,/]+/).map(Number);
    const ink = alpha * opacity;
    if (ink === 0) return null;
    const [r, g, b] = [red, green, blue].map((value) => channel((value / 255) * ink + 1 - ink));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const lookOf = (mark) => {
    const style = getComputedStyle(mark);
    return {
      means: mark.getAttribute("class") ?? "",
      shape: mark.tagName,
      pattern: style.fill.startsWith("url") ? style.fill : "",
      dash: style.strokeDasharray,
      fill: luminance(style.fill, Number(style.fillOpacity)),
      line: luminance(style.stroke, Number(style.strokeOpacity)),
    };
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const pictures = [...main.querySelectorAll("svg[role=img]")].filter(isShown).map((picture) => {
    const marks = [...picture.querySelectorAll("rect, circle, path, line")].filter((mark) => !mark.closest("defs"));
    const looks = new Map(marks.map((mark) => [mark.getAttribute("class") ?? "", lookOf(mark)]));
    const around = picture.closest("section") ?? main;
    const table = around.querySelector("table") ?? main.querySelector("table");
    return {
      name: picture.getAttribute("aria-label") ?? picture.querySelector("title")?.textContent ?? "",
      looks: [...looks.values()],
      hasTable: table !== null && isShown(table),
      hasFile: (around.querySelector("a[href*='.csv']") ?? main.querySelector("a[href*='.csv']")) !== null,
    };
  });
  const drawnBehind = [...main.querySelectorAll("*")].flatMap((element) =>
    ["::before", "::after"].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      const hasInk = style.backgroundImage !== "none" || luminance(style.backgroundColor, 1) !== null;
      const isLost = style.content === '""' && style.display !== "none" && hasInk && style.printColorAdjust !== "exact";
      return isLost && isShown(element) ? [element.className + pseudo] : [];
    }),
  );
  const named = (element) => element.tagName.toLowerCase() + " " + element.textContent.trim().slice(0, 40);
  return {
    pictures,
    drawnBehind,
    misplaced: [...document.querySelectorAll("nav, form, button, footer, a[href*='.csv']")].filter(isShown).map(named),
    closed: [...main.querySelectorAll("table")].filter((table) => !isShown(table) && !table.closest(".no-print")).map(named),
    tooWide: [...main.querySelectorAll("table, svg[role=img]")].filter((element) => {
      const { right } = element.getBoundingClientRect();
      const around = element.closest("section") ?? main;
      return right > innerWidth || around.scrollWidth > around.clientWidth + 1;
    }).map(named),
  };
})()`;

interface Paper {
  readonly pictures: readonly Picture[];
  readonly drawnBehind: readonly string[];
  readonly misplaced: readonly string[];
  readonly closed: readonly string[];
  readonly tooWide: readonly string[];
}

/** As much as WCAG asks of what is not text, so that two greys are told apart. */
const APART = 3;

const contrast = (one: number | null, other: number | null): number => {
  const [light, dark] = [one ?? 1, other ?? 1].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** Whether two marks can be told apart without their colour: by shape, pattern, dashes, or how dark they are. */
export const areApart = (one: Look, other: Look): boolean =>
  one.shape !== other.shape ||
  one.pattern !== other.pattern ||
  one.dash !== other.dash ||
  contrast(one.fill, other.fill) >= APART ||
  contrast(one.line, other.line) >= APART;

/** How many pictures a page has, and what is wrong with it as a browser prints it: in grey, without backgrounds. */
export async function onPaper(
  page: Page,
): Promise<{ readonly pictures: number; readonly faults: readonly string[] }> {
  const size = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: SHEET_WIDTH, height: 1000 });
  const { pictures, drawnBehind, misplaced, closed, tooWide } = await page.evaluate<Paper>(READ);
  await page.emulateMedia({ media: null });
  if (size !== null) await page.setViewportSize(size);
  const faults = pictures.flatMap(({ name, looks, hasTable, hasFile }) => [
    ...looks.flatMap((one, at) =>
      looks
        .slice(at + 1)
        .filter((other) => !areApart(one, other))
        .map((other) => `${name}: only its colour tells "${one.means}" from "${other.means}"`),
    ),
    ...(hasTable ? [] : [`${name}: it has no table`]),
    ...(hasFile ? [] : [`${name}: it has no file`]),
  ]);
  return {
    pictures: pictures.length,
    faults: [
      ...faults,
      ...drawnBehind.map((what) => `not printed: ${what}`),
      ...misplaced.map((what) => `no place on paper: ${what}`),
      ...closed.map((what) => `closed on paper: ${what}`),
      ...tooWide.map((what) => `cut at the side: ${what}`),
    ],
  };
}
