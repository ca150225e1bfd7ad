import { distanceInWords } from "../shared/in-words";
import { isKeptKnown, waitInWords } from "./point-lines";
import type { Candidate, PointLine, RoutingDecision, Rule, Weighing } from "./types";

/** Why this offer, or why not, in the order in which a person would ask. */
export function reasonsForPatient(candidate: Candidate): string[] {
  const failing = candidate.verdicts.filter((verdict) => !verdict.pass).map((verdict) => verdict.text);
  if (!candidate.eligible) {
    const wait = candidate.facts.wait;
    return wait === null || failing.length === 0 ? failing : [...failing, waitInWords(wait)];
  }
  const notes = candidate.verdicts.filter((verdict) => verdict.pass).map((verdict) => verdict.text);
  const lines = candidate.lines.filter((line) => isForPatients(line.reason, candidate));
  return [...lines.map((line) => line.text), ...notes];
}

/** How work is shared among partners, and that nothing is known of promises yet, says nothing about a person's own care. */
const isForPatients = (reason: PointLine["reason"], { facts }: Candidate): boolean =>
  reason !== "share" && (reason !== "kept" || isKeptKnown(facts.kept));

export interface DecisionJson {
  readonly outcome: RoutingDecision["outcome"];
  readonly chosen: string | null;
  readonly candidates: readonly {
    readonly offer: string;
    readonly organisation: { readonly ods: string | null; readonly name: string };
    readonly distanceKm: number | null;
    readonly eligible: boolean;
    readonly points: number;
    readonly wait: { readonly days: number; readonly asOf: string; readonly source: string } | null;
    readonly reasons: readonly string[];
  }[];
  readonly notShown: RoutingDecision["notShown"];
}

/** What `onedoor decide --json` prints. */
export function decideJson(decision: RoutingDecision): DecisionJson {
  return {
    outcome: decision.outcome,
    chosen: decision.chosen,
    candidates: decision.candidates.map((candidate) => ({
      offer: candidate.offerId,
      organisation: { ods: candidate.facts.organisationOds, name: candidate.facts.organisationName },
      distanceKm: candidate.facts.distanceKm,
      eligible: candidate.eligible,
      points: candidate.points,
      wait: candidate.facts.wait,
      reasons: reasonsForPatient(candidate),
    })),
    notShown: decision.notShown,
  };
}

const OUTCOME_WORDS: Readonly<Record<RoutingDecision["outcome"], string>> = {
  offered: "can be asked for",
  referral: "the person's own practice refers",
  none: "nobody can be asked; it goes to the front desk",
};

const RULE_WORDS: Readonly<Record<Rule, string>> = {
  "offer-open": "closed",
  "organisation-active": "organisation closed",
  partnership: "not a partner at the time",
  "pop-up-dates": "outside a pop-up's dates",
  "self-referral": "needs a referral",
  "registered-list": "another practice's own list",
  age: "age",
  sex: "sex",
  condition: "does not treat it, or not at this age",
  catchment: "lives outside the area",
  mode: "not given in the way asked for",
  "access-needs": "does not have the access needed",
  language: "not in the language needed",
  "opening-hours": "closed until too late",
  "already-asked": "asked already",
  reach: "too far",
};

const WEIGHING_WORDS: Readonly<Record<Weighing, string>> = {
  "not-much": "not much",
  some: "some",
  "a-lot": "a lot",
};

/** The whole decision as text for a terminal, readable without the directory it was made from. */
export function decisionText(decision: RoutingDecision): string {
  const { need } = decision;
  const practice = need.person.registeredWith;
  const head = [
    `${decision.serviceId} in ${decision.brandId}: ${OUTCOME_WORDS[decision.outcome]}`,
    `Decided ${decision.at} by policy ${decision.policyVersion} on directory ${decision.directoryVersion}`,
    [
      `For: ${need.priority}`,
      need.person.bornOn === null ? "date of birth not known" : `born ${need.person.bornOn}`,
      need.person.sex ?? "sex not known",
      practice === null
        ? "practice not known"
        : `registered with ${practice.ods} (${practice.checked ? "checked" : "not checked"})`,
      need.place === null ? "place not known" : `at ${need.place.postcode}`,
      need.preferences.modes.length === 0 ? "any way" : need.preferences.modes.join(" or "),
      `${need.preferences.first} first`,
      ...(need.needs?.condition ? [`has ${need.needs.condition}`] : []),
      ...(need.needs?.access.length ? [`needs ${need.needs.access.join(" and ")}`] : []),
      ...(need.needs?.language ? [`language ${need.needs.language}`] : []),
      ...Object.entries(need.preferences.weights ?? {}).map(
        ([what, how]) => `${what} matters ${WEIGHING_WORDS[how]}`,
      ),
    ].join(", "),
  ];
  const chosen = decision.candidates.find((candidate) => candidate.offerId === decision.chosen);
  const choice =
    chosen === undefined
      ? "Chosen: nobody"
      : `Chosen by ${decision.chosenBy}: ${chosen.facts.organisationName} (${chosen.offerId})`;
  const eligible = decision.candidates.filter((candidate) => candidate.eligible);
  const failed = decision.candidates.filter((candidate) => !candidate.eligible);
  const counts = Object.entries(decision.notShown.failed).map(
    ([rule, count]) => `${count} ${RULE_WORDS[rule as Rule]}`,
  );
  return [
    ...head,
    choice,
    "",
    ...(eligible.length === 0 ? ["Eligible: none"] : ["Eligible, best first"]),
    ...eligible.flatMap((candidate, place) => candidateText(candidate, `${place + 1}.`)),
    ...(failed.length === 0 ? [] : ["", "Not eligible"]),
    ...failed.flatMap((candidate) => candidateText(candidate, "-")),
    ...(decision.notShown.eligible === 0
      ? []
      : ["", `${decision.notShown.eligible} more eligible, not shown`]),
    ...(counts.length === 0 ? [] : [`Not shown: ${counts.join("; ")}`]),
  ].join("\n");
}

function candidateText(candidate: Candidate, bullet: string): string[] {
  const { facts } = candidate;
  const title = [
    `${bullet} ${facts.organisationName}`,
    facts.organisationOds === null ? "" : ` [${facts.organisationOds}]`,
    facts.offerName === undefined || facts.offerName === facts.organisationName
      ? ""
      : `, “${facts.offerName}”`,
    facts.locationName === null ? "" : `, ${facts.locationName}`,
    facts.distanceKm === null ? "" : `, ${distanceInWords(facts.distanceKm)}`,
    candidate.eligible ? `: ${candidate.points} points` : "",
  ].join("");
  return [
    title,
    ...candidate.lines.map((line) => `     ${String(line.points).padStart(4)}  ${line.text}`),
    ...candidate.verdicts.map(
      (verdict) =>
        `           ${verdict.pass ? "note" : `fails ${verdict.rule}, ${verdict.code}`}: ${verdict.text}`,
    ),
  ];
}
