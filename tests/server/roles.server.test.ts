import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daysFrom, instant, localDate } from "~/domain/shared/time";
import { pages } from "~/routes";
import { standingOf } from "~/usecases/change-catalogue";
import type { Onedoor } from "~/usecases/context";
import { inviteColleague } from "~/usecases/invite-colleague";
import { agree } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import type { PartnerActor } from "~/usecases/respond-to-fulfilment";
import { beginStory } from "~/usecases/stage/play";
import { addMembership } from "~db/queries/accounts";
import { removeMembership, setRole } from "~db/queries/colleagues";
import { readService } from "~db/queries/directory";
import { withdrawInvitations } from "~db/queries/invitations";
import { putPicture, wantPictures } from "~db/queries/lab-pictures";
import { appendLabEvents } from "~db/queries/lab-record";
import { insertSnapshots } from "~db/queries/lab-snapshots";
import { readParticipants } from "~db/queries/participants";
import { keepStop } from "~db/queries/red-flag-stops";
import { DECIDED, OPEN } from "~seeds/scenarios/decisions";
import { READY_STUDY } from "~seeds/scenarios/studies";
import { keepPeople } from "../support/lab-people";
import { TakingPart } from "../support/lab-session";
import { SAMPLE, sampleScenario } from "../support/sample-scenario";
import { type RawAnswer, type RunningServer, send, sendForm, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const BRAND = "larkmouth";
const TRUST = "harbour-trust";
const OTHER = "larkshore";
/** Whom the requests below are of; only those who may see them read his name. */
const PATIENT = { id: "arthur-penrose", name: "Arthur Penrose" };

/** Who asks, and as whom they sign in: those of the trust, a manager of another organisation, the brand's own. */
const VIEWERS = {
  nobody: null,
  patient: ["patient", PATIENT.id],
  reader: ["partner", "winnie-sallow"],
  booker: ["partner", "maggie-thorne"],
  manager: ["partner", "gwen-tarrant"],
  stranger: ["partner", "tunde-bello"],
  desk: ["partner", "nadia-rashid"],
  chief: ["partner", "ruth-abara"],
  member: ["board", "alan-fenwick"],
  researcher: ["lab", "ingrid-solberg"],
  facilitator: ["lab", "leon-adeyemi"],
  observer: ["lab", "freya-lund"],
} as const;
type Viewer = keyof typeof VIEWERS;
const everybody = Object.keys(VIEWERS) as Viewer[];

/** What comes of asking: they are let in, whatever their form then says; they are to sign in, or to prove who they are; or the refusal's status. */
type Answer = "in" | "sign-in" | "prove" | 401 | 403 | 404 | 405 | 410;
type Answers = Readonly<Record<Viewer, Answer>>;

const all = (answer: Answer): Answers => ({
  nobody: answer,
  patient: answer,
  reader: answer,
  booker: answer,
  manager: answer,
  stranger: answer,
  desk: answer,
  chief: answer,
  member: answer,
  researcher: answer,
  facilitator: answer,
  observer: answer,
});
const patientOnly = (otherwise: Answer): Answers => ({ ...all(otherwise), patient: "in" });
type Staff = Pick<Answers, "reader" | "booker" | "manager" | "stranger" | "desk" | "chief">;
/** A page for people at work: anybody else is to sign in, and what they send is refused. */
const get = (staff: Staff): Answers => ({ ...all("sign-in"), ...staff });
const post = (staff: Staff): Answers => ({ ...all(401), ...staff });
const atWork = (answer: Answer): Staff => ({
  reader: answer,
  booker: answer,
  manager: answer,
  stranger: answer,
  desk: answer,
  chief: answer,
});
const trustOnly = (stranger: Answer, own: Answer, reader: Answer = "in", booker: Answer = "in"): Staff => ({
  reader,
  booker,
  manager: "in",
  stranger,
  desk: own,
  chief: own,
});
const chiefOnly: Staff = { ...atWork(403), chief: "in" };
const deskOnly = (otherwise: Answer): Staff => ({ ...atWork(otherwise), desk: "in", chief: "in" });

interface Case {
  readonly at: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly get: Answers;
  readonly post: Answers;
  /** Whoever may open the page may read the patient's name here; no one else may anywhere. */
  readonly personal?: boolean;
  /** The form does what it says for whoever may send it, the first time: what is refused would have counted. */
  readonly acts?: boolean;
  /** The service that the form is about: how it stands is sent along. */
  readonly sees?: string;
}

const open = { get: all("in"), post: all(405) };
const openForm = { get: all("in"), post: all("in") };
const asked = { get: patientOnly("prove"), post: all(405), personal: true } as const;
const askedForm = { ...asked, post: patientOnly("prove") };

/** A page of the board room, and a form on it that does something: for its members alone. */
const board = (at: string, form?: Readonly<Record<string, string>>): Case => ({
  at,
  get: { ...all("sign-in"), member: "in" },
  ...(form === undefined
    ? { post: all(405) }
    : { form, acts: true, post: { ...all(401), member: "in" as const } }),
});

/** A page of the usability lab: for whoever has one of these roles there; and a form on it that does something. */
const lab = (
  at: string,
  roles: readonly ("researcher" | "facilitator" | "observer")[],
  form?: Readonly<Record<string, string>>,
  sends = roles,
): Case => {
  const lets = (some: typeof roles) =>
    Object.fromEntries(
      (["researcher", "facilitator", "observer"] as const).map((role) => [
        role,
        some.includes(role) ? "in" : 403,
      ]),
    );
  return {
    at,
    // Its studies name the people whom participants play.
    personal: true,
    get: { ...all("sign-in"), ...lets(roles) },
    ...(form === undefined
      ? { post: all(405) }
      : { form, acts: true, post: { ...all(401), ...lets(sends) } }),
  };
};
/** Somebody who tried a page, and the moment in which a facilitator saw a problem. */
const TRIED = { code: "TRIED-1", event: "TRIED-1-5" };
const RESEARCHER = ["researcher"] as const;
const WHO_RUNS = ["researcher", "facilitator"] as const;
const WHO_WATCHES = ["researcher", "facilitator", "observer"] as const;

/** What really stands behind the samples. */
const real = {
  reference: "",
  other: "",
  asked: "",
  waiting: "",
  fulfilment: "",
  version: "",
  elsewhere: "",
  deskPart: "",
  stop: "",
  code: "",
  stage: "",
  session: "",
};
/** What is kept of somebody who takes part in a study, and a mark that a facilitator makes. */
const SEEN_PAGE = "a-page-that-was-seen";
const MARK_KEY = "0123456789abcdef0123456789abcdef";
const session = () => `/lab/sessions/${real.session}`;
/** Somebody at the trust whom the forms below change and remove; there again before each sample. */
const COLLEAGUE = "colin-frost";
const NEW = { name: "Somebody New", email: "new@example.org", role: "manager" };
/** What the trust says of an offer of its own. */
const TOLD = { offer: "continence-capstan-house", capacity: "no-capacity" };
/** One of its diaries, and some days of it. */
const DIARY_OFFER = "hearing-test-capstan-house";
const DAYS = Object.fromEntries(
  (["from", "until"] as const).flatMap((name, weeks) => {
    const [year = "", month = "", day = ""] = daysFrom(localDate(instant(Date.now())), weeks * 14).split("-");
    return [
      [`${name}-day`, day],
      [`${name}-month`, month],
      [`${name}-year`, year],
    ];
  }),
);
const keepers = trustOnly(404, 404, 403, 403);
const kept = { get: get(keepers), post: post(keepers) };
/** Without an organisation it is one's own, and the brand's own people have none. */
const ownKeepers = trustOnly(404, 403, 403, 403);
const ownKept = { get: get(ownKeepers), post: post(ownKeepers) };

/** A page of whoever runs the front door, and a form on it that does something. */
const runs = (at: string, form?: Readonly<Record<string, string>>): Case => ({
  at,
  get: get(chiefOnly),
  ...(form === undefined ? { post: all(405) } : { form, acts: true, post: post(chiefOnly) }),
});
/** The same of a form about a service, which carries along how that stands. */
const seeing = (at: string, form: Readonly<Record<string, string>>): Case => ({
  ...runs(at, form),
  sees: "flu-jab",
});
const SERVICE_WORDS = {
  name: "Sluice clinic",
  summary: "Help with sluices.",
  needs: "moving",
  whatItIs: "A clinic.",
  cost: "Free",
  ifWorse: "Call 111.",
  priority: "routine",
  access: "self-referral",
};
const WEEK = { days: "1", opens: "9 am", closes: "5 pm" };

/** Of every address of the URL map: samples, and who is answered how. An address that is not here fails below. */
const CASES: Readonly<Record<string, () => readonly Case[]>> = {
  "/": () => [{ at: "/", ...open }],
  "/services": () => [{ at: "/services", ...open }],
  "/services/suggest": () => [{ at: "/services/suggest?q=back", ...open }],
  "/services/:service": () => [{ at: "/services/physiotherapy", ...open }],
  "/services/:service/request": () => [{ at: "/services/physiotherapy/request", ...open }],
  "/services/:service/request/stop/:emergency": () => [
    { at: "/services/physiotherapy/request/stop/999", ...open },
  ],
  "/services/:service/request/:step": () => [{ at: "/services/physiotherapy/request/who", ...openForm }],
  "/basket": () => [{ at: "/basket", ...open }],
  "/requests": () => [{ at: "/requests", ...openForm, personal: true }],
  "/requests/:reference": () => [{ at: ofRequest(""), ...asked }],
  "/requests/:reference/cancel": () => [{ at: ofRequest("/cancel"), ...askedForm }],
  "/requests/:reference/choose": () => [{ at: ofRequest("/choose"), ...askedForm }],
  "/requests/:reference/times/:fulfilment": () => [{ at: ofRequest(`/times/${real.asked}`), ...askedForm }],
  "/requests/:reference/answer": () => [{ at: ofRequest("/answer"), ...askedForm }],
  "/requests/:reference/worse": () => [{ at: ofRequest("/worse"), ...askedForm }],
  "/requests/:reference/worse/say": () => [
    { at: ofRequest("/worse/say"), form: { text: "It hurts more" }, ...askedForm },
  ],
  "/requests/:reference/help/:emergency": () => [{ at: ofRequest("/help/999"), ...asked }],
  "/requests/:reference/tell": () => [{ at: ofRequest("/tell"), form: { text: "Hello" }, ...askedForm }],
  "/requests/:reference/feedback": () => [{ at: ofRequest("/feedback"), ...askedForm }],
  "/requests/:reference/print": () => [{ at: ofRequest("/print"), ...asked }],
  "/requests/:reference/calendar/:file": () => [
    { at: ofRequest("/calendar/nothing.ics"), get: patientOnly("prove"), post: all(405) },
  ],
  "/requests/:reference/reopen": () => [{ at: ofRequest("/reopen"), form: { note: "Again" }, ...askedForm }],
  "/doormat/:reference": () => [{ at: `/doormat/${real.reference}`, ...asked }],
  "/events": () => [
    { at: `/events?request=${real.reference}&since=0`, get: patientOnly(404), post: all(405) },
    {
      at: `/events?organisation=${TRUST}&since=0`,
      get: { ...all(404), ...trustOnly(404, 404) },
      post: all(405),
    },
    { at: "/events?desk=1&since=0", get: { ...all(404), ...deskOnly(404) }, post: all(405) },
  ],
  "/partner": () => [
    // The brand's own people are sent on to the front desk.
    {
      at: "/partner",
      get: get(atWork("in")),
      post: post({ ...atWork("in"), desk: 404, chief: 404 }),
      personal: true,
    },
    {
      at: `/partner?organisation=${TRUST}`,
      get: get(trustOnly(404, "in")),
      post: post(trustOnly(404, 404)),
      personal: true,
    },
  ],
  "/partner/print": () => [
    {
      at: `/partner/print?organisation=${TRUST}`,
      get: get(trustOnly(404, 404)),
      post: all(405),
      personal: true,
    },
  ],
  "/partner/worklist.csv": () => [
    {
      at: `/partner/worklist.csv?organisation=${TRUST}`,
      get: get(trustOnly(404, 404)),
      post: all(405),
      personal: true,
    },
  ],
  // Whoever has the link is let in, and nobody by their role: what is none of ours is the same to all.
  "/light/:code": () => [{ at: "/light/no-such-code", get: all(404), post: all(404) }],
  // A demonstration shows a partner's phone to whoever looks.
  "/doormat/partner/:organisation": () => [
    { at: "/doormat/partner/no-such-organisation", get: all(404), post: all(405) },
  ],
  "/partner/several": () => [
    {
      at: `/partner/several?organisation=${TRUST}&intent=start&id=${real.waiting}`,
      form: { intent: "accept", when: "later", key: "0123456789", item: `${real.waiting}~1~` },
      acts: true,
      get: get(trustOnly(404, 404, 403)),
      post: post(trustOnly(404, 404, 403)),
    },
  ],
  "/partner/fulfilments/:id": () => [
    {
      at: `/partner/fulfilments/${real.fulfilment}`,
      form: { intent: "decline", reason: "22", note: "", version: real.version },
      acts: true,
      get: get(trustOnly(404, 404)),
      post: post(trustOnly(404, 404, 403)),
      personal: true,
    },
    {
      at: `/partner/fulfilments/${real.elsewhere}`,
      form: { intent: "decline", reason: "22", note: "", version: "0" },
      get: get({ ...atWork(404), stranger: "in" }),
      post: post({ ...atWork(404), stranger: "in" }),
      personal: true,
    },
  ],
  "/partner/diary": () => [
    {
      at: `/partner/diary?organisation=${TRUST}&offer=${DIARY_OFFER}`,
      form: { intent: "block-days", ...DAYS, "days-why": "Training" },
      acts: true,
      get: get(trustOnly(404, 404)),
      post: post(trustOnly(404, 404, 403)),
      personal: true,
    },
    {
      at: "/partner/diary",
      get: get({ ...trustOnly("in", 403) }),
      post: post({ ...trustOnly("in", 403, 403) }),
      personal: true,
    },
  ],
  "/partner/diary/week": () => [
    {
      at: `/partner/diary/week?organisation=${TRUST}&offer=${DIARY_OFFER}`,
      form: { intent: "review", minutes: "30", "opens-1-1": "9 am", "closes-1-1": "11 am" },
      get: get(trustOnly(404, 404, 403)),
      post: post(trustOnly(404, 404, 403)),
    },
  ],
  "/partner/capacity": () => [
    {
      at: `/partner/capacity?organisation=${TRUST}`,
      form: TOLD,
      acts: true,
      get: get(trustOnly(404, 404)),
      post: post(trustOnly(404, 404, 403)),
    },
    {
      at: "/partner/capacity",
      form: TOLD,
      get: get({ ...atWork("in"), desk: 403, chief: 403 }),
      post: post(trustOnly(404, 403, 403)),
    },
  ],
  "/partner/box": () => [
    {
      at: `/partner/box?organisation=${TRUST}`,
      get: get(trustOnly(404, 404)),
      post: all(405),
    },
  ],
  "/partner/box/:offer": () => [
    {
      at: `/partner/box/${TOLD.offer}`,
      form: { style: "both", tone: "usual" },
      acts: true,
      get: get(trustOnly(404, 404)),
      post: post(trustOnly(404, 404, 403, 403)),
    },
  ],
  "/partner/figures": () => [
    { at: `/partner/figures?organisation=${TRUST}`, get: get(trustOnly(404, 404)), post: all(405) },
  ],
  "/partner/figures.csv": () => [
    { at: `/partner/figures.csv?organisation=${TRUST}`, get: get(trustOnly(404, 404)), post: all(405) },
  ],
  "/partner/people": () => [
    { at: `/partner/people?organisation=${TRUST}`, form: NEW, acts: true, ...kept },
    {
      at: "/partner/people",
      form: NEW,
      get: get({ ...ownKeepers, stranger: "in" }),
      post: post({ ...ownKeepers, stranger: "in" }),
    },
  ],
  "/partner/people/:account": () => [
    {
      at: `/partner/people/${COLLEAGUE}?organisation=${TRUST}`,
      form: { role: "manager" },
      acts: true,
      ...kept,
    },
    { at: `/partner/people/${COLLEAGUE}`, form: { role: "manager" }, ...ownKept },
  ],
  "/partner/people/:account/remove": () => [
    { at: `/partner/people/${COLLEAGUE}/remove?organisation=${TRUST}`, form: {}, acts: true, ...kept },
    { at: `/partner/people/${COLLEAGUE}/remove`, form: {}, ...ownKept },
  ],
  "/invitations/:code": () => [
    { at: `/invitations/${real.code}`, get: get(atWork(410)), post: post(atWork(410)) },
    { at: "/invitations/no-such-code", get: get(atWork(404)), post: post(atWork(404)) },
  ],
  "/desk": (): readonly Case[] => [
    {
      at: "/desk",
      form: { intent: "take", kind: "part", item: real.deskPart },
      acts: true,
      get: get(deskOnly(403)),
      post: post(deskOnly(404)),
      personal: true,
    },
    {
      at: "/desk",
      form: { intent: "told", message: "none" },
      get: get(deskOnly(403)),
      post: post(deskOnly(404)),
      personal: true,
    },
  ],
  "/desk/stops/:stop": () => [
    {
      at: `/desk/stops/${real.stop}`,
      form: { outcome: "I rang them" },
      acts: true,
      get: get(deskOnly(404)),
      post: post(deskOnly(404)),
      personal: true,
    },
  ],
  // Two that are not alike: whoever may look is sent back to the list.
  "/desk/duplicates/:one/:other": () => [
    {
      at: `/desk/duplicates/${real.reference}/${real.other}`,
      form: { intent: "close-twice", close: real.reference, seen: "nothing" },
      get: get(deskOnly(404)),
      post: post(deskOnly(404)),
    },
  ],
  "/desk/calls/:part": () => [
    {
      at: `/desk/calls/${real.deskPart}`,
      form: { outcome: "no-answer", note: "" },
      acts: true,
      get: get(deskOnly(404)),
      post: post(deskOnly(404)),
      personal: true,
    },
  ],
  "/desk/:part": () => [
    {
      at: `/desk/${real.deskPart}`,
      form: { intent: "close", reason: "It is over", version: "0" },
      get: get(deskOnly(404)),
      post: post(deskOnly(404)),
      personal: true,
    },
  ],
  "/manage": () => [runs("/manage")],
  "/manage/partners": () => [runs("/manage/partners")],
  "/manage/partners/new": () => [
    runs("/manage/partners/new", {
      name: "The Sluice Club",
      kind: "voluntary",
      letters: "SC",
      colour: "#0b4f6c",
      arrangement: "alliance",
      boxes: "brand",
    }),
  ],
  "/manage/partners/:organisation": () => [runs(`/manage/partners/${TRUST}`, NEW)],
  "/manage/partners/:organisation/places/new": () => [
    runs(`/manage/partners/${TRUST}/places/new`, {
      name: "Sluice House",
      address: "Sluice Lane",
      postcode: "LM1 2AB",
      ...WEEK,
    }),
  ],
  "/manage/partners/:organisation/offers/new": () => [
    runs(`/manage/partners/${TRUST}/offers/new`, {
      service: "flu-jab",
      place: "none",
      modes: "home-visit",
      reach: "anywhere",
      times: "direct",
      ...WEEK,
      minutes: "20",
      box: "brand",
    }),
  ],
  "/manage/offers/:offer": () => [runs(`/manage/offers/${TOLD.offer}`, { status: "open" })],
  "/manage/services": () => [runs("/manage/services")],
  "/manage/services/new": () => [runs("/manage/services/new", SERVICE_WORDS)],
  "/manage/services/:service": () => [seeing("/manage/services/flu-jab", { status: "open" })],
  "/manage/services/:service/words": () => [seeing("/manage/services/flu-jab/words", SERVICE_WORDS)],
  "/manage/services/:service/questions": () => [
    seeing("/manage/services/flu-jab/questions", { remove: "any" }),
  ],
  "/manage/services/:service/questions/:question": () => [
    seeing("/manage/services/flu-jab/questions/new.question", {
      ask: "When?",
      label: "When",
      kind: "text",
      required: "no",
      maxLength: "200",
    }),
  ],
  "/manage/services/:service/red-flags": () => [
    runs("/manage/services/flu-jab/red-flags", {
      intent: "propose",
      seen: "1 ",
      source: "A book",
      notice: "For show",
      "sign-0": "I cannot breathe",
      "leads-0": "999",
    }),
  ],
  "/manage/look": () => [
    runs("/manage/look", {
      name: "Larkmouth Care",
      area: "Larkmouth",
      letters: "LC",
      colour: "#0b4f4f",
      deskName: "Larkmouth Care’s front desk",
      deskPhone: "0808 157 0100",
      deskHours: "Monday to Friday, 8am to 6pm",
    }),
  ],
  // It was done: whoever may is told so.
  "/manage/decisions/:proposal": () => [
    { ...runs(`/manage/decisions/${DECIDED}`, { how: "again" }), acts: false },
  ],
  "/board": () => [board("/board")],
  "/board/stage": () => [board("/board/stage", { story: "refusal" })],
  "/board/stage/handout": () => [board("/board/stage/handout")],
  "/board/stage/:stage": () => [board(`/board/stage/${real.stage}`, { intent: "next", from: "0" })],
  "/board/partners": () => [board("/board/partners")],
  "/board/partners.csv": () => [board("/board/partners.csv")],
  // It says what would come of it, and changes nothing.
  "/board/partners/:organisation": () => [
    { ...board("/board/partners/anchor", { openWork: "reroute" }), acts: false },
  ],
  "/board/replicate": () => [
    board("/board/replicate", {
      name: "Reedmouth Care",
      area: "Reedmouth",
      id: "reedmouth",
      letters: "RC",
      colour: "#205493",
      members: "harbour-trust",
      policyOf: BRAND,
    }),
  ],
  "/board/replicate.csv": () => [board("/board/replicate.csv")],
  "/board/year": () => [board("/board/year")],
  "/board/year.csv": () => [board("/board/year.csv")],
  "/board/what-if": () => [board("/board/what-if", { intent: "new", name: "More ask", note: "" })],
  // Without two that were played there is nothing to set side by side.
  "/board/what-if/compare": () => [
    { ...board("/board/what-if/compare"), get: { ...all("sign-in"), member: 404 } },
  ],
  "/board/what-if/:scenario": () => [
    board(`/board/what-if/${SAMPLE}`, { intent: "words", name: "A fifth more", note: "", seen: "1" }),
  ],
  "/board/what-if/:scenario/change": () => [
    board(`/board/what-if/${SAMPLE}/change`, {
      kind: "demand",
      service: "",
      percent: "10",
      seen: "2",
    }),
  ],
  "/board/what-if/:scenario/files/:file": () => [board(`/board/what-if/${SAMPLE}/files/scenario.json`)],
  "/board/flow": () => [board("/board/flow?period=year")],
  "/board/flow.csv": () => [board("/board/flow.csv?table=flow")],
  "/board/flow/:measure": () => [board("/board/flow/accepted")],
  "/board/flow/:measure/table.csv": () => [board("/board/flow/declined/table.csv?table=kind")],
  "/board/flow/:measure/list": () => [board("/board/flow/unmet/list?by=partner&key=harbour-trust")],
  "/board/flow/:measure/list.csv": () => [board("/board/flow/unmet/list.csv")],
  "/board/governance": () => [board("/board/governance")],
  "/board/governance/new": () => [
    board("/board/governance/new?matter=suspend", {
      matter: "suspend",
      member: "lantern",
      openWork: "reroute",
      why: "To see",
      as: "~",
    }),
  ],
  "/board/governance/:proposal": () => [
    board(`/board/governance/${OPEN}`, { intent: "say", text: "Well", as: "~" }),
  ],
  "/board/governance/:proposal/sum.csv": () => [board(`/board/governance/${OPEN}/sum.csv`)],
  "/lab": () => [lab("/lab", WHO_WATCHES)],
  "/lab/studies/new": () => [
    lab("/lab/studies/new", RESEARCHER, { id: "study-of-the-roles", from: "blank", name: "Which words?" }),
  ],
  "/lab/studies/:study": () => [
    lab(
      `/lab/studies/${READY_STUDY}`,
      WHO_WATCHES,
      { intent: "down", list: "tasks", id: "ask", seen: "1" },
      RESEARCHER,
    ),
  ],
  "/lab/studies/:study/edit/:part": () => [
    lab(`/lab/studies/${READY_STUDY}/edit/script`, RESEARCHER, { opening: "Hello", seen: "2" }),
  ],
  "/lab/studies/:study/participants": () => [
    lab(`/lab/studies/${READY_STUDY}/participants`, WHO_RUNS, {
      intent: "ask",
      many: "1",
      key: "asked-by-roles",
    }),
  ],
  "/lab/studies/:study/results": () => [lab(`/lab/studies/${READY_STUDY}/results`, RESEARCHER)],
  "/lab/studies/:study/report": () => [lab(`/lab/studies/${READY_STUDY}/report`, RESEARCHER)],
  "/lab/studies/:study/files/:file": () => [lab(`/lab/studies/${READY_STUDY}/files/results.csv`, RESEARCHER)],
  "/lab/studies/:study/problems": () => [
    lab(`/lab/studies/${READY_STUDY}/problems`, RESEARCHER, {
      intent: "make",
      key: "made-by-roles",
      moments: `${TRIED.code}:${TRIED.event}`,
      title: "Nobody sees the label",
      severity: "3",
    }),
  ],
  "/lab/sessions/:participant/replay": () => [lab(`/lab/sessions/${TRIED.code}/replay`, WHO_WATCHES)],
  "/lab/sessions/:participant": () => [
    lab(session(), WHO_WATCHES, { intent: "mark", mark: "quote", note: "", key: MARK_KEY }, WHO_RUNS),
  ],
  "/lab/sessions/:participant/pages/:page": () => [lab(`${session()}/pages/${SEEN_PAGE}`, WHO_WATCHES)],
  "/lab/sessions/:participant/pages/:page/as-sent": () => [
    lab(`${session()}/pages/${SEEN_PAGE}/as-sent`, WHO_WATCHES),
  ],
  "/lab/sessions/:participant/pages/:page/picture.png": () => [
    {
      ...lab(`${session()}/pages/${SEEN_PAGE}/picture.png`, []),
      get: { ...all(401), researcher: "in", facilitator: "in", observer: "in" },
    },
  ],
  "/lab/join/:link": () => [{ at: "/lab/join/no-such-link", get: all(404), post: all(404) }],
  "/lab/take": () => [{ at: "/lab/take", get: all(403), post: all(403) }],
  "/lab/take/now": () => [{ at: "/lab/take/now", get: all(403), post: all(405) }],
  "/lab/take/record": () => [{ at: "/lab/take/record", get: all(405), post: all(403) }],
  "/lab/withdraw": () => [{ at: "/lab/withdraw", ...openForm }],
  "/sign-in": () => [{ at: "/sign-in", ...open }],
  "/sign-in/stay": () => [{ at: "/sign-in/stay", get: all(405), post: patientOnly(401) }],
  "/sign-in/callback": () => [{ at: "/sign-in/callback", ...open }],
  "/sign-in/choose/:uid": () => [
    { at: "/sign-in/choose/nothing", get: all("sign-in"), post: all("sign-in") },
  ],
  "/sign-out": () => [{ at: "/sign-out", get: all(405), post: all("in") }],
  "/forgotten": () => [{ at: "/forgotten", ...open }],
  "/languages": () => [{ at: "/languages", ...open }],
  "/languages/:language": () => [{ at: "/languages/pl", ...open }],
  "/privacy": () => [{ at: "/privacy", ...open }],
  "/accessibility": () => [{ at: "/accessibility", ...open }],
  "/*": () => [{ at: "/no/such/page", get: all(404), post: all(404) }],
};
const ofRequest = (rest: string) => `/requests/${real.reference}${rest}`;

let server: RunningServer;
const visitors = new Map<Viewer, Visitor>();
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const GWEN: PartnerActor = {
  kind: "partner",
  organisationId: TRUST,
  accountId: "gwen-tarrant",
  name: "Gwen Tarrant",
};

beforeAll(async () => {
  server = await startServer({ seed: true });
  const tried = new TakingPart(TRIED.code, "as-it-is").begin("ask").page("/services");
  tried.tell({ kind: "tagged", tag: "problem", severity: 3, note: "Looks past it", by: "leon" });
  await keepPeople(server.db, BRAND, { studyId: READY_STUDY, version: 1, from: 90 }, [tried.session]);
  const fulfilments = await server.db.kysely
    .selectFrom("fulfilments")
    .innerJoin("requests", "requests.id", "fulfilments.request_id")
    .select([
      "fulfilments.id",
      "fulfilments.organisation_id",
      "fulfilments.version",
      "requests.reference",
      "requests.account_id",
    ])
    .where("fulfilments.brand_id", "=", BRAND)
    .where("fulfilments.status", "=", "requested")
    .where("fulfilments.organisation_id", "in", [TRUST, OTHER])
    .execute();
  const [own, another] = fulfilments.filter(
    ({ organisation_id, account_id }) => organisation_id === TRUST && account_id === PATIENT.id,
  );
  const waiting = fulfilments.find(
    ({ organisation_id, account_id }) => organisation_id === TRUST && account_id !== PATIENT.id,
  );
  const elsewhere = fulfilments.find(({ organisation_id }) => organisation_id === OTHER);
  const atDesk = await server.db.kysely
    .selectFrom("parts")
    .select("id")
    .where("brand_id", "=", BRAND)
    .where("owner_kind", "=", "desk")
    .where("status", "=", "open")
    .executeTakeFirstOrThrow();
  if (!own || !another || !waiting || !elsewhere) throw new Error("The demonstration has no such work");
  // What the patient's own forms do to one request leaves the trust's work on the other as it is.
  real.reference = another.reference;
  real.other = own.reference;
  real.asked = another.id;
  real.waiting = waiting.id;
  real.fulfilment = own.id;
  real.version = String(own.version);
  real.elsewhere = elsewhere.id;
  real.deskPart = atDesk.id;
  real.stop = "a-stop";
  const now = instant(Date.now());
  const onedoor = createOnedoor(server.db, silent);
  await server.db.write((tx) =>
    keepStop(tx, BRAND, {
      id: real.stop,
      draftId: "a-draft",
      serviceId: "physiotherapy",
      step: "red-flags",
      leadsTo: "999",
      raised: { kind: "flags", version: 1, flags: [{ id: "chest", text: "Chest pain" }] },
      at: now,
      person: { ...PATIENT, who: "myself", asker: null, phone: "01632 960001", email: null, avoid: [] },
      dueAt: now,
    }),
  );
  await sampleScenario(server.db, BRAND);
  real.code = await invite(onedoor);
  const alan = { accountId: "alan-fenwick", name: "Alan Fenwick" };
  real.stage = (await beginStory(onedoor, BRAND, alan, "refusal")).id;
  real.session = await takesPart(onedoor);
  await server.db.write((tx) => withdrawInvitations(tx, BRAND, TRUST, { email: "colin@example.org" }, now));
  for (const viewer of everybody) visitors.set(viewer, await signedIn(viewer));
});
afterAll(() => server?.stop());

async function invite(onedoor = createOnedoor(server.db, silent)): Promise<string> {
  const somebody = { name: "Colin Frost", email: "colin@example.org", role: "booker" as const };
  const result = await inviteColleague(onedoor, BRAND, GWEN, somebody);
  if (result.kind !== "invited") throw new Error(result.kind);
  return result.code;
}

/** Somebody who agreed to take part, and has seen a page that is kept, with its picture. */
async function takesPart(onedoor: Onedoor): Promise<string> {
  const [who] = await readParticipants(server.db.kysely, BRAND, READY_STUDY);
  if (who === undefined) throw new Error("Nobody was asked");
  const permissions = ["take-part", "follow-pages", "keep-pictures"] as const;
  await agree(onedoor, BRAND, who.id, { permissions, holder: "nobody's" });
  await server.db.write(async (tx) => {
    await insertSnapshots(tx, BRAND, who.id, [{ id: SEEN_PAGE, html: "<p>A page</p>" }]);
    const at = onedoor.clock();
    await wantPictures(tx, BRAND, who.id, [SEEN_PAGE], { as: "mark", at });
    const moment = { brandId: BRAND, participantId: who.id, eventId: SEEN_PAGE, until: at };
    const size = { width: 360, widthTold: false, height: 640, wholeHeight: 640 };
    await putPicture(tx, moment, { page: SEEN_PAGE, ...size }, { png: Buffer.from("PNG"), ...size });
    const page = {
      kind: "page",
      method: "GET",
      pattern: "/",
      values: {},
      status: 200,
      title: "A page",
    } as const;
    const event = { ...page, errors: [], snapshot: SEEN_PAGE };
    await appendLabEvents(tx, BRAND, who.id, [{ id: SEEN_PAGE, at: onedoor.clock(), event }]);
  });
  return who.id;
}

async function signedIn(viewer: Viewer): Promise<Visitor> {
  const visitor = new Visitor(server);
  const who = VIEWERS[viewer];
  if (who !== null) await visitor.signIn(who[0], who[1]);
  return visitor;
}

const colleague = { accountId: COLLEAGUE, organisationId: TRUST, role: "booker" as const };
/** The colleague books at the trust, whatever was done with them before. */
const colleagueThere = () =>
  server.db.write(async (tx) => {
    await addMembership(tx, BRAND, colleague);
    await setRole(tx, BRAND, colleague);
  });

/** What a refused form must leave as it was. */
async function state(): Promise<string> {
  const { kysely } = server.db;
  return JSON.stringify([
    // The clock makes worlds for those who were asked to take part in a study.
    ...(await Promise.all(
      (["parts", "fulfilments"] as const).map((table) =>
        kysely
          .selectFrom(table)
          .select(["id", "version"])
          .where("brand_id", "not like", "lab-%")
          .orderBy("id")
          .execute(),
      ),
    )),
    await kysely
      .selectFrom("memberships")
      .selectAll()
      .where("brand_id", "=", BRAND)
      .orderBy("account_id")
      .orderBy("role")
      .execute(),
    await kysely.selectFrom("invitations").selectAll().orderBy("id").execute(),
    await kysely
      .selectFrom("offer_states")
      .selectAll()
      .where("brand_id", "=", BRAND)
      .orderBy("offer_id")
      .execute(),
    await kysely
      .selectFrom("slots")
      .select("id")
      .where("brand_id", "=", BRAND)
      .where("blocked_why", "is not", null)
      .orderBy("id")
      .execute(),
    await kysely.selectFrom("red_flag_stops").selectAll().orderBy("id").execute(),
    await kysely
      .selectFrom("red_flag_proposals")
      .select("id")
      .where("brand_id", "=", BRAND)
      .orderBy("id")
      .execute(),
    await kysely.selectFrom("proposals").select(["id", "version"]).orderBy("id").execute(),
    await kysely.selectFrom("proposal_remarks").selectAll().orderBy("at").orderBy("nth").execute(),
    await kysely.selectFrom("desk_takes").select(["item_id", "since"]).orderBy("item_id").execute(),
    await kysely.selectFrom("not_asked_twice").selectAll().orderBy("one_id").execute(),
    await kysely.selectFrom("events").select("seq").where("type", "=", "call-made").orderBy("seq").execute(),
    // It makes worlds for stages to come too, whoever asks for a page meanwhile.
    await kysely
      .selectFrom("brands")
      .select(["id", "directory_version"])
      .where("id", "not like", "stage-%")
      .where("id", "not like", "lab-%")
      .orderBy("id")
      .execute(),
    await kysely
      .selectFrom("stage_worlds")
      .select(["stage_id", "step"])
      .where("state", "=", "open")
      .orderBy("stage_id")
      .execute(),
    await kysely.selectFrom("scenarios").select(["id", "version"]).orderBy("id").execute(),
    await kysely.selectFrom("studies").select(["id", "edition", "state"]).orderBy("id").execute(),
    await kysely.selectFrom("participants").select(["id", "link_hash"]).orderBy("id").execute(),
    await kysely.selectFrom("lab_problems").select(["id", "severity"]).orderBy("id").execute(),
    await kysely.selectFrom("lab_events").select("seq").orderBy("seq").execute(),
  ]);
}

function answerOf({ status, headers: { location = "" } }: RawAnswer): string {
  const path = location.replace(`/b/${BRAND}`, "");
  if (status === 303 && path.startsWith("/sign-in")) return "sign-in";
  if (status === 303 && /^\/requests(\?reference=|$)/.test(path)) return "prove";
  return [200, 302, 303, 400, 409].includes(status) ? "in" : String(status);
}

const cookiesOf = (viewer: Viewer) => ({ cookie: visitors.get(viewer)?.cookies() ?? "" });

/** What is wrong with how everybody is answered at one address. */
async function faultsAt(
  prefix: string,
  { at, form: typed = {}, sees, personal = false, acts = false, ...expected }: Case,
) {
  const service = sees && (await readService(server.db.kysely, BRAND, sees));
  const form = service ? { ...typed, seen: standingOf(service) } : typed;
  const faults: string[] = [];
  const path = `${prefix}${at}`.replace(/(.)\/$/, "$1");
  const check = (method: "get" | "post", viewer: Viewer, answer: RawAnswer) => {
    const [should, is] = [String(expected[method][viewer]), answerOf(answer)];
    if (is !== should) faults.push(`${method} ${path} by ${viewer}: ${is} (${answer.status}), not ${should}`);
    const maySee = viewer === "patient" || (personal && expected.get[viewer] === "in");
    if (!maySee && answer.body.includes(PATIENT.name)) faults.push(`${path} names the patient to ${viewer}`);
  };
  for (const viewer of everybody)
    check("get", viewer, await send(server, path, { headers: cookiesOf(viewer) }));
  const refused = everybody.filter((viewer) => expected.post[viewer] !== "in");
  const before = await state();
  for (const viewer of refused) check("post", viewer, await sendForm(server, path, form, cookiesOf(viewer)));
  if ((await state()) !== before) faults.push(`post ${path} by somebody who was refused changed something`);
  for (const viewer of everybody.filter((each) => !refused.includes(each)))
    check("post", viewer, await sendForm(server, path, form, cookiesOf(viewer)));
  if (acts && prefix === "" && (await state()) === before)
    faults.push(`post ${path} by those who may changed nothing`);
  return faults;
}

/** The addresses of the URL map, at bare ones and under a brand's own. */
const PATTERNS = pages.map(({ path = "" }) => `/${path}`);
const bare = (pattern: string) => pattern.replace(/^\/b\/:brand(?=\/|$)/, "") || "/";

test("every address of the URL map has its samples, and no other has", () => {
  expect([...new Set(PATTERNS.map(bare))].sort()).toEqual(Object.keys(CASES).sort());
  expect(PATTERNS).toHaveLength(2 * Object.keys(CASES).length);
});

describe("nobody is let in who should be refused, and nobody refused who should be let in", () => {
  test.each(PATTERNS)("%s", async (pattern) => {
    const prefix = pattern.startsWith("/b/:brand") ? `/b/${BRAND}` : "";
    const faults: string[] = [];
    for (const each of CASES[bare(pattern)]?.() ?? []) {
      await colleagueThere();
      faults.push(...(await faultsAt(prefix, each)));
    }
    expect(faults).toEqual([]);
  });
});

describe("what changes, changes with the next page", () => {
  const COLIN = COLLEAGUE;
  const work = () => `/partner/fulfilments/${real.fulfilment}`;
  const decline = () => ({ intent: "decline", reason: "22", note: "", version: "0" });
  const colin = async () => {
    await colleagueThere();
    const visitor = new Visitor(server);
    await visitor.signIn("partner", COLIN);
    return { cookie: visitor.cookies() };
  };
  const seen = async (headers: { readonly cookie: string }) =>
    answerOf(await send(server, work(), { headers }));
  const sent = async (headers: { readonly cookie: string }) =>
    answerOf(await sendForm(server, work(), decline(), headers));

  test("a role that is taken away", async () => {
    const cookie = await colin();
    expect([await seen(cookie), await sent(cookie)]).toEqual(["in", "in"]);
    const { db } = server;
    await db.write((tx) => setRole(tx, BRAND, { ...colleague, role: "reader" }));
    const page = await send(server, work(), { headers: cookie });
    expect(page.status).toBe(200);
    expect(page.body).toContain("You can read this. Gwen Tarrant can let you answer.");
    expect(page.body).not.toContain('name="intent"');
    const refused = await sendForm(server, work(), decline(), cookie);
    expect(refused.status).toBe(403);
    expect(refused.body).toContain("Gwen Tarrant can let you answer");
    await db.write((tx) => removeMembership(tx, BRAND, colleague));
    expect([await seen(cookie), await sent(cookie)]).toEqual(["404", "404"]);
  });

  test("signing out, whoever kept the cookie", async () => {
    const cookie = await colin();
    expect(await seen(cookie)).toBe("in");
    await sendForm(server, "/sign-out", { as: "partner" }, cookie);
    expect([await seen(cookie), await sent(cookie)]).toEqual(["sign-in", "401"]);
  });

  test("a session that is over", async () => {
    const cookie = await colin();
    expect(await seen(cookie)).toBe("in");
    await server.db.kysely
      .updateTable("sessions")
      .set({ expires_at: instant(Date.now() - 1) })
      .where("account_id", "=", COLIN)
      .execute();
    expect([await seen(cookie), await sent(cookie)]).toEqual(["sign-in", "401"]);
  });

  test("an invitation that is taken up, and works no more", async () => {
    const cookie = await colin();
    await server.db.write((tx) => removeMembership(tx, BRAND, colleague));
    expect(await seen(cookie)).toBe("404");
    const path = `/invitations/${await invite()}`;
    expect(answerOf(await send(server, path))).toBe("sign-in");
    expect((await send(server, path, { headers: cookie })).body).toContain(
      "Join Harbour Community Trust as a booker",
    );
    expect((await sendForm(server, path, {}, cookie)).headers.location).toBe(
      `/partner?organisation=${TRUST}`,
    );
    expect(await seen(cookie)).toBe("in");
    for (const answer of [
      await send(server, path, { headers: cookie }),
      await sendForm(server, path, {}, cookie),
    ]) {
      expect(answer.status).toBe(410);
      expect(answer.body).toContain("This link was used already");
    }
  });
});

describe("a lead provider", () => {
  test("sees the work of those it answers for, and changes none of it", async () => {
    const led = await server.db.kysely
      .selectFrom("fulfilments")
      .select(["id", "organisation_id"])
      .where("brand_id", "=", BRAND)
      .where("organisation_id", "in", ["steady-feet", "kettle-club", "even-keel"])
      .executeTakeFirstOrThrow();
    const marcus = new Visitor(server);
    await marcus.signIn("partner", "marcus-bright");
    const headers = { cookie: marcus.cookies() };
    const own = await send(server, "/partner", { headers });
    expect(own.body).toContain("You answer for Steady Feet");
    const list = await send(server, `/partner?organisation=${led.organisation_id}`, { headers });
    expect(list.body).toContain("you answer for");
    expect(list.body).toContain(led.id);
    const path = `/partner/fulfilments/${led.id}`;
    const page = await send(server, path, { headers });
    expect(page.body).toContain("Only its own people can act.");
    expect(page.body).not.toContain('name="intent"');
    const before = await state();
    expect((await sendForm(server, path, { intent: "start", version: "1" }, headers)).status).toBe(403);
    expect(
      (await send(server, `/partner/people?organisation=${led.organisation_id}`, { headers })).status,
    ).toBe(403);
    expect(await state()).toBe(before);
    const [entry] = await server.db.kysely
      .selectFrom("audit")
      .select("actor")
      .where("subject", "=", led.organisation_id)
      .where("action", "=", "listed")
      .execute();
    expect(JSON.parse(entry?.actor ?? "{}")).toMatchObject({ organisationId: "anchor" });
  });

  test("a trust in two brands is told which is which", async () => {
    const maggie = new Visitor(server);
    await maggie.signIn("partner", "maggie-thorne");
    const { body } = await send(server, "/partner", { headers: { cookie: maggie.cookies() } });
    expect(body).toContain("Worklist · Larkmouth Care");
    expect(body).toContain('href="/b/saltmarsh/partner?organisation=harbour-trust"');
    expect(body).toContain("Go to Harbour Community Trust in Saltmarsh Health");
    await maggie.signIn("partner", "maggie-thorne", "/b/saltmarsh");
    const there = await send(server, "/b/saltmarsh/partner", { headers: { cookie: maggie.cookies() } });
    expect(there.body).toContain("Worklist · Saltmarsh Health");
    expect(there.body).toContain('href="/b/larkmouth/partner?organisation=harbour-trust"');
  });
});
