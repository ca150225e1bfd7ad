/** What the files of a page that somebody saw are called: letters, digits and hyphens, wherever they are kept. */
export const pageFile = (code: string, page: string): string =>
  `${code}-${page}`.replace(/[^A-Za-z0-9-]/g, "-");
