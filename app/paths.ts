import type { PageLanguage } from "./content/languages";
import type { Audience } from "./domain/access/audience";
import type { Emergency } from "./domain/journeys/types";
import { labPaths } from "./lab-paths";
import { segment, withQuery } from "./path-parts";

export type Paths = ReturnType<typeof pathsFor>;

/** `change` comes from check answers, `from` turns the pages of a list, `notice` says why a person is back. */
type AskQuery = {
  readonly change?: "1";
  /** Details from a proved identity are shown as fields. */
  readonly edit?: "1";
  readonly from?: string;
  /** All that is ready is ticked to be sent along. */
  readonly together?: "1";
  readonly notice?: "slot-taken" | "choice-gone" | "person-changed";
};

/** Which work, as `readWorkQuery` reads it. */
type WorklistQuery = {
  readonly organisation?: string;
  readonly state?: string;
  readonly sort?: string;
  readonly q?: string;
  readonly service?: string;
  readonly urgent?: string;
  readonly page?: string;
  /** All on the page are chosen. */
  readonly all?: "1";
};

/** Which times of a diary, as `readDiaryQuery` reads it. */
type DiaryQuery = {
  readonly organisation?: string;
  readonly offer?: string;
  readonly week?: string;
  readonly day?: string;
  /** Whom a time is chosen for: a fulfilment. */
  readonly move?: string;
  readonly done?: string;
  readonly count?: string;
  readonly left?: string;
};

/** Which weeks the flow is of, as `readFlowPeriod` reads it. */
export type FlowQuery = {
  readonly period?: string;
  readonly from?: string;
  readonly until?: string;
};
/** Whose list stands behind a figure: a group of a table, or everybody. */
type FlowListQuery = FlowQuery & {
  readonly by?: string;
  readonly key?: string;
  readonly page?: string;
};

/** Where somebody who has signed in goes, unless they were on their way somewhere. */
export const homeOf = (paths: Paths): Readonly<Record<Audience, string>> => ({
  patient: paths.requests(),
  partner: paths.partner(),
  board: paths.board(),
  lab: paths.lab(),
});

/** Where an offer stands on the page that says how full it is. */
export const offerAnchor = (offerId: string): string => `offer-${segment(offerId)}`;

