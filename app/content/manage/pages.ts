/** The pages on which a brand's manager runs its front door, as their links and headings name them. */
export const MANAGE_PAGES = {
  start: "Start",
  partners: "Partners",
  services: "Services",
  look: "Name and look",
} as const;
export type ManagePage = keyof typeof MANAGE_PAGES;

export const MANAGE = {
  title: "Running the front door",
  label: "Pages about running the front door",
} as const;

/** For somebody at work who does not run this front door. */
export const NOT_RUNNING = {
  title: "This page is for whoever runs the front door",
  words: (name: string, brand: string) => `You are signed in as ${name}, who does not run ${brand}.`,
  back: "Go to your worklist",
} as const;
