import type { AppLoadContext } from "@remix-run/node";

/** By the request that both an action and the loaders after it are given the context of. */
const titles = new WeakMap<AppLoadContext, string>();

/** What the page is called that answers a form: a page's title is made of what its loader gives, and not of what its action does. */
export const callAnswer = (context: AppLoadContext, title: string): void => {
  titles.set(context, title);
};

/** What an action called the page that is made now; null of one that is only looked at. */
export const titleOfAnswer = (context: AppLoadContext): string | null => titles.get(context) ?? null;
