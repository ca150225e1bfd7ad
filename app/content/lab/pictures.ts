/** The words of pictures of pages: where there is one, what it is of; and where there is none, why. */
export const PICTURES = {
  look: "The page as it was",
  /** What a picture is of, for who does not see it: who, in which task, when and on which page. */
  of: (moment: string) => `The page as it was: ${moment}`,
  /** In a replay, which says whose it is and in which task. */
  ofPage: (title: string, at: string) => `The page as it was: ${title}, ${at}`,
  title: "A picture of it",
  how: ({ width, widthTold }: { readonly width: number; readonly widthTold: boolean }) =>
    widthTold
      ? `We drew it from the page that was sent, as wide as their browser: ${width} pixels.`
      : `We drew it from the page that was sent. Nobody knows how wide their browser was, so it is as wide as a phone: ${width} pixels.`,
  cut: (height: number, wholeHeight: number) =>
    `Below ${inThousands(height)} of ${inThousands(wholeHeight)} pixels it is cut off.`,
  savePicture: "Save the picture",
  page: "The page itself",
  none: {
    unmarked: "There is no picture of it. One is made of each page on which somebody marks something.",
    "no-browser":
      "There is no picture of it, for this server has no browser to draw one with. Whoever runs the server can install Chromium, or name it in CHROMIUM_PATH, and start the server again. The pictures then come by themselves.",
    waits: "A picture of it will be here in a moment.",
    "styles-gone":
      "There is no picture of it. The server was brought up to date before one was made, and the page’s looks are gone.",
    failed: "There is no picture of it. We tried five times, and it could not be drawn.",
  },
  lasts:
    "A picture stays as it is. The page below has today’s looks, and may be plain once the server was brought up to date.",
  /** Over a list of problems. */
  noBrowser:
    "This server makes no pictures of pages, for it has no browser. Whoever runs it can install Chromium, or name it in CHROMIUM_PATH, and start it again.",
  waiting: (many: number) =>
    many === 1 ? "One picture is still to be made." : `${many} pictures are still to be made.`,
  zip: "Save the list with its pictures and pages (ZIP)",
  evidence: "What it looked like",
  evidenceOf: (shown: number, of: number) =>
    shown === of ? "" : `${shown} of ${of} pictures. All are on the page of the problems.`,
} as const;

export type NoPictureBecause = keyof typeof PICTURES.none;

/** "6,000" */
const inThousands = (pixels: number): string => pixels.toLocaleString("en-GB");
