import type { Response } from "express";

/**
 * Pages that need nothing of the app: they are drawn when it cannot answer, or when what was asked is not a request
 * we answer. Help comes first on all of them.
 */
export function sendPlainPage(
  response: Response,
  status: number,
  page: { title: string; text: string },
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(status);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(plainPage(page.title, page.text));
}

export const plainPage = (title: string, text: string): string => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<h2>If you need help now</h2>
<p><strong>Call <a href="tel:999">999</a></strong> if someone is seriously ill or hurt and their life is at risk.</p>
<p><strong>Call <a href="tel:111">111</a></strong> if you need medical help and it is not an emergency. You can call day or night, free.</p>
</main>
</body>
</html>
`;

export const FAILING = {
  title: "Sorry, something went wrong",
  text: "This is our fault, not yours. What you have already sent us is safe. Wait a few minutes, then try again.",
};

const REFUSALS: Readonly<Record<number, { title: string; text: string }>> = {
  400: {
    title: "We could not read that",
    text: "Go back and try again. If you typed the address, check it.",
  },
  403: {
    title: "We could not take that form",
    text: "It did not come from a page of ours. Open the page again and send the form from there.",
  },
  404: { title: "Page not found", text: "If you typed the address, check it is correct." },
  405: { title: "We could not do that", text: "Go back and try again from the page you were on." },
  413: { title: "That was too long", text: "Go back, make your answer shorter, and send it again." },
  415: {
    title: "We could not read that",
    text: "Go back and send the form again. Files cannot be sent here.",
  },
  421: { title: "Page not found", text: "There is no front door at this address." },
  429: { title: "Too many tries", text: "Wait 15 minutes, then try again." },
};

export type Refusal = 400 | 403 | 404 | 405 | 413 | 415 | 421 | 429;

export function refuse(response: Response, status: Refusal): void {
  sendPlainPage(response, status, REFUSALS[status] ?? FAILING);
}
