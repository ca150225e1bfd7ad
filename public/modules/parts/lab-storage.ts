/** What everything of a test in a participant's browser is called by. */
export const OURS = "onedoor-lab-";

/** Whether something of a participant waits to be told. */
export function waitsToTell(who: string): boolean {
  try {
    return Object.keys(window.localStorage).some((key) => key.startsWith(`${OURS}${who}-`));
  } catch {
    return false;
  }
}

/** What it is called how wide pages were told to be, of a participant by their code. */
export const widthOf = (who: string): string => `${OURS}width-${who}`;

/**
 * Takes away what still waits to be told, and how wide pages were: of one participant, for another may take part in this browser
 * by now, or of whoever it was. Nobody would take it any more.
 */
export function forgetTest(who?: string): void {
  const isTheirs = (key: string) =>
    who === undefined ? key.startsWith(OURS) : key === widthOf(who) || key.startsWith(`${OURS}${who}-`);
  for (const storage of ["localStorage", "sessionStorage"] as const)
    try {
      const store = window[storage];
      for (const key of Object.keys(store)) if (isTheirs(key)) store.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
}
