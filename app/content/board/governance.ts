import type { Constitution, VoteRule } from "~/domain/governance/constitution";
import { WHOLE } from "~/domain/governance/constitution";
import { MATTER_KINDS, type MatterKind } from "~/domain/governance/matter-kinds";
import type { ProposalState } from "~/domain/governance/proposal";
import type { Choice, NotCounted, Tally } from "~/domain/governance/tally";
import { lowest, type Voter } from "~/domain/governance/votes";
import { counted, listInWords } from "~/domain/shared/in-words";

/** Thousandths as people say them: 749 is "74.9%". */
export const percent = (thousandths: number): string => `${thousandths / (WHOLE / 100)}%`;

/** "12,480": a number of votes or of people. */
export const number = (value: number): string => value.toLocaleString("en-GB");

const votesWords = (votes: number): string => `${number(votes)} ${votes === 1 ? "vote" : "votes"}`;

/** A share of a whole, to a tenth of a per cent, for the eye; what decides is counted in whole numbers. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${(Math.floor((part * 1_000) / whole) / 10).toFixed(1)}%`;

export const MATTER_WORDS: Readonly<
  Record<MatterKind, { readonly label: string; readonly hint: string; readonly short: string }>
> = {
  admit: { label: "Admit a partner", short: "Admit", hint: "A new one, or one that comes back" },
  leave: { label: "A partner leaves", short: "Leave", hint: "Agree what becomes of its open work" },
  suspend: { label: "Suspend a partner", short: "Suspend", hint: "Nothing new comes to it for a time" },
  resume: { label: "Bring a partner back", short: "Bring back", hint: "One that is suspended" },
  policy: {
    label: "Change points or deadlines",
    short: "Points and deadlines",
    hint: "What puts one partner before another, and how soon they must answer",
  },
  "add-service": {
    label: "Add a service",
    short: "Add a service",
    hint: "A new line that people can ask for",
  },
  "retire-service": {
    label: "Close a service",
    short: "Close a service",
    hint: "Nobody new can ask for it. What was asked for goes on",
  },
  "box-rule": {
    label: "Set a box rule",
    short: "Box rule",
    hint: "Whose name the care of one partner may come in",
  },
  constitution: { label: "Change how we vote", short: "How we vote", hint: "Votes, thresholds and days" },
};

export const GOVERNANCE = {
  title: "How we decide",
  intro:
    "Any member can propose a change. Members talk, then vote. What passes is done on its day, by itself.",
  propose: "Make a proposal",
  open: "Open proposals",
  noneOpen: "Nothing is open. A proposal will stand here, with how to vote on it.",
  decided: "Decided",
  noneDecided: "Nothing has been decided yet.",
  members: "Members and their votes",
  member: "Member",
  seats: "On the board",
  noSeat: "Nobody yet",
  people: "People on its list",
  noList: "No list",
  votes: "Votes",
  share: "Share",
  all: "All members",
  ownSeats: (names: string) => `For the front door itself: ${names}. They chair and speak, and have no vote.`,
  rules: "The rules",
  rulesVersion: (version: number) => `Version ${version} of the rules`,
  thresholds: "How much must be for it",
  matter: "What is decided",
  threshold: "Of votes for and against",
  voted: (many: number, of: number) => `${many} of ${counted(of, "member")} voted`,
  forIt: (share: string) => `${share} for it`,
} as const;

/** Where a proposal stands, with the colour of its tag. */
export const PROPOSAL_WORDS: Readonly<
  Record<
    ProposalState,
    { readonly tag: string; readonly colour: "blue" | "green" | "grey" | "red" | "yellow" }
  >
> = {
  discussion: { tag: "Talking", colour: "yellow" },
  voting: { tag: "Voting", colour: "blue" },
  passed: { tag: "Passed", colour: "green" },
  "not-passed": { tag: "Not passed", colour: "grey" },
  applied: { tag: "Passed and done", colour: "green" },
  "not-applied": { tag: "Passed, not done", colour: "red" },
  withdrawn: { tag: "Withdrawn", colour: "grey" },
};

/** Where it stands, in a sentence. Moments are given in words; `decided` is whether its votes were counted. */
export const standingWords = (
  state: ProposalState,
  { opens, closes, applies, over }: Readonly<Record<"opens" | "closes" | "applies" | "over", string>>,
  decided: boolean,
): string => {
  switch (state) {
    case "discussion":
      return `Voting opens at ${opens}, and closes at ${closes}.`;
    case "voting":
      return `Vote by ${closes}.`;
    case "passed":
      return applies === "" ? "It passed, and is being done now." : `It passed. It is done on ${applies}.`;
    case "not-passed":
      return `Voting closed at ${closes}. It did not pass, and nothing changes.`;
    case "applied":
      return `It passed, and was done at ${over}.`;
    case "not-applied":
      return "It passed, and could not be done. Whoever runs the front door has it, and puts it right.";
    case "withdrawn":
      return decided
        ? `It passed, could not be done, and was given up at ${over}.`
        : `It was taken back at ${over}.`;
    default:
      return state satisfies never;
  }
};

