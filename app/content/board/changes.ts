import { STYLE_WORDS } from "~/content/box";
import { PARTNERS } from "~/content/manage/partners";
import { PRIORITY_WORDS } from "~/content/manage/services";
import type { Change } from "~/domain/governance/changes";
import type { Matter } from "~/domain/governance/matter";
import { counted, possessive } from "~/domain/shared/in-words";
import type { Span } from "~/domain/shared/time";
import { MATTER_WORDS, percent, voteRuleWords } from "./governance";
import { POINT_WORDS } from "./points";

export const spanWords = (span: Span): string =>
  "hours" in span ? counted(span.hours, "hour") : counted(span.workingDays, "working day");

const SERVICE_STANDS = { none: "Not there", open: "Open", closed: "Closed" } as const;

export interface ChangeWords {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A change in plain words: what, as it is, and as it would be. */
export function changeWords(change: Change): ChangeWords {
  const said = <Value>(
    what: string,
    words: (value: Value) => string,
    both: { before: Value; after: Value },
  ) => ({
    what,
    before: words(both.before),
    after: words(both.after),
  });
  switch (change.what) {
    case "standing":
      return said(change.name, (standing) => PARTNERS.standing[standing], change);
    case "points":
      return said(POINT_WORDS[change.of], (points) => counted(points, "point"), change);
    case "answer-within":
      return said(`A partner answers: ${PRIORITY_WORDS[change.of]}`, spanWords, change);
    case "promise-within":
      return said(`People are promised: ${PRIORITY_WORDS[change.of]}`, spanWords, change);
    case "service":
      return said(change.name, (standing) => SERVICE_STANDS[standing], change);
    case "boxes":
      return said(
        `${possessive(change.name)} care comes in`,
        (styles) => styles.map((style) => STYLE_WORDS[style]).join(", "),
        change,
      );
    case "votes":
      return said("Votes of a member", (rule) => voteRuleWords(rule).join(" "), change);
    case "threshold":
      return said(`Enough for: ${MATTER_WORDS[change.of].label}`, percent, change);
    case "quorum":
      return said("Must take part", percent, change);
    case "discussion-days":
      return said("Days to talk first", String, change);
    case "voting-days":
      return said("Days to vote", String, change);
    default:
      return change satisfies never;
  }
}

/** What a proposal is called, by what it would change. */
export function matterTitle(
  matter: Matter,
  names: { organisation(id: string): string; service(id: string): string },
): string {
  switch (matter.kind) {
    case "admit":
      return `Admit ${"newcomer" in matter.who ? matter.who.newcomer.name : names.organisation(matter.who.organisationId)}`;
    case "leave":
      return `${names.organisation(matter.organisationId)} leaves`;
    case "suspend":
      return `Suspend ${names.organisation(matter.organisationId)}`;
    case "resume":
      return `${names.organisation(matter.organisationId)} comes back`;
    case "add-service":
      return `Add a service: ${matter.service.name}`;
    case "retire-service":
      return `Close a service: ${names.service(matter.serviceId)}`;
    case "box-rule":
      return `${possessive(names.organisation(matter.organisationId))} box rule`;
    case "policy":
    case "constitution":
      return MATTER_WORDS[matter.kind].label;
    default:
      return matter satisfies never;
  }
}

/** What else a matter means, beside what it changes; a sentence each. */
export function alsoMeans(matter: Matter): readonly string[] {
  switch (matter.kind) {
    case "leave":
    case "suspend":
      return [
        matter.openWork === "reroute"
          ? "All of its open work goes on to others, and people are told."
          : "It ends the work that it took on. The rest goes on to others.",
      ];
    case "admit":
      return [matter.returnTicket];
    case "add-service":
      return [
        "People can read it then. They can ask for it once two people have agreed its signs of danger.",
      ];
    case "retire-service":
      return ["What was asked for goes on. Nobody new can ask for it."];
    case "box-rule":
      return [
        "Care that comes in another box now takes the first of these. Who has asked keeps the box they were told of.",
      ];
    case "policy":
      return ["It counts for requests from then on. Promises that were made are kept."];
    case "constitution":
      return ["What is open now is decided by the rules of the day that it was made."];
    case "resume":
      return ["What went on to others meanwhile stays there."];
    default:
      return matter satisfies never;
  }
}
