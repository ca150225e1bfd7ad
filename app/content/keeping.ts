/** Said on the first question, before anybody has typed a word. */
export const ANSWERS_ARE_KEPT =
  "You can stop at any time. We keep your answers for 24 hours after the last one, so that you can come back on this phone or computer. Then we delete them.";

/** A session's last two minutes. */
export const SESSION_SOON_OVER = {
  title: "You will soon be signed out",
  words:
    "You have been signed in for a long time. In about two minutes we sign you out, so that no one else can see your care. The answers you sent us so far are kept.",
  stay: "Stay signed in",
  signOut: "Sign out now",
} as const;

export const SESSION_OVER = {
  title: "You were signed out",
  words: "The answers you sent us are kept. Sign in to go on from here.",
  signIn: "Sign in and go on",
} as const;

/** For a phone or computer that other people use too. */
export const FORGET_ME = {
  button: "Finish and forget me on this device",
  title: "This device has forgotten you",
  words: [
    "You are signed out. Your requests and your answers cannot be opened from here any more.",
    "What you sent is safe. To see it again, sign in, or use its reference and the date of birth.",
    "If other people use this phone or computer, close the browser too. It may still show the names of pages that you have been on.",
  ],
  goOn: "Back to the start",
} as const;
