/**
 * The tables as types, the same on SQLite and PostgreSQL. Moments and dates are text (ISO 8601, so text order is
 * time order), truth values are 0 or 1, and JSON is text: no driver's own idea of a type can differ.
 * Every table but the global ones has `brand_id` first in its key.
 */
import type { Generated } from "kysely";
import type { ProposalState } from "~/domain/governance/proposal";
import type { Choice } from "~/domain/governance/tally";

type Flag = 0 | 1;
type Json = string;

export interface Tables {
  // Global
  postcodes: { postcode: string; lat: number; lon: number; district: string | null };
  bank_holidays: { day: string; name: string };
  accounts: {
    id: string;
    issuer: string;
    subject: string;
    name: string;
    email: string | null;
    claims: Json;
    created_at: string;
  };
  sessions: {
    id: string;
    brand_id: string;
    audience: string;
    account_id: string | null;
    body: Json;
    expires_at: string;
  };
  rate_limits: { key: string; points: number; expire: number | null };

  // A brand's world
  brands: {
    id: string;
    name: string;
    is_default: Flag;
    host: string | null;
    body: Json;
    clock_offset_ms: number;
    directory_version: number;
    created_at: string;
    /** Who is making it or taking it away, and until when nobody else may; null for a brand that is whole. */
    made_by: string | null;
    made_until: string | null;
  };
  organisations: {
    brand_id: string;
    id: string;
    ods_code: string | null;
    name: string;
    kind: string;
    status: string;
    body: Json;
  };
  partnerships: {
    brand_id: string;
    id: string;
    organisation_id: string;
    starts_on: string;
    ends_on: string | null;
    body: Json;
  };
  locations: {
    brand_id: string;
    id: string;
    organisation_id: string;
    postcode: string;
    lat: number;
    lon: number;
    body: Json;
  };
  services: { brand_id: string; id: string; name: string; status: string; body: Json };
  offers: {
    brand_id: string;
    id: string;
    service_id: string;
    organisation_id: string;
    location_id: string | null;
    status: string;
    body: Json;
  };
  offer_states: {
    brand_id: string;
    offer_id: string;
    capacity: string | null;
    capacity_confirmed_at: string | null;
    next_free_at: string | null;
  };
  memberships: { brand_id: string; account_id: string; organisation_id: string | null; role: string };
  invitations: {
    brand_id: string;
    id: string;
    organisation_id: string;
    role: string;
    name: string;
    email: string;
    code_hash: string;
    invited_by: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
    withdrawn_at: string | null;
  };
  people: {
    brand_id: string;
    id: string;
    account_id: string | null;
    name: string;
    born_on: string;
    body: Json;
  };

