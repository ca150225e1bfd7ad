/** What a participant reads between the tasks, and after them. */
export const TAKING = {
  title: "Your test",
  none: {
    title: "Open your link again",
    words:
      "This phone or computer does not know you. If you are in the middle of a test, open the link that you were given: you go on where you were.",
  },
  moment: {
    title: "One moment",
    words: "We get the pages of your task ready. Then you begin. Nothing is counted yet.",
    byItself: "This page looks by itself, every two seconds.",
    look: "Look now",
  },
  cannotBegin: {
    title: "You cannot begin yet",
    words: "We could not get the pages of your task ready. You did nothing wrong, and nothing is lost.",
    tell: "Please tell whoever asked you to take part. They can see why.",
    wait: "Or wait five minutes, then try again.",
    again: "Try again",
  },
  shown: {
    title: (place: number, of: number): string => (of === 1 ? "Your task" : `Task ${place} of ${of}`),
    aloud: "While you do it, say aloud what you see, what you think and what you look for.",
    bar: "You always find this task at the foot of the page. Press “I have finished” there when you are done.",
    who: "Who you are in this task",
    whoHow: "They are made up. Use these if a page asks.",
    guest: "You are not signed in.",
    signedIn: "You are signed in as them.",
    name: "Name",
    born: "Date of birth",
    postcode: "Postcode",
    practice: "GP practice",
    phone: "Phone",
    begin: "Begin the task",
    ready: "It can take a few seconds to get ready.",
  },
  going: {
    lead: "You are in the middle of this task.",
    goOn: "Back to the task",
    again: "It was made ready again, from its beginning.",
  },
  paused: {
    title: "You have a break",
    words: "Take the time that you need. Nothing is counted.",
    goOn: "Go on",
  },
  after: {
    done: "Thank you. Just a few questions about it.",
    gaveUp:
      "Thank you for trying. That you stopped tells us where our pages fail. It says nothing about you.",
    movedOn: "We go on from here. A few questions first.",
    timeUp: "Thank you. The time for this task is over. A few questions about it.",
  },
  end: {
    title: "The last questions",
    lead: "Think of all that you did on these pages.",
  },
  questions: "Questions",
  send: "Go on",
  over: {
    finished: "Thank you. That was all",
    stopped: "Thank you. We stop here",
    words: "You have helped to make it better for others.",
    notReal: "Nothing that you did was real. Nobody was asked for care, and nobody will ring you.",
    kept: (code: string, days: string): string =>
      `What we keep is under the code ${code}, and is deleted by itself on ${days}.`,
    upset:
      "If something in the test has upset you, talk to somebody. You can ring Samaritans on 116 123 at any time, or NHS 111 if you need care.",
  },
  changeMind: {
    title: "If you change your mind",
    stopWords: "You can end the test here. We keep what you have done so far.",
    stop: "End the test now",
    withdraw: "Have all of mine deleted",
    lost: "Lost your code? We can give you another one. The old one does nothing then.",
    newCode: "Give me another code",
  },
} as const;

export const WITHDRAWING = {
  title: "Have everything deleted",
  lead: "Everything that we kept of your test is deleted at once: what you did, your answers, and the pages you saw. We keep only that there was one more person. It cannot be undone.",
  mine: (code: string): string => `You take part as ${code} on this phone or computer.`,
  deleteMine: "Delete everything of mine",
  elsewhere: "A test on another phone or computer",
  code: { label: "Your code to have it all deleted", hint: "It looks like K7PM-3QXR-W4HT-9BND." },
  deleteByCode: "Delete everything",
  missing: "Type your code",
  unknown: "No test has this code. Check it, or ask whoever gave you your link.",
  tooMany: "There were too many tries. Wait a quarter of an hour, then try again.",
  back: "Back to the test",
  gone: {
    title: "Everything is deleted",
    words: [
      "We have nothing of your test any more.",
      "You need do nothing else. Thank you for the time that you gave us.",
    ],
    /** The database was busy: the clock tries again each minute. */
    later: [
      "Nobody can see or read anything of your test any more.",
      "The last bits of it may be in our files for a few more minutes. We wipe them as soon as we can.",
      "You need do nothing else. Thank you for the time that you gave us.",
    ],
  },
} as const;
