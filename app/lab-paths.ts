import { segment, withQuery } from "./path-parts";

/** Of which version of a study; left out: of the one that sessions are of now. */
type OfVersion = { readonly version?: string };

/** Where something that was noted stands in its session's replay. */
export const momentAnchor = (eventId: string): string => `moment-${segment(eventId)}`;

/** The addresses of the usability lab, for whoever works in it and whoever takes part. */
export const labPaths = (prefix: string) => ({
  lab: () => `${prefix}/lab`,
  labStudyNew: () => `${prefix}/lab/studies/new`,
  labStudy: (studyId: string, query?: { done?: string; version?: string; open?: string }) =>
    withQuery(`${prefix}/lab/studies/${segment(studyId)}`, query),
  labStudyEdit: (studyId: string, part: string) =>
    `${prefix}/lab/studies/${segment(studyId)}/edit/${segment(part)}`,
  labParticipants: (studyId: string, query?: { delete?: string; done?: string }) =>
    withQuery(`${prefix}/lab/studies/${segment(studyId)}/participants`, query),
  labResults: (studyId: string, of: OfVersion = {}) =>
    withQuery(`${prefix}/lab/studies/${segment(studyId)}/results`, of),
  labReport: (studyId: string, of: OfVersion = {}) =>
    withQuery(`${prefix}/lab/studies/${segment(studyId)}/report`, of),
  labResultsFile: (studyId: string, file: string, of: OfVersion = {}) =>
    withQuery(`${prefix}/lab/studies/${segment(studyId)}/files/${segment(file)}`, of),
  labProblems: (studyId: string, of: OfVersion & { readonly done?: string } = {}) =>
    withQuery(`${prefix}/lab/studies/${segment(studyId)}/problems`, of),
  labSession: (participantId: string) => `${prefix}/lab/sessions/${segment(participantId)}`,
  /** A session, page by page; at a moment of it its part stands open. */
  labReplay: (participantId: string, at?: { readonly moment: string }) =>
    withQuery(`${prefix}/lab/sessions/${segment(participantId)}/replay`, at) +
    (at === undefined ? "" : `#${momentAnchor(at.moment)}`),
  /** A page as a participant saw it, with what is known of it; the page alone, which does nothing; and its picture. */
  labPage: (participantId: string, pageId: string) =>
    `${prefix}/lab/sessions/${segment(participantId)}/pages/${segment(pageId)}`,
  labPageAsSent: (participantId: string, pageId: string) =>
    `${prefix}/lab/sessions/${segment(participantId)}/pages/${segment(pageId)}/as-sent`,
  labPicture: (participantId: string, pageId: string) =>
    `${prefix}/lab/sessions/${segment(participantId)}/pages/${segment(pageId)}/picture.png`,
  /** Where a participant's link leads. */
  labJoin: (link: string) => `${prefix}/lab/join/${segment(link)}`,
  /** What a participant does next, whatever it is; `moment` while what they want to begin is still being made. */
  labTake: (query?: { moment?: "yes" }) => withQuery(`${prefix}/lab/take`, query),
  /** Where a session stands, for a participant's open page. */
  labTakeNow: () => `${prefix}/lab/take/now`,
  labRecord: () => `${prefix}/lab/take/record`,
  labWithdraw: () => `${prefix}/lab/withdraw`,
});