  drafts: {
    brand_id: string;
    id: string;
    visitor: string;
    account_id: string | null;
    service_id: string;
    answers: Json;
    version: number;
    reference: string | null;
    created_at: string;
    expires_at: string;
  };
  /** Journeys that a sign of an emergency stopped. */
  red_flag_stops: {
    brand_id: string;
    id: string;
    draft_id: string;
    service_id: string;
    step: string;
    leads_to: string;
    raised: Json;
    at: string;
    times: number;
    /** Null when no way to reach anybody had been given. */
    person: Json | null;
    due_at: string | null;
    /** Of the request that the draft became after all. */
    reference: string | null;
    closed_at: string | null;
    closed_by: Json | null;
    outcome: string | null;
  };
  requests: {
    brand_id: string;
    id: string;
    reference: string;
    draft_id: string;
    account_id: string | null;
    service_id: string;
    priority: string;
    person_name: string;
    person_born_on: string;
    body: Json;
    consent_to_pass_on: Flag;
    submitted_at: string;
  };
  parts: {
    brand_id: string;
    id: string;
    request_id: string;
    service_id: string;
    position: number;
    status: string;
    waiting: Flag;
    priority: string;
    version: number;
    owner_kind: string;
    owner_organisation_id: string | null;
    due_at: string | null;
    promise_by: string;
    /** When the promise must be looked at next; null once it is settled. */
    promise_due_at: string | null;
    promise: Json;
    body: Json;
  };
  fulfilments: {
    brand_id: string;
    id: string;
    part_id: string;
    request_id: string;
    position: number;
    offer_id: string;
    organisation_id: string;
    decision_id: string;
    status: string;
    version: number;
    requested_at: string;
    answer_by: string;
    slot_id: string | null;
    /** The time that was given; null while there is none. */
    appointment_at: string | null;
    /** Whether the partner kept its word: null while nobody can say. */
    kept: Flag | null;
    body: Json;
  };
  decisions: { brand_id: string; id: string; request_id: string; part_id: string; at: string; body: Json };
  slots: {
    brand_id: string;
    id: string;
    offer_id: string;
    starts_at: string;
    ends_at: string;
    status: string;
    held_by: string | null;
    held_until: string | null;
    fulfilment_id: string | null;
    /** Why its partner lets nobody have it; null for what is not blocked. */
    blocked_why: string | null;
  };
  /** Who wants to hear of an earlier time. */
  earlier_wishes: {
    brand_id: string;
    fulfilment_id: string;
    offer_id: string;
    since: string;
    body: Json;
  };
  /** Times that came free, and to whom each was offered. */
  earlier_offers: {
    brand_id: string;
    slot_id: string;
    fulfilment_id: string;
    offered_at: string;
    expires_at: string;
    answer: string;
  };
  events: {
    brand_id: string;
    seq: Generated<number>;
    request_id: string;
    part_id: string | null;
    type: string;
    at: string;
    actor: Json;
    body: Json;
  };
  messages: {
    brand_id: string;
    id: string;
    request_id: string;
    recipient: string;
    channel: string;
    template: string;
    /** The event that it tells of; null for what tells of none. */
    event_seq: number | null;
    body: Json;
    status: string;
    created_at: string;
    /** When it is due to be sent; while it is with a process, when that one's claim lapses. */
    next_attempt_at: string | null;
    /** When it first did not arrive by a channel. */
    failed_at: string | null;
    /** When the front desk had told the person what did not arrive. */
    told_at: string | null;
  };
  /** A message by one channel. */
  deliveries: {
    brand_id: string;
    message_id: string;
    channel: string;
    /** The first channel that was tried is 1. */
    position: number;
    status: string;
    attempts: number;
    /** Where it goes, and what it says. */
    body: Json;
    provider_id: string | null;
    /** Why it did not arrive, or not yet. */
    why: string | null;
    first_at: string;
    last_at: string;
  };
  /** One-time links to partners without a system, each named by the message that brought it. */
  light_links: {
    brand_id: string;
    id: string;
    code_hash: string;
    organisation_id: string;
    fulfilment_id: string;
    asks: string;
    channel: string;
    sent_to: string;
    created_at: string;
    expires_at: string;
    opened_at: string | null;
    used_at: string | null;
    /** The command that it was used for. */
    used_for: string | null;
  };
  commands: {
    brand_id: string;
    key: string;
    digest: string;
    request_id: string | null;
    answer: Json;
    at: string;
  };
  audit: {
    seq: Generated<number>;
    brand_id: string;
    at: string;
    actor: Json;
    action: string;
    subject: string;
    body: Json;
    /** Its place in the brand's chain, from 1; null until it is sealed. */
    position: number | null;
    hash: string | null;
  };
  /** Who at the front desk has which piece of its work. */
  desk_takes: {
    brand_id: string;
    kind: string;
    item_id: string;
    account_id: string;
    name: string;
    since: string;
    /** When it lapses by itself. */
    until: string;
  };
  /** Two requests that look like one asked twice, and are not. */
  not_asked_twice: {
    brand_id: string;
    /** The smaller id of the two. */
    one_id: string;
    other_id: string;
    said_by: Json;
    at: string;
  };
  /** Worklists that somebody at work keeps under a name, as the address asks for them. */
  saved_views: {
    brand_id: string;
    account_id: string;
    organisation_id: string;
    name: string;
    query: string;
    at: string;
  };
  /** What people said of care that is over, once a part. */
  feedback: {
    brand_id: string;
    part_id: string;
    service_id: string;
    /** Who had it last; null when nobody did. */
    organisation_id: string | null;
    score: string;
    why: string;
    /** Whether the partner may know who said it. */
    named: Flag;
    at: string;
  };
  /** Signs of danger that one person proposes for a service, and a second has not published yet: one a service. */
  red_flag_proposals: {
    brand_id: string;
    service_id: string;
    id: string;
    /** The version that they were proposed to take the place of; 0 where there was none. */
    base_version: number;
    proposed_by: Json;
    proposed_at: string;
    body: Json;
  };
  /**
   * A week of a brand's past: each part that was asked for in it, with the need that routing judges and what became of
   * it, and nobody's name. Written once and read whole.
   */
  past_weeks: {
    brand_id: string;
    /** A Monday. */
    starts_on: string;
    parts: number;
    /** What the week was made from: two of the same words are the same. */
    made_from: string;
    body: Json;
  };
  /** The worlds that the board of a town plays stories in: `id` is a brand's own, a copy of the town. */
  stage_worlds: {
    brand_id: string;
    id: string;
    /** "wanted", "making", "ready", "open" or "over". */
    state: string;
    /** The version of the town's directory that it was copied from. */
    town_version: number;
    /** The stage that stands in it; null unless it is open. */
    stage_id: string | null;
    account_id: string | null;
    story: string | null;
    step: number;
    /** Whether what the step does had been done already by somebody in a pane. */
    skipped: Flag;
    /** Real time: a world that nobody has used for hours goes away. */
    used_at: string;
  };
  /** What a board tries before it is done. */
  scenarios: {
    brand_id: string;
    id: string;
    name: string;
    note: string;
    changes: Json;
    /** Another one each time that the changes are. */
    version: number;
    /** The account that made it. */
    made_by: string;
    made_at: string;
    changed_at: string;
  };
  /** The last time that a scenario was played again, or is. */
  scenario_runs: {
    brand_id: string;
    scenario_id: string;
    state: string;
    /** The scenario's version that it is of. */
    of_version: number;
    asked_at: string;
    /** When the process that plays it last said so, in real time. */
    seen_at: string;
    progress: Json;
    result: Json | null;
  };
  /** What the members of a brand decide together. */
  proposals: {
    brand_id: string;
    id: string;
    state: ProposalState;
    version: number;
    proposed_at: string;
    opens_at: string;
    closes_at: string;
    /** A day; null is at once. */
    applies_on: string | null;
    /** When the clock has something to do for it. */
    due_at: string | null;
    /** A what-if that goes with it. */
    scenario_id: string | null;
    proposed_by: Json;
    why: string;
    matter: Json;
    /** The rules that it is decided by. */
    constitution: Json;
    /** What the vote came to, with the weights of that moment. */
    decided: Json | null;
    outcome: Json | null;
  };
  /** Every vote that was cast, also what it took the place of. */
  proposal_votes: {
    brand_id: string;
    proposal_id: string;
    organisation_id: string;
    /** From 1 for each organisation. */
    nth: number;
    choice: Choice;
    said_by: Json;
    at: string;
    /** The reason that was given. */
    body: string;
  };
  proposal_remarks: {
    brand_id: string;
    proposal_id: string;
    nth: number;
    said_by: Json;
    at: string;
    body: string;
  };
  /** What a brand's researchers want to find out. */
  studies: {
    brand_id: string;
    id: string;
    /** "draft", "open" or "closed". */
    state: string;
    /** The version that sessions are of now; 0 before the first. */
    version: number;
    /** Of the draft: another one each time that it is written. */
    edition: number;
    /** What the next version will be. */
    draft: Json;
    made_by: string;
    made_at: string;
    changed_at: string;
    /** How many participants everything was deleted of. */
    deleted: Generated<number>;
  };
  /** A version of a study that was opened: never written again. */
  study_versions: { brand_id: string; study_id: string; version: number; opened_at: string; body: Json };
  /** Somebody who takes part in a study, or was asked to. No name is kept: `id` is their code. */
  participants: {
    brand_id: string;
    id: string;
    study_id: string;
    version: number;
    /** From 0, in the order in which they were asked. */
    place: number;
    variant: string;
    /** "asked", "taking-part" or "over". */
    state: string;
    /** SHA-256 of what their link ends in, in hex; so are the others. */
    link_hash: string;
    /** Of the code by which they withdraw. */
    withdraw_hash: string | null;
    /** Of the cookie of the browser that they take part in. */
    holder_hash: string | null;
    made_at: string;
    /** When everything of theirs is deleted by itself, in real time. */
    delete_after: string | null;
  };
  /** The worlds that participants are in: `id` is a brand's own, a copy of the town. */
  lab_worlds: {
    brand_id: string;
    id: string;
    /** Null once everything of its participant was deleted. */
    participant_id: string | null;
    /** "wanted", "making", "failed", "ready", "open" or "over". */
    state: string;
    /** While it waits: the moment at which its own clock stands. */
    stands_at: string | null;
    used_at: string;
  };
  /** What is recorded of a participant, in the order in which it came. */
  lab_events: {
    seq: Generated<number>;
    brand_id: string;
    participant_id: string;
    /** Given by whoever tells of it: what is told twice is recorded once. */
    id: string;
    at: string;
    body: Json;
  };
  /** Pages as they were sent to a participant. */
  lab_snapshots: { brand_id: string; participant_id: string; id: string; html: string };
  /** Pictures of the pages that were open in marked moments. */
  lab_pictures: {
    brand_id: string;
    participant_id: string;
    /** The moment's. */
    event_id: string;
    /** When it is to be made or tried again, in real time; null when there is nothing more to do. */
    try_at: string | null;
    tries: number;
    /** Why there will be none. */
    why_not: string | null;
    /** The page that it is of; null until it is known. Of two moments on one page, one has its picture. */
    page_id: string | null;
    /** In CSS pixels, as the others. */
    width: number | null;
    /** 1 where the participant's browser said how wide it is. */
    width_told: number | null;
    height: number | null;
    /** Of the page, some of which may be cut off. */
    whole_height: number | null;
    png: Buffer | null;
  };
  /** What a study found wrong. */
  lab_problems: {
    brand_id: string;
    study_id: string;
    id: string;
    /** "" where it was deleted with somebody whose words it may have held. */
    title: string;
    severity: number;
    made_at: string;
  };
  /** The moments in which a problem was seen. */
  lab_problem_moments: {
    brand_id: string;
    study_id: string;
    problem_id: string;
    participant_id: string;
    event_id: string;
  };
  /** Whose moments a problem was named from: its title may hold their words. */
  lab_problem_words: {
    brand_id: string;
    study_id: string;
    problem_id: string;
    participant_id: string;
  };
  /** Something was deleted whose traces are to be wiped from the files. It is of no brand: a brand that goes leaves traces too. */
  traces_left: { id: string; tried_at: string };
  imports: { brand_id: string; file: string; edition: string; digest: string; at: string; report: Json };
}