const withoutList = (people: number): string =>
  `A member without a list counts as ${people === 1 ? "1 person" : `${number(people)} people`}.`;

/** How many votes a member has, a sentence each. */
export function voteRuleWords(rule: VoteRule): readonly string[] {
  switch (rule.kind) {
    case "one-each":
      return ["Each member has one vote."];
    case "by-list":
      return ["Each member has as many votes as it has people on its list.", withoutList(rule.withoutList)];
    case "mix": {
      const [alike, byPeople] = lowest(rule.byMember, 100 - rule.byMember);
      return [
        `Of all votes, ${rule.byMember}% are shared alike by the members, and ${100 - rule.byMember}% by the people on their lists.`,
        withoutList(rule.withoutList),
        `In whole numbers: ${times(alike)}the people of all, and ${times(byPeople)}its own, once for each member.`,
      ];
    }
    default:
      return rule satisfies never;
  }
}

const times = (many: number): string => (many === 1 ? "" : `${many} times `);

/** How the votes of one member come about in a mix, to be worked out by hand; nothing where there is nothing to work out. */
export function exampleWords(
  rule: VoteRule,
  name: string,
  { countsAs, votes }: Voter,
  voters: readonly Voter[],
): string {
  if (rule.kind !== "mix") return "";
  const [alike, byPeople] = lowest(rule.byMember, 100 - rule.byMember);
  const people = voters.reduce((sum, voter) => sum + voter.countsAs, 0);
  const product = (factors: readonly number[]) =>
    factors
      .filter((factor) => factor !== 1)
      .map(number)
      .join(" × ");
  const sum = `${product([alike, people])} + ${product([byPeople, voters.length, countsAs])}`;
  return `${name}: ${sum} = ${number(votes)}. There are ${number(people)} people and ${voters.length} members in all.`;
}

/** The rules, a sentence each: what counts as a vote, and what comes of the sum. */
export const ruleWords = ({
  votes,
  quorum,
  noOwnVote,
  discussionDays,
  votingDays,
}: Constitution): readonly string[] => [
  ...voteRuleWords(votes),
  "It passes when enough of the votes for and against are for it. How much is enough stands below.",
  "To abstain is to take part on neither side.",
  quorum === 0
    ? "There is no least number that must take part."
    : `At least ${percent(quorum)} of all votes must be cast, or it does not pass.`,
  "As many for as against does not pass.",
  "A member may change its vote until voting closes. The last one counts, and each one is kept.",
  "A vote that comes as voting closes, or later, does not count.",
  "Who is a member, and how many people it has, is read as voting closes. Both stay with the result.",
  "A partner that is suspended may speak, and has no vote.",
  ...(noOwnVote.length === 0
    ? []
    : [
        `A member has no vote on itself where this is decided: ${listInWords(
          noOwnVote.map((kind) => MATTER_WORDS[kind].label.toLowerCase()),
          "or",
        )}.`,
      ]),
  discussionDays === 0
    ? `A vote can open at once, and is open for ${counted(votingDays, "day")} or more.`
    : `We talk for ${counted(discussionDays, "day")} or more. Then a vote is open for ${counted(votingDays, "day")} or more.`,
  "What passes is done on its day, by itself. When it cannot be done, it says why, and whoever runs the front door has it.",
  "A member can leave by its return ticket whatever the others say. A vote on it agrees the day, and what becomes of its work.",
  "Signs of danger are never put to the vote. One person proposes them, and a second one has to agree.",
];

export const thresholdLines = ({ thresholds }: Constitution) =>
  MATTER_KINDS.map((kind) => ({ kind, matter: MATTER_WORDS[kind].label, enough: percent(thresholds[kind]) }));

export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  for: "For",
  against: "Against",
  abstain: "Abstain",
};

export const NOT_COUNTED_WORDS: Readonly<Record<NotCounted["why"], string>> = {
  changed: "Changed later",
  late: "Too late",
  early: "Before voting opened",
  "not-a-member": "No member as voting closed",
  "own-matter": "About itself",
};

/** What a sum comes to, in a sentence. */
export function resultWords(tally: Tally): string {
  const { needed, neededToCount } = tally;
  switch (tally.why) {
    case "passed":
      return `It passes: ${number(tally.for)} votes for it, and ${number(needed ?? 0)} are enough.`;
    case "too-few-for":
      return `It does not pass: ${number(tally.for)} votes for it, and ${number(needed ?? 0)} are needed.`;
    case "tie":
      return "It does not pass: as many are for it as are against.";
    case "no-quorum":
      return `It does not pass: too few took part. At least ${number(neededToCount)} votes must be cast.`;
    case "no-votes":
      return "It does not pass: nobody is for it or against it.";
    default:
      return tally.why satisfies never;
  }
}

