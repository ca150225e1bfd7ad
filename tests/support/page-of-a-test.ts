import { afterEach, beforeEach } from "vitest";

/**
 * A module hears its page as long as that is open. In jsdom all tests have one page, of several files too: what a module heard
 * there in a test it hears no more after it, and nothing of it is kept.
 */
export function closesPageAfterEach(): void {
  const targets = [window, document];
  let heard: (() => void)[] = [];
  beforeEach(() => {
    for (const target of targets) {
      const listen = target.addEventListener;
      target.addEventListener = (...told: Parameters<typeof window.addEventListener>) => {
        heard.push(() => target.removeEventListener(...told));
        listen.call(target, ...told);
      };
      heard.push(() => {
        target.addEventListener = listen;
      });
    }
  });
  afterEach(() => {
    for (const forget of heard) forget();
    heard = [];
    localStorage.clear();
    sessionStorage.clear();
  });
}
