/** The bar of a test, at the foot of the pages that are tested. */
export const BAR = {
  label: "The test that you take part in",
  task: (place: number, of: number): string => (of === 1 ? "Your task" : `Task ${place} of ${of}`),
  finished: "I have finished",
  stop: "I would rather stop this task",
  noShame: "That is fine. You are not being tested.",
  pause: "Have a break",
  paused: "You have a break. Press “Go on” when you are ready.",
  wentOn: "You went on, so your break is over.",
  resume: "Go on",
  aloud: "Say aloud: what do you see? What do you expect to happen now?",
  timeUp: "You have had the time for this task. That is fine. Finish when you are ready.",
  moved: "We go on from here. First finish what you write or read. Then press “Go on”.",
  again: "This task begins again from its beginning. Press “Go on” when you are ready.",
  leave: "Stop the whole test, or have it all deleted",
} as const;