/** Every address of a brand's pages. The prefix is "" at bare addresses, or "/b/larkmouth". */
export function pathsFor(prefix: string) {
  return {
    home: () => prefix || "/",

    services: (query?: {
      q?: string;
      postcode?: string;
      view?: "a-to-z";
      need?: string;
      filters?: Readonly<Record<string, string | readonly string[]>>;
    }) => {
      const { filters, ...asked } = query ?? {};
      return withQuery(`${prefix}/services`, { ...asked, ...filters });
    },
    /** What may be meant by what is typed so far, as JSON. */
    servicesSuggest: () => `${prefix}/services/suggest`,
    service: (serviceId: string, query?: { postcode?: string }) =>
      withQuery(`${prefix}/services/${segment(serviceId)}`, query),
    ask: (serviceId: string) => `${prefix}/services/${segment(serviceId)}/request`,
    askStep: (serviceId: string, step: string, query?: AskQuery) =>
      withQuery(`${prefix}/services/${segment(serviceId)}/request/${segment(step)}`, query),
    /** The page an emergency answer leads to, within a request. */
    askStopped: (serviceId: string, leadsTo: Emergency) =>
      `${prefix}/services/${segment(serviceId)}/request/stop/${leadsTo}`,

    basket: () => `${prefix}/basket`,
    requests: (query?: { reference?: string; after?: string }) => withQuery(`${prefix}/requests`, query),
    request: (reference: string, query?: { new?: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}`, query),
    requestCancel: (reference: string) => `${prefix}/requests/${segment(reference)}/cancel`,
    requestChoose: (reference: string, query?: { part?: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/choose`, query),
    /** Another time for what is booked, with the same partner or the one whose offer is named. */
    requestTimes: (reference: string, fulfilmentId: string, query?: { offer?: string; from?: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/times/${segment(fulfilmentId)}`, query),
    /** What a person says of one part of their request: an answer, more of it, that it is worse, how it was. */
    requestAnswer: (reference: string, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/answer`, about),
    requestTell: (reference: string, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/tell`, about),
    requestWorse: (reference: string, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/worse`, about),
    requestWorseSay: (reference: string, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/worse/say`, about),
    requestFeedback: (reference: string, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/feedback`, about),
    /** The page that signs of an emergency lead to, after a request was sent. */
    requestHelp: (reference: string, leadsTo: Emergency, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/help/${leadsTo}`, about),
    /** One page to print, or to show on a telephone. */
    requestPrint: (reference: string) => `${prefix}/requests/${segment(reference)}/print`,
    /** A part's time as a file for a calendar. */
    requestCalendar: (reference: string, partId: string) =>
      `${prefix}/requests/${segment(reference)}/calendar/${segment(partId)}.ics`,
    requestReopen: (reference: string, about: { part: string }) =>
      withQuery(`${prefix}/requests/${segment(reference)}/reopen`, about),
    /** Where a demonstration shows what a person was sent: the phone, the inbox and the mat. */
    doormat: (reference: string) => `${prefix}/doormat/${segment(reference)}`,
    /** The same for a partner that is sent one-time links. */
    partnerDoormat: (organisationId: string) => `${prefix}/doormat/partner/${segment(organisationId)}`,
    /** One request, for whoever holds a one-time link to it; and the thanks for an answer. */
    light: (code: string, query?: { done: "1" }) => withQuery(`${prefix}/light/${segment(code)}`, query),
    /**
     * A stream that says "changed", about one request, one organisation's work, the front desk's, a session in the lab, or
     * where the session stands that is the asker's own.
     */
    events: (
      about:
        | (({ request: string } | { organisation: string } | { desk: "1" } | { session: string }) & {
            since: string;
          })
        | { "taking-part": "1" },
    ) => withQuery(`${prefix}/events`, about),

    /** A worklist, and the same on paper and as a file. */
    partner: (query?: WorklistQuery & { done?: string }) => withQuery(`${prefix}/partner`, query),
    partnerPrint: (query?: WorklistQuery) => withQuery(`${prefix}/partner/print`, query),
    partnerCsv: (query?: WorklistQuery) => withQuery(`${prefix}/partner/worklist.csv`, query),
    /** Several pieces of work answered alike, once each was looked at. */
    partnerSeveral: (query?: { organisation?: string; intent?: string; id?: readonly string[] }) =>
      withQuery(`${prefix}/partner/several`, query),
    partnerFulfilment: (fulfilmentId: string) => `${prefix}/partner/fulfilments/${segment(fulfilmentId)}`,
    /** A week or a day of an organisation's diary, and the week that its times are made from. */
    partnerDiary: (query?: DiaryQuery) => withQuery(`${prefix}/partner/diary`, query),
    partnerDiaryWeek: (about: { organisation: string; offer: string }) =>
      withQuery(`${prefix}/partner/diary/week`, about),
    /** How full an organisation says it is, at one of its offers. */
    partnerCapacity: (query?: { organisation?: string; done?: string }) => {
      const at = query?.done === undefined ? "" : `#${offerAnchor(query.done)}`;
      return withQuery(`${prefix}/partner/capacity`, query) + at;
    },
    /** How an organisation is doing, as a page and as a file. */
    partnerFigures: (query?: { organisation?: string }) => withQuery(`${prefix}/partner/figures`, query),
    partnerFiguresCsv: (query: { organisation: string; weeks: string; service?: string | undefined }) =>
      withQuery(`${prefix}/partner/figures.csv`, query),
    /** How an organisation's care shows up, and that of one offer. */
    partnerBoxes: (query?: { organisation?: string }) => withQuery(`${prefix}/partner/box`, query),
    partnerBox: (offerId: string, query?: { done: "1" }) =>
      withQuery(`${prefix}/partner/box/${segment(offerId)}`, query),
    /** An organisation's people, one of them, and taking them off it. */
    partnerPeople: (query?: { organisation?: string; done?: string }) =>
      withQuery(`${prefix}/partner/people`, query),
    partnerPerson: (accountId: string, about: { organisation: string }) =>
      withQuery(`${prefix}/partner/people/${segment(accountId)}`, about),
    partnerPersonRemove: (accountId: string, about: { organisation: string }) =>
      withQuery(`${prefix}/partner/people/${segment(accountId)}/remove`, about),
    invitation: (code: string) => `${prefix}/invitations/${segment(code)}`,
    desk: (query?: { page?: string | undefined; done?: string; reference?: string }) =>
      withQuery(`${prefix}/desk`, query),
    /** A journey that a sign of an emergency stopped. */
    deskStop: (stopId: string) => `${prefix}/desk/stops/${segment(stopId)}`,
    /** Two requests that are likely one asked twice, side by side. */
    deskTwice: (one: string, other: string) => `${prefix}/desk/duplicates/${segment(one)}/${segment(other)}`,
    /** Where a call to the person of a part is written down. */
    deskCall: (partId: string) => `${prefix}/desk/calls/${segment(partId)}`,
    deskItem: (partId: string) => `${prefix}/desk/${segment(partId)}`,

    /** Running the front door: its partners, its name and look. */
    manage: (query?: { done?: string }) => withQuery(`${prefix}/manage`, query),
    managePartners: () => `${prefix}/manage/partners`,
    managePartnersNew: () => `${prefix}/manage/partners/new`,
    managePartner: (organisationId: string, query?: { done?: string }) =>
      withQuery(`${prefix}/manage/partners/${segment(organisationId)}`, query),
    managePlacesNew: (organisationId: string) =>
      `${prefix}/manage/partners/${segment(organisationId)}/places/new`,
    manageOffersNew: (organisationId: string) =>
      `${prefix}/manage/partners/${segment(organisationId)}/offers/new`,
    /** Closes an offer, or opens it again. */
    manageOffer: (offerId: string) => `${prefix}/manage/offers/${segment(offerId)}`,
    manageServices: (query?: { q?: string }) => withQuery(`${prefix}/manage/services`, query),
    manageServicesNew: () => `${prefix}/manage/services/new`,
    manageService: (serviceId: string, query?: { done?: string }) =>
      withQuery(`${prefix}/manage/services/${segment(serviceId)}`, query),
    manageWords: (serviceId: string) => `${prefix}/manage/services/${segment(serviceId)}/words`,
    manageQuestions: (serviceId: string, query?: { done?: string }) =>
      withQuery(`${prefix}/manage/services/${segment(serviceId)}/questions`, query),
    manageQuestion: (serviceId: string, questionId: string) =>
      `${prefix}/manage/services/${segment(serviceId)}/questions/${segment(questionId)}`,
    manageRedFlags: (serviceId: string, query?: { done?: string }) =>
      withQuery(`${prefix}/manage/services/${segment(serviceId)}/red-flags`, query),
    /** A decision of the board that could not be carried out. */
    manageDecision: (proposalId: string) => `${prefix}/manage/decisions/${segment(proposalId)}`,
    manageLook: (query?: { done: "1" }) => withQuery(`${prefix}/manage/look`, query),

    /** The board room. */
    board: () => `${prefix}/board`,
    /** Where stories are chosen, one that is shown, and what to say, to print. */
    boardStage: () => `${prefix}/board/stage`,
    boardStageShow: (stageId: string, query?: { nothing?: "due" }) =>
      withQuery(`${prefix}/board/stage/${segment(stageId)}`, query),
    boardStageHandout: () => `${prefix}/board/stage/handout`,
    boardPartners: () => `${prefix}/board/partners`,
    boardReplicate: (query?: { readonly made?: string }) => withQuery(`${prefix}/board/replicate`, query),
    boardReplicateCsv: () => `${prefix}/board/replicate.csv`,
    boardYear: () => `${prefix}/board/year`,
    boardYearCsv: () => `${prefix}/board/year.csv`,
    ...labPaths(prefix),
    boardPartnersCsv: () => `${prefix}/board/partners.csv`,
    boardPartner: (organisation: string) => `${prefix}/board/partners/${segment(organisation)}`,
    boardFlow: (query?: FlowQuery) => withQuery(`${prefix}/board/flow`, query),
    boardFlowCsv: (query: FlowQuery & { table: string }) => withQuery(`${prefix}/board/flow.csv`, query),
    boardMeasure: (measure: string, query?: FlowQuery) =>
      withQuery(`${prefix}/board/flow/${segment(measure)}`, query),
    boardMeasureCsv: (measure: string, query?: FlowQuery & { table?: string }) =>
      withQuery(`${prefix}/board/flow/${segment(measure)}/table.csv`, query),
    boardMeasureList: (measure: string, query?: FlowListQuery) =>
      withQuery(`${prefix}/board/flow/${segment(measure)}/list`, query),
    boardMeasureListCsv: (measure: string, query?: FlowListQuery) =>
      withQuery(`${prefix}/board/flow/${segment(measure)}/list.csv`, query),
    /** What the board tries before it is done: all of them, two side by side, one, what it changes, and its files. */
    boardWhatIf: (query?: { done?: string }) => withQuery(`${prefix}/board/what-if`, query),
    boardWhatIfCompare: (query?: { one: string; other: string }) =>
      withQuery(`${prefix}/board/what-if/compare`, query),
    boardScenario: (scenarioId: string, query?: { measure?: string; done?: string }) =>
      withQuery(`${prefix}/board/what-if/${segment(scenarioId)}`, query),
    boardScenarioChange: (scenarioId: string, query?: { kind?: string }) =>
      withQuery(`${prefix}/board/what-if/${segment(scenarioId)}/change`, query),
    boardScenarioFile: (scenarioId: string, file: string, query?: { measure?: string }) =>
      withQuery(`${prefix}/board/what-if/${segment(scenarioId)}/files/${segment(file)}`, query),
    /** What its members decide together: all of it, a new proposal, one, and one's sum as a file. */
    boardGovernance: () => `${prefix}/board/governance`,
    boardGovernanceNew: (query?: { matter?: string; scenario?: string }) =>
      withQuery(`${prefix}/board/governance/new`, query),
    boardProposal: (proposalId: string, query?: { done?: string; as?: string }) =>
      withQuery(`${prefix}/board/governance/${segment(proposalId)}`, query),
    boardProposalSum: (proposalId: string) => `${prefix}/board/governance/${segment(proposalId)}/sum.csv`,

    /** Asks whether a patient, someone at work or a member of the board signs in. */
    signInAsk: () => `${prefix}/sign-in`,
    signIn: (as: Audience, next: string) => withQuery(`${prefix}/sign-in`, { as, next }),
    signInCallback: () => `${prefix}/sign-in/callback`,
    /** Makes the session last longer. */
    signInStay: () => `${prefix}/sign-in/stay`,
    signOut: () => `${prefix}/sign-out`,
    /** Where somebody stands who has finished on a phone or computer that others use. */
    forgotten: () => `${prefix}/forgotten`,

    /** Help in languages other than English. */
    languages: () => `${prefix}/languages`,
    language: (language: PageLanguage) => `${prefix}/languages/${language}`,

    privacy: () => `${prefix}/privacy`,
    accessibility: () => `${prefix}/accessibility`,
  };
}
