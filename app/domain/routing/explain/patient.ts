import {
  dateInWords,
  daysInWords,
  distanceInWords,
  listInWords,
  modesInWords,
  sentence,
} from "../../shared/in-words";
import { milliseconds } from "../../shared/time";
import { isKeptKnown, OWN_PRACTICE } from "../point-lines";
import type { Candidate, PointLine, RoutingDecision, Verdict } from "../types";
import { weighingsOf } from "../weights";
import { namesOf } from "./names";
import { notKnownOf } from "./not-known";
import { besideFirst } from "./others";

/** A decision in plain words for the person it is about: a few headings, with short sentences under each. */
export interface PatientExplanation {
  readonly sections: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
}

/** How many of the others are told apart one by one. */
const OTHERS_TOLD = 3;

/**
 * Why this one, why not the others, what was not known and how it was counted, and what a person can do. It says only
 * what the decision itself holds, and is written for a reading age of 9 to 11.
 */
export function explainToPatient(decision: RoutingDecision): PatientExplanation {
  const eligible = decision.candidates.filter((candidate) => candidate.eligible);
  const failed = decision.candidates.filter((candidate) => !candidate.eligible);
  const [first, ...rest] = eligible;
  const names = namesOf(decision.candidates);
  const chosen = eligible.find(({ offerId }) => offerId === decision.chosen);
  const others = rest.slice(0, OTHERS_TOLD);
  const told = first === undefined ? [] : [first, ...others];
  const sections = [
    whySection(decision, first, chosen, names),
    first !== undefined && rest.length > 0
      ? { heading: "Why not the others", sentences: othersSentences(decision, first, rest, names) }
      : null,
    {
      heading: decision.outcome === "referral" ? "Who gives this care" : "Who cannot help this time",
      sentences: cannotSentences(decision, failed, names),
    },
    { heading: "What we did not know", sentences: notKnownOf(decision, told, names) },
    { heading: "Good to know", sentences: notesOn(chosen ?? first) },
    { heading: "What you can do", sentences: choiceSentences(decision, eligible) },
  ];
  return {
    sections: sections.flatMap((section) =>
      section === null || section.sentences.length === 0 ? [] : [section],
    ),
  };
}

/** The same as text: headings and sentences on lines of their own. */
export const patientText = (decision: RoutingDecision): string =>
  explainToPatient(decision)
    .sections.map(({ heading, sentences }) => [heading, ...sentences.map((each) => `  ${each}`)].join("\n"))
    .join("\n\n");

/** What a person would want to know of where they may go, though it keeps nobody out. */
const notesOn = (candidate: Candidate | undefined): string[] =>
  (candidate?.verdicts ?? []).filter(({ pass }) => pass).map(({ text }) => `${sentence(text)}.`);

type Names = (candidate: Candidate) => string;

function whySection(
  decision: RoutingDecision,
  first: Candidate | undefined,
  chosen: Candidate | undefined,
  names: Names,
) {
  if (first === undefined) {
    return {
      heading: "Why nobody is on the list",
      sentences: [
        "We looked at all who give this care. We found nobody that you can ask for it now.",
        "So this goes to our front desk. They will look for another way with you.",
      ],
    };
  }
  if (decision.outcome === "referral") {
    return {
      heading: `Why ${names(first)} comes first`,
      sentences: [
        ...askedBefore(decision),
        "You cannot ask for this care yourself. A practice sends you on to it.",
        `${ownPractice(decision, names(first))} So we ask them to do that.`,
      ],
    };
  }
  const isOwnChoice = decision.chosenBy === "person" && chosen !== undefined && chosen !== first;
  return {
    heading: isOwnChoice ? `You chose ${names(chosen)}` : `Why ${names(first)} comes first`,
    sentences: [
      ...askedBefore(decision),
      ...(isOwnChoice
        ? [
            `You can choose anyone on the list, and you did. We had put ${names(first)} first, and this is why.`,
          ]
        : []),
      ...reasonsOf(decision, first),
      ...weighingSentences(decision),
    ],
  };
}

const askedBefore = ({ need }: RoutingDecision): string[] =>
  need.alreadyAsked.length === 0
    ? []
    : ["We asked someone else before. They could not help, or did not answer. So we looked again."];

const ownPractice = ({ need }: RoutingDecision, name: string): string =>
  need.person.registeredWith?.checked
    ? `${name} is your own practice.`
    : `${name} is your own practice, you told us. We have not checked that yet.`;

/** What speaks for the first one, the most telling reasons first. Unknown things are told elsewhere. */
function reasonsOf(decision: RoutingDecision, first: Candidate): string[] {
  const order: readonly PointLine["reason"][] = [
    "continuity",
    "distance",
    "wait",
    "preference",
    "capacity",
    "kept",
  ];
  const sentences = order.flatMap((reason) => reasonSentence(reason, decision, first));
  return sentences.length > 0 ? sentences : ["They can give you this care."];
}