export const SUM = {
  title: "The sum",
  memberByMember: "Member by member",
  soFar: "If voting closed now",
  final: "As it was counted",
  member: "Member",
  people: "People",
  votes: "Votes",
  choice: "Vote",
  silent: "Not voted",
  all: "All votes",
  saidEither: "For and against",
  /** Half is not enough: as many for as against does not pass. */
  needed: (threshold: number, said: number, needed: number) =>
    threshold === WHOLE / 2
      ? `More than half of ${number(said)} is ${votesWords(needed)}.`
      : `${percent(threshold)} of ${number(said)} is ${votesWords(needed)}, rounded up to a whole one.`,
  cast: (cast: number, all: number, neededToCount: number) =>
    `${number(cast)} of ${number(all)} votes were cast. At least ${number(neededToCount)} must be.`,
  notCounted: "Votes that do not count",
  why: "Why",
  csv: "The sum as a file (CSV)",
  bar: (share: string, threshold: string) => `${share} of the votes are for it. ${threshold} are needed.`,
  mark: (threshold: string) => `${threshold} needed`,
  noBar: "Nobody is for it or against it yet.",
} as const;

export const PROPOSAL = {
  why: "Why",
  by: (name: string, of: string, when: string) => `${name}, ${of}, proposed this at ${when}.`,
  for: (seat: string) => `for ${seat}`,
  whatIf: "The what-if that goes with it",
  changes: "What would change",
  changed: "What it changes",
  what: "What",
  before: "Now",
  wasBefore: "Before",
  after: "If it passes",
  votes: "Votes and reasons",
  allVotes: (many: number) => `See the ${counted(many, "vote")}`,
  allRemarks: (many: number) => `See the ${counted(many, "remark")}`,
  allSteps: (many: number) => `See the ${counted(many, "step")}`,
  noVotes: "Nobody has voted yet.",
  discussion: "Discussion",
  noRemarks: "Nobody has spoken yet.",
  say: "Say something",
  sayHint: "Everybody on the board can read it, with your name",
  sayIt: "Say it",
  vote: "Your vote",
  voteFor: (member: string) => `How does ${member} vote?`,
  reason: "Why",
  reasonHint: "Everybody on the board can read it",
  cast: "Vote",
  change: "Change the vote",
  noVote: "You speak for the front door itself, which has no vote.",
  notMember: (member: string) => `${member} is not a member today, and has no vote.`,
  ownMatter: (member: string) => `This is about ${member}, which has no vote on it.`,
  notYet: (opens: string) => `You can vote from ${opens}.`,
  otherSeat: (member: string) => `Speak for ${member}`,
  ownSeat: "the front door",
  withdrawTitle: "Is it a mistake?",
  withdraw: "Take it back",
  withdrawHow: "Take it back, and nothing changes. It stays in the list as withdrawn.",
  trail: "What was done, and when",
  reasons: "Why it could not be done",
} as const;

export const PROPOSAL_DONE: Readonly<Record<string, string>> = {
  proposed: "It is proposed. Everybody on the board can see it now.",
  voted: "The vote is cast. It can be changed until voting closes.",
  said: "It is said.",
  withdrawn: "It is taken back.",
};
export const proposalDoneWords = (done: string | null): string =>
  done !== null && Object.hasOwn(PROPOSAL_DONE, done) ? (PROPOSAL_DONE[done] ?? "") : "";

export const PROPOSAL_ERRORS = {
  choice: "Choose for, against or abstain",
  reason: "Say why, in 1,000 letters or fewer",
  text: "Say it in 2,000 letters or fewer",
  meanwhile: "Somebody else voted for your member meanwhile. Look at that vote, then vote again",
  notYet: "Voting has not opened yet",
  closed: "Voting has closed. This vote was not counted",
  noVote: "This seat has no vote",
  ownMatter: "A member has no vote on this when it is about itself",
  notYours: "Only who proposed it can take it back, or who chairs",
  tooLate: "It is decided, and cannot be taken back",
} as const;

/** What an entry of the trail says was done. */
export const TRAIL_WORDS: Readonly<Record<string, string>> = {
  proposed: "Proposed",
  "proposal-discussed": "Spoke",
  "vote-cast": "Voted",
  "proposal-withdrawn": "Took it back",
  "voting-opened": "Voting opened",
  "voting-closed": "Voting closed, and was counted",
  "decision-applied": "Done, as it was decided",
  "decision-not-applied": "Could not be done",
  "decision-given-up": "Given up by whoever runs the front door",
};
export const BY_ITSELF = "by itself";
