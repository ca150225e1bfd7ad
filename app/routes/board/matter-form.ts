import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { PROPOSE_ERRORS } from "~/content/board/propose";
import { NEW_PARTNER } from "~/content/manage/partners";
import { POINT_NAMES } from "~/domain/directory/kinds";
import { BOX_STYLES, type Policy } from "~/domain/directory/types";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import { ruleChanges } from "~/domain/governance/changes";
import { Constitution, constitutionOf, WHOLE } from "~/domain/governance/constitution";
import type { Matter } from "~/domain/governance/matter";
import { MATTER_KINDS, type MatterKind } from "~/domain/governance/matter-kinds";
import { anyOf, line, oneOf } from "~/domain/journeys/input";
import { toJson } from "~/domain/shared/json";
import type { Span } from "~/domain/shared/time";
import { BOUND_FIELDS, WHO_FIELDS } from "../manage/partner-form";
import { WordsForm } from "../manage/words-form";
import { type ReadForm, readForm } from "../read-form";

/** A whole number between two others. */
const whole = (least: number, most: number, message: string) =>
  line
    .refine((text) => /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: message,
    })
    .transform(Number);

/** Per cent, to a tenth, as thousandths. */
const thousandths = (least: number, message: string) =>
  line
    .transform((text) => text.replace(/\s*%$/, ""))
    .refine((text) => /^\d{1,3}(\.\d)?$/.test(text), { error: message })
    .transform((text) => Math.round(Number(text) * 10))
    .refine((value) => value >= least && value <= WHOLE, { error: message });

const aMember = line.refine((text) => text !== "", { error: PROPOSE_ERRORS.member });
const openWork = oneOf(["reroute", "finish"], PROPOSE_ERRORS.openWork);
const styles = anyOf(BOX_STYLES, PROPOSE_ERRORS.styles).refine(({ length }) => length > 0, {
  error: PROPOSE_ERRORS.styles,
});

/** What is typed for one kind of matter, read as that matter. */
export function readMatter(
  kind: MatterKind,
  form: FormData,
  { brand }: Pick<AppLoadContext, "brand">,
): ReadForm<Matter> {
  switch (kind) {
    case "admit":
      return readAdmit(form);
    case "leave":
    case "suspend":
      return become(readForm(z.object({ member: aMember, openWork }), form), ({ member, openWork }) => ({
        kind,
        organisationId: member,
        openWork,
      }));
    case "resume":
      return become(readForm(z.object({ member: aMember }), form), ({ member }) => ({
        kind,
        organisationId: member,
      }));
    case "box-rule":
      return become(readForm(z.object({ member: aMember, styles }), form), ({ member, styles }) => ({
        kind,
        organisationId: member,
        styles,
      }));
    case "add-service":
      return become(readForm(WordsForm, form), (words) => {
        const { name, summary, needs, whatItIs, cost, ifWorse, priority, access } = words;
        const service = { name, summary, needs: [...needs], whatItIs: [...whatItIs], cost, ifWorse };
        return { kind, service: { ...service, priority, access } };
      });
    case "retire-service": {
      const service = line.refine((text) => text !== "", { error: PROPOSE_ERRORS.service });
      return become(readForm(z.object({ service }), form), (read) => ({ kind, serviceId: read.service }));
    }
    case "policy":
      return different(readPolicy(form, brand.policy), "points-distance", (matter) => isNothing(matter));
    case "constitution": {
      const before = constitutionOf(brand);
      const same = (matter: Matter) =>
        matter.kind === "constitution" && ruleChanges(before, matter.rules).length === 0;
      return different(readConstitution(form, before), "votes", same);
    }
    default:
      return kind satisfies never;
  }
}

const become = <Value>(read: ReadForm<Value>, to: (value: Value) => Matter): ReadForm<Matter> =>
  read.ok ? { ...read, value: to(read.value) } : read;

/** Sent back when it would change nothing. */
const different = (
  read: ReadForm<Matter>,
  field: string,
  same: (matter: Matter) => boolean,
): ReadForm<Matter> =>
  read.ok && same(read.value)
    ? { ok: false, sent: { typed: read.typed, errors: [{ field, message: PROPOSE_ERRORS.same }] } }
    : read;

const Bound = z.object({ ...BOUND_FIELDS, who: line });
const Newcomer = z.object(WHO_FIELDS);

/** One that the directory has by its id, or `new` and who that is. */
function readAdmit(form: FormData): ReadForm<Matter> {
  const bound = readForm(Bound, form);
  const isNew = form.get("who") === "new";
  const newcomer = isNew ? readForm(Newcomer, form) : null;
  const errors = [
    ...(newcomer?.ok === false ? newcomer.sent.errors : []),
    ...(bound.ok ? [] : bound.sent.errors),
  ];
  if (form.get("who") === "" || form.get("who") === null)
    errors.unshift({ field: "who", message: PROPOSE_ERRORS.who });
  const typed = bound.ok ? bound.typed : bound.sent.typed;
  if (!bound.ok || newcomer?.ok === false || errors.length > 0) return { ok: false, sent: { typed, errors } };
  const { who, arrangement, lead: leadOrganisationId, boxes } = bound.value;
  return {
    ok: true,
    typed,
    value: {
      kind: "admit",
      who: newcomer === null ? { organisationId: who } : { newcomer: newcomer.value },
      arrangement,
      leadOrganisationId,
      boxStyles: boxes,
      returnTicket: NEW_PARTNER.returnTicket,
    },
  };
}

export const UNITS = ["hours", "workingDays"] as const;
type Unit = (typeof UNITS)[number];
const MOST: Readonly<Record<Unit, number>> = { hours: 720, workingDays: 60 };

