import type { Page } from "playwright-core";

/** The words of a page's pictures, but for those that stand within their picture: what is beyond its edge is not drawn. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll("main svg[role=img]")].flatMap((picture) => {
    const edge = picture.getBoundingClientRect();
    return [...picture.querySelectorAll("text")].filter((text) => {
      const { left, right, top, bottom, width } = text.getBoundingClientRect();
      return width > 0 && (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1);
    }).map((text) => text.textContent);
  })`);