function reasonSentence(
  reason: PointLine["reason"],
  decision: RoutingDecision,
  { facts, lines }: Candidate,
): string[] {
  const line = lines.find((each) => each.reason === reason);
  switch (reason) {
    case "continuity":
      if (line === undefined) return [];
      return line.text === OWN_PRACTICE ? [ownPractice(decision, "This")] : ["They look after you now."];
    case "distance":
      if (facts.distanceKm !== null) return [`They are ${distanceInWords(facts.distanceKm)} from you.`];
      if (facts.locationName !== null || facts.modes.length === 0) return [];
      return facts.modes.includes("home-visit")
        ? ["They come to your home."]
        : ["You do not need to travel."];
    case "wait":
      return waitSentences(decision, facts);
    case "preference":
      return line === undefined ? [] : ["They can see you in a way that you asked for."];
    case "capacity":
      if (facts.capacity === "capacity") return ["They told us that they have room."];
      if (facts.capacity === "waitlist") return ["They told us that they have a waiting list."];
      return facts.capacity === "no-capacity"
        ? ["They told us that they have no room just now. You can ask them all the same."]
        : [];
    case "kept":
      return line !== undefined && isKeptKnown(facts.kept)
        ? [
            `They made ${facts.kept.kept + facts.kept.broken} promises in the last 3 months, and kept ${facts.kept.kept}.`,
          ]
        : [];
    case "share":
      return [];
    default:
      return reason satisfies never;
  }
}

function waitSentences({ at }: RoutingDecision, { nextFreeAt, wait }: Candidate["facts"]): string[] {
  if (nextFreeAt !== null && nextFreeAt >= at) {
    const days = (milliseconds(nextFreeAt) - milliseconds(at)) / 86_400_000;
    return [
      days < 1 ? "They have a free time within a day." : `They have a free time in ${daysInWords(days)}.`,
    ];
  }
  if (wait === null) return [];
  const usual =
    wait.days < 1 ? "People are seen the same day." : `The usual wait is ${daysInWords(wait.days)}.`;
  return [`${usual} Source: ${wait.source}, ${dateInWords(wait.asOf)}.`];
}

/** What the person said matters to them, where it changed the points. */
function weighingSentences({ need }: RoutingDecision): string[] {
  const mine = weighingsOf(need.preferences);
  const words = { distance: "how near it is", wait: "how soon it is", continuity: "to see who knows you" };
  const said = (how: (typeof mine)["distance"]) =>
    (["distance", "wait", "continuity"] as const)
      .filter((each) => mine[each] === how)
      .map((each) => words[each]);
  const [most, least] = [said("a-lot"), said("not-much")];
  return [
    ...(most.length === 0
      ? []
      : [`You told us what matters to you: ${listInWords(most, "and")}. We let that count for more.`]),
    ...(least.length === 0 ? [] : [`We let this count for less: ${listInWords(least, "and")}.`]),
  ];
}

function othersSentences(
  decision: RoutingDecision,
  first: Candidate,
  rest: readonly Candidate[],
  names: Names,
): string[] {
  const told = rest.slice(0, OTHERS_TOLD).map((other) => besideFirst(first, other, names));
  const more = rest.length - told.length;
  const unseen = decision.notShown.eligible;
  return [
    ...told,
    ...(more === 0 ? [] : [`${more} more ${more === 1 ? "comes" : "come"} after these on the list.`]),
    ...(unseen === 0 ? [] : [`${unseen} more can help too. You can ask to see them.`]),
  ];
}

function cannotSentences(
  { outcome, notShown, brand }: RoutingDecision,
  failed: readonly Candidate[],
  names: Names,
): string[] {
  const told = failed
    .filter(({ facts }) => facts.role === "provider")
    .slice(0, OTHERS_TOLD)
    .flatMap((candidate) => {
      const why = candidate.verdicts.find(({ pass }) => !pass);
      return why === undefined ? [] : [whyNot(candidate, why, names(candidate), outcome)];
    });
  const { reach = 0, ...others } = notShown.failed;
  const counted = failed.length - told.length + Object.values(others).reduce((sum, count) => sum + count, 0);
  const more = (count: number, isFirst: boolean) => (isFirst ? `${count}` : `${count} more`);
  return [
    ...told,
    ...(counted === 0
      ? []
      : [`${more(counted, told.length === 0)} cannot take you through ${brand?.name ?? "us"} this time.`]),
    ...(reach === 0
      ? []
      : [`${more(reach, told.length + counted === 0)} ${reach === 1 ? "is" : "are"} too far from you.`]),
  ];
}

/** In a sentence of our own where a rule is common; or else in the rule's own words. */
function whyNot(
  { facts }: Candidate,
  { rule, text }: Verdict,
  name: string,
  outcome: RoutingDecision["outcome"],
): string {
  switch (rule) {
    case "offer-open":
      return `${name} is not taking requests now.`;
    case "self-referral":
      return outcome === "referral"
        ? `${name} can give this care, once your practice sends you.`
        : `${name} needs a practice to send you.`;
    case "mode":
      return `${name} sees people ${modesInWords(facts.modes)} only.`;
    case "already-asked":
      return `${name} was asked before.`;
    default:
      return text.startsWith(facts.organisationName) ? `${text}.` : `${name}. ${text}.`;
  }
}

function choiceSentences({ outcome, notShown }: RoutingDecision, eligible: readonly Candidate[]): string[] {
  if (outcome === "none")
    return ["If you get worse, do not wait for us. Ring 111, or 999 if it is very bad."];
  if (outcome === "referral") return ["You can talk to your practice about where you would like to go."];
  const count = eligible.length + notShown.eligible;
  return count === 1
    ? ["This is the only one we found for you. If it does not suit you, tell our front desk."]
    : [
        `You can choose any of the ${count}. The order is only our advice.`,
        "We never hide anyone who can help you, however busy they are.",
      ];
}
