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

/** Takes away what still waits to be told, and how wide pages were. Nobody would take it any more. */
export function forgetTest(): void {
  for (const storage of ["localStorage", "sessionStorage"] as const)
    try {
      const store = window[storage];
      for (const key of Object.keys(store)) if (key.startsWith(OURS)) store.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
}
