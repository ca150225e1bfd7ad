import type { Response } from "express";
import {
  FAILING,
  HELP_NOW,
  NAMELESS_DOOR,
  OUT_OF_ORDER,
  type PlainWords,
  REFUSED,
  referenceWords,
} from "~/content/plain-pages";

/**
 * Pages that need nothing of the app: they are drawn when it cannot answer, or when what was asked is not a request
 * we answer. Help comes first on all of them.
 */
export function sendPlainPage(response: Response, status: number, words: PlainWords): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { requestId } = response.locals;
  response.status(status);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  const reference = status >= 500 && typeof requestId === "string" ? referenceWords(requestId) : null;
  response.end(plainPage(words, reference));
}

/** Its words are our own: nothing that anybody sent is ever written into it. */
const plainPage = ({ title, text }: PlainWords, reference: string | null): string => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="/door.svg">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header>
<p><img src="/door.svg" alt="" width="40" height="40"> ${NAMELESS_DOOR}</p>
</header>
<main>
<h1>${title}</h1>
<p>${text}</p>${reference === null ? "" : `\n<p>${reference}</p>`}
<section aria-labelledby="help">
<h2 id="help">${HELP_NOW}</h2>
<p><strong>Call <a href="tel:999">999</a></strong> if someone is seriously ill or hurt and their life is at risk.</p>
<p><strong>Call <a href="tel:111">111</a></strong> if you need medical help and it is not an emergency. You can call day or night, free.</p>
</section>
</main>
</body>
</html>
`;

/** Seconds after which a browser, or whatever watches over us, may ask again. */
const TRY_AGAIN_AFTER = 60;

/** The database is away: nothing can be shown that is true, but for where help is. */
export function sendOutage(response: Response): void {
  if (!response.headersSent) response.setHeader("Retry-After", TRY_AGAIN_AFTER);
  sendPlainPage(response, 503, OUT_OF_ORDER);
}

export const sendFailure = (response: Response): void => sendPlainPage(response, 500, FAILING);

export type Refusal = 400 | 403 | 404 | 405 | 413 | 415 | 421 | 429;

export function refuse(response: Response, status: Refusal): void {
  sendPlainPage(response, status, REFUSED[status] ?? FAILING);
}