const spanFields = (name: string) =>
  Object.fromEntries(
    PRIORITIES.flatMap((priority) => [
      [`${name}-${priority}`, whole(1, MOST.hours, PROPOSE_ERRORS.span)],
      [`${name}-${priority}-unit`, oneOf(UNITS, PROPOSE_ERRORS.unit)],
    ]),
  );

const PolicyForm = z
  .object({
    ...Object.fromEntries(
      POINT_NAMES.map((name) => [`points-${name}`, whole(0, 100, PROPOSE_ERRORS.points)]),
    ),
    ...spanFields("answer"),
    ...spanFields("promise"),
  })
  .superRefine((read: Readonly<Record<string, unknown>>, checked) => {
    for (const name of ["answer", "promise"])
      for (const priority of PRIORITIES) {
        const field = `${name}-${priority}`;
        const unit: Unit = read[`${field}-unit`] === "workingDays" ? "workingDays" : "hours";
        if (Number(read[field]) > MOST[unit])
          checked.addIssue({ code: "custom", path: [field], message: PROPOSE_ERRORS.span });
      }
  });

function readPolicy(form: FormData, before: Policy): ReadForm<Matter> {
  const read = readForm(PolicyForm, form);
  if (!read.ok) return read;
  const value: Readonly<Record<string, unknown>> = read.value;
  const spans = (name: "answer" | "promise", held: Policy["answerWithin"]) =>
    Object.fromEntries(
      PRIORITIES.flatMap((priority): [string, Span][] => {
        const count = Number(value[`${name}-${priority}`]);
        const span: Span =
          value[`${name}-${priority}-unit`] === "hours" ? { hours: count } : { workingDays: count };
        return toJson(span) === toJson(held[priority]) ? [] : [[priority, span]];
      }),
    );
  const points = POINT_NAMES.flatMap((name): [string, number][] => {
    const most = Number(value[`points-${name}`]);
    return most === before.points[name] ? [] : [[name, most]];
  });
  const matter: Matter = {
    kind: "policy",
    points: Object.fromEntries(points),
    answerWithin: spans("answer", before.answerWithin),
    promiseWithin: spans("promise", before.promiseWithin),
  };
  return { ...read, value: matter };
}

const isNothing = (matter: Matter): boolean =>
  matter.kind === "policy" &&
  [matter.points, matter.answerWithin, matter.promiseWithin].every((each) => Object.keys(each).length === 0);

/** What a policy is now, as the form would be typed to say it. */
export function typedPolicy({ points, answerWithin, promiseWithin }: Policy): SentBack["typed"] {
  const spans = (name: string, held: Policy["answerWithin"]) =>
    PRIORITIES.flatMap((priority): [string, string][] => {
      const span = held[priority];
      const [unit, count] = "hours" in span ? ["hours", span.hours] : ["workingDays", span.workingDays];
      return [
        [`${name}-${priority}`, String(count)],
        [`${name}-${priority}-unit`, unit],
      ];
    });
  return Object.fromEntries([
    ...POINT_NAMES.map((name): [string, string] => [`points-${name}`, String(points[name])]),
    ...spans("answer", answerWithin),
    ...spans("promise", promiseWithin),
  ]);
}

export const VOTE_RULES = ["one-each", "by-list", "mix"] as const;

const RulesForm = z.object({
  votes: oneOf(VOTE_RULES, PROPOSE_ERRORS.votes),
  withoutList: whole(1, 1_000_000, PROPOSE_ERRORS.withoutList),
  byMember: whole(1, 99, PROPOSE_ERRORS.byMember),
  quorum: thousandths(0, PROPOSE_ERRORS.quorum),
  discussionDays: whole(0, 90, PROPOSE_ERRORS.discussionDays),
  votingDays: whole(1, 90, PROPOSE_ERRORS.votingDays),
});
const ThresholdsForm = z.object(
  Object.fromEntries(
    MATTER_KINDS.map((kind) => [`threshold-${kind}`, thousandths(WHOLE / 2, PROPOSE_ERRORS.threshold)]),
  ),
);

function readConstitution(form: FormData, before: Constitution): ReadForm<Matter> {
  const rules = readForm(RulesForm, form);
  const thresholds = readForm(ThresholdsForm, form);
  if (!rules.ok || !thresholds.ok) {
    const errors = [rules, thresholds].flatMap((read) => (read.ok ? [] : read.sent.errors));
    return { ok: false, sent: { typed: rules.ok ? rules.typed : rules.sent.typed, errors } };
  }
  const { votes: kind, withoutList, byMember, ...rest } = rules.value;
  const enough: Readonly<Record<string, number>> = thresholds.value;
  const value = Constitution.parse({
    ...before,
    ...rest,
    votes: { kind, withoutList, byMember },
    thresholds: Object.fromEntries(MATTER_KINDS.map((each) => [each, enough[`threshold-${each}`]])),
  });
  return { ...rules, value: { kind: "constitution", rules: value } };
}

/** What the rules are now, as the form would be typed to say it. */
export function typedConstitution({
  votes,
  thresholds,
  quorum,
  discussionDays,
  votingDays,
}: Constitution): SentBack["typed"] {
  return {
    votes: votes.kind,
    withoutList: String(votes.kind === "one-each" ? 5_000 : votes.withoutList),
    byMember: String(votes.kind === "mix" ? votes.byMember : 50),
    quorum: String(quorum / 10),
    discussionDays: String(discussionDays),
    votingDays: String(votingDays),
    ...Object.fromEntries(MATTER_KINDS.map((kind) => [`threshold-${kind}`, String(thresholds[kind] / 10)])),
  };
}
