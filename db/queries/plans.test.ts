import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WORK_SORTS, WORK_VIEWS } from "~/domain/fulfilment/work-views";
import { runDueWork } from "~/jobs/due-work";
import { askIfItLeft } from "~/usecases/ask-if-it-left";
import { discussProposal } from "~/usecases/discuss-proposal";
import { deleteParticipant, deleteParticipantsDue } from "~/usecases/lab/delete-participant";
import { makePicturesDue } from "~/usecases/lab/make-pictures";
import { tendLabWorlds } from "~/usecases/lab/worlds";
import { keepLabWorldsReady, wantWorldNow } from "~/usecases/lab/worlds-ahead";
import { openLightLink } from "~/usecases/open-light-link";
import { passProposals } from "~/usecases/pass-proposals";
import { playWhatIf } from "~/usecases/play-what-if";
import { completeFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment } from "~/usecases/respond-to-fulfilment";
import { sendDueMessages } from "~/usecases/send-messages";
import { keepWorldsReady, takeWorld, tendWorlds } from "~/usecases/stage/worlds";
import { submitRequest } from "~/usecases/submit-request";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { alikeDrafts } from "~tests/faults/drafts";
import { CHAIR, proposed, seatBoard, vote } from "~tests/support/board";
import {
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  VISITOR,
  worker,
} from "~tests/support/front-door";
import { codeOfLink, postOffice } from "~tests/support/post-office";
import { SAMPLE, sampleScenario } from "~tests/support/sample-scenario";
import { organisation } from "~tests/support/small-town";
import { readMemberships } from "./accounts";
import { likelyTwice, readPair } from "./asked-twice";
import { auditOf } from "./audit";
import { boardSeats } from "./board-seats";
import { unansweredCalls } from "./calls";
import { newestChange } from "./changes";
import { readColleagues, worksElsewhere } from "./colleagues";
import { decisionsById } from "./decisions";
import { messagesOfRequest, messagesToPartner } from "./deliveries";
import { deskList } from "./desk";
import { readTake, standingTakes } from "./desk-takes";
import { readDiary, timesGiven } from "./diary";
import { findOpenDraft, openDrafts } from "./drafts";
import { partsWithFeedback } from "./feedback";
import { readCounted } from "./figures";
import { findInvitation, openInvitations } from "./invitations";
import { makePicturesAnew, picturesOf, readPicture, wantPictures } from "./lab-pictures";
import { readProblems } from "./lab-problems";
import {
  hadBreaks,
  labChangesAfter,
  newestLabChange,
  readConsent,
  readEndOfSession,
  readLabRecord,
} from "./lab-record";
import { readSnapshot } from "./lab-snapshots";
import { countWorldsNotMade, labWorldsOf, ownerOfLabWorld } from "./lab-worlds";
import { askedWithoutWorld, countLabWorldsAhead, countLabWorldsMaking } from "./lab-worlds-ahead";
import { notArrived } from "./not-arrived";
import { readCapacities } from "./overlay";
import { readPartFacts } from "./part-facts";
import {
  countParticipants,
  participantBy,
  readParticipant,
  readParticipants,
  whoTakesPart,
} from "./participants";
import { readPastWeek, readPastYear } from "./past-weeks";
import { middlesOfOutcodes } from "./places";
import { promisesAtRisk } from "./promises-at-risk";
import { isScenarioProposed, readProposal, readProposals, remarksOn, votesOn } from "./proposals";
import { countUnreached, openStops } from "./red-flag-stops";
import { lastReferenceOf, openRequestsFor, requestsOf } from "./requests";
import { lookedAtBy, readsAtWork, redFlagsSince, unseenOf } from "./said";
import { savedViews } from "./saved-views";
import { countScenarios, readRun, readRuns, readScenario, readScenarios } from "./scenarios";
import { sisterBrands } from "./sister-brands";
import { moveStep, openAmong as openStages, putUpStage, readStage, touchStage } from "./stages";
import { readStudies, readStudy, readStudyVersion } from "./studies";
import { readStudyRecords } from "./study-records";
import { readTracking } from "./tracking";
import { worklist } from "./worklist";

/** The database, and every query that it was asked, in the order of asking. */
function overheard(alive: Database): { readonly db: Database; readonly asked: RootOperationNode[] } {
  const asked: RootOperationNode[] = [];
  const ear: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db = {
    ...alive,
    kysely: alive.kysely.withPlugin(ear),
    write: <T>(work: Parameters<typeof alive.write<T>>[0]) => alive.write((tx) => work(tx.withPlugin(ear))),
  };
  return { db, asked };
}

/** What grows with every request, every vote or every front door, by the names that queries give it. */
const GROWS =
  /^(SCAN|SEARCH) (requests|parts|fulfilments|fulfilment|decisions|events|messages|deliveries|light_links|red_flag_stops|drafts|audit|feedback|slots|slot|offer|wish|memberships|invitations|commands|earlier_offers|earlier_wishes|desk_takes|not_asked_twice|asked|again|asked_part|again_part|participants|lab_events|lab_snapshots|lab_pictures|lab_problem_moments|lab_problem_words|lab_problems|lab_worlds|study_versions|proposal_votes|proposal_remarks|postcodes|other)\b/;
/**
 * The whole of it, or all that is the brand's; not an index of only what is open, nor the first look at a diary or at what somebody
 * took, nor how many take part in each study, nor the bare list of which brands are worlds.
 */
const ALL_OF_IT =
  /^SCAN (?!lab_worlds USING COVERING|earlier_offers USING COVERING INDEX earlier_offers_open)|INDEX (?!parts_due|desk_takes_until|audit_to_seal|participants_counted|earlier_offers_open|memberships_on_board|sqlite_autoindex_slots_2)\w+ \(brand_id=\?\)$/;

/** Nothing is to be drawn. */
const NO_BROWSER = { draw: () => Promise.reject(new Error("There is no browser")) };

/** How a database finds things is its own affair: this is how SQLite does. */
let folder = "";
let alive: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "onedoor-plans-"));
  alive = await openDatabase(`sqlite:${join(folder, "onedoor.db")}`);
  await migrate(alive);
});
afterEach(async () => {
  await alive.close();
  await rm(folder, { recursive: true });
});

it("what is asked for a page, a command or the clock never reads a whole table that grows", async () => {
  const { db, asked } = overheard(alive);
  const lightContact = { email: "bill@example.org" };
  const organisations = ["harbour", "hill", "mead"].map((name) => organisation(name, { lightContact }));
  const door = await openFrontDoor(db, threePartners({ organisations }));
  const { onedoor } = door;
  const [draftId = ""] = await alikeDrafts(door, 1, { serviceId: "physiotherapy" });
  asked.length = 0;

  const seeker = { visitor: VISITOR, accountId: null, now: onedoor.clock() };
  await findOpenDraft(db.kysely, TOWN, { ...seeker, serviceId: "physiotherapy" });
  await openDrafts(db.kysely, TOWN, seeker);
  const sent = await submitRequest(onedoor, TOWN, { visitor: VISITOR, draftId, accountId: null });
  if (sent.kind !== "submitted") throw new Error(sent.kind);
  const { fulfilments } = await standing(door, sent.reference);
  const [{ id, version, organisationId } = { id: "", version: 0, organisationId: "" }] = fulfilments;
  const at = { fulfilmentId: id, version, key: "a-key-of-ours", startsAt: "2026-11-30T10:00:00.000Z" };
  expect(await acceptFulfilment(onedoor, TOWN, worker(organisationId), at)).toMatchObject({ kind: "done" });
  const { request, parts } = (await readTracking(db.kysely, TOWN, sent.reference)) ?? { parts: [] };
  await readsAtWork(db.kysely, TOWN, [request?.id ?? ""]);
  await unseenOf(db.kysely, TOWN, organisationId, [request?.id ?? ""]);
  await redFlagsSince(db.kysely, TOWN, onedoor.clock());
  const decided = parts.flatMap((each) => each.fulfilments.map(({ decisionId }) => decisionId));
  await decisionsById(db.kysely, TOWN, decided);
  await partsWithFeedback(
    db.kysely,
    TOWN,
    parts.map(({ part }) => part.id),
  );
  const work = { brandId: TOWN, organisationId, now: onedoor.clock(), fullDiaries: ["some-offer"] };
  for (const view of WORK_VIEWS)
    for (const sort of WORK_SORTS)
      await worklist(db.kysely, work, {
        view,
        sort,
        search: "ro",
        serviceId: "physiotherapy",
        urgentOnly: true,
      });
  const me = { organisationId, accountId: "somebody" };
  await lookedAtBy(db.kysely, TOWN, me, [request?.id ?? ""], onedoor.clock());
  await savedViews(db.kysely, TOWN, me);
  await requestsOf(db.kysely, TOWN, "somebody");
  await openRequestsFor(db.kysely, TOWN, { ...seeker, serviceId: "physiotherapy" });
  await openRequestsFor(db.kysely, TOWN, { ...seeker, accountId: "somebody", serviceId: "physiotherapy" });
  await readMemberships(db.kysely, TOWN, "somebody");
  await readColleagues(db.kysely, TOWN, "harbour");
  await worksElsewhere(db.kysely, TOWN, "somebody");
  await findInvitation(db.kysely, TOWN, "nothing");
  await openInvitations(db.kysely, TOWN, "harbour", onedoor.clock());
  await readCapacities(db.kysely, TOWN, ["physiotherapy-harbour"]);
  const span = { from: onedoor.clock(), until: "2026-12-31T00:00:00.000Z", now: onedoor.clock() };
  await readDiary(db.kysely, TOWN, ["eye-test-harbour", "eye-test-hill"], span);
  await timesGiven(db.kysely, TOWN, ["eye-test-harbour", "eye-test-hill"], span);
  await deskList(db.kysely, TOWN);
  await likelyTwice(db.kysely, TOWN);
  await readPair(db.kysely, TOWN, [sent.reference, "K7PM-3QXR"]);
  await unansweredCalls(db.kysely, TOWN, [request?.id ?? ""]);
  await standingTakes(db.kysely, TOWN, onedoor.clock());
  await readTake(db.kysely, TOWN, { kind: "part", itemId: "nothing" });
  const figured = {
    organisationId: "harbour",
    offerIds: ["physiotherapy-harbour"],
    serviceIds: ["physiotherapy"],
  };
  await readCounted(db.kysely, TOWN, [figured], { since: onedoor.clock(), until: onedoor.clock() });
  await auditOf(db.kysely, TOWN, "physiotherapy-harbour");
  await promisesAtRisk(db.kysely, TOWN, "2027-03-01T09:00:00.000Z");
  await openStops(db.kysely, TOWN);
  await readConsent(db.kysely, TOWN, "nobody");
  await readEndOfSession(db.kysely, TOWN, "nobody");
  await labChangesAfter(db.kysely, await newestLabChange(db.kysely), 200);
  await hadBreaks(db.kysely, [{ brand_id: TOWN, participant_id: "nobody" }]);
  await readSnapshot(db.kysely, TOWN, "nobody", "nothing");
  await picturesOf(db.kysely, TOWN, ["nobody", "somebody"]);
  await readPicture(db.kysely, TOWN, "nobody", "nothing");
  await db.write((tx) => wantPictures(tx, TOWN, "nobody", [], { as: "mark", at: onedoor.clock() }));
  await db.write((tx) => makePicturesAnew(tx, TOWN, "nobody", ["nothing"], onedoor.clock()));
  await boardSeats(db.kysely, TOWN);
  await sisterBrands(db.kysely, TOWN, onedoor.clock());
  await countUnreached(db.kysely, TOWN, onedoor.clock());
  await notArrived(db.kysely, TOWN);
  await readStudyRecords(db.kysely, TOWN, "whose-box", 1);
  await readProblems(db.kysely, TOWN, "whose-box");
  expect(await sendDueMessages(onedoor, postOffice(), TOWN)).toBeGreaterThan(0);
  await messagesOfRequest(db.kysely, TOWN, request?.id ?? "");
  const [sentLast] = await messagesToPartner(db.kysely, TOWN, organisationId, 20);
  const link = await openLightLink(onedoor, TOWN, codeOfLink(TOWN, sentLast?.messageId ?? ""));
  if (link.kind !== "open") throw new Error(link.kind);
  const byLink = { ...worker(organisationId), accountId: link.link.id, byLink: true as const };
  const over = { fulfilmentId: id, version: version + 1, code: "treated" as const, outcome: "" };
  expect(await completeFulfilment(onedoor, TOWN, byLink, over)).toEqual({ kind: "done" });
  await runDueWork(onedoor);
  await lastReferenceOf(db.kysely, TOWN, "somebody");
  await readParticipants(db.kysely, TOWN, "a-study");
  await readParticipant(db.kysely, TOWN, "nobody");
  for (const secret of ["link_hash", "holder_hash", "withdraw_hash"] as const)
    await participantBy(db.kysely, TOWN, secret, "nothing");
  await readLabRecord(db.kysely, TOWN, "nobody");
  await labWorldsOf(db.kysely, TOWN, "nobody");
  await ownerOfLabWorld(db.kysely, "lab-of-nobody");
  await readStudy(db.kysely, TOWN, "a-study");
  await readStudyVersion(db.kysely, TOWN, "a-study", 1);
  await countLabWorldsAhead(db.kysely, TOWN, "a-study");
  await askedWithoutWorld(db.kysely, TOWN, "a-study", { most: 20, failedSince: "2026-11-25T13:55:00.000Z" });
  await countWorldsNotMade(db.kysely, TOWN, "a-study");
  await countLabWorldsMaking(db.kysely, onedoor.clock());
  await keepLabWorldsReady(onedoor, TOWN, "a-study");
  await wantWorldNow(onedoor, { townId: TOWN, participantId: "nobody" });
  await countParticipants(db.kysely, TOWN);
  await whoTakesPart(db.kysely, TOWN);
  await readStudies(db.kysely, TOWN);
  await deleteParticipant(onedoor, TOWN, "nobody");
  await deleteParticipantsDue(onedoor);
  await tendLabWorlds(onedoor);
  expect(await makePicturesDue(onedoor, NO_BROWSER)).toBe(0);

  expect(asked.length).toBeGreaterThan(60);
  expect(await readWhole(asked)).toEqual([]);
});

it("what is asked for the board's pages never reads all that is stored of the year, of the work or of the people", async () => {
  const { db, asked } = overheard(alive);
  const door = await openFrontDoor(db, threePartners());
  const { onedoor } = door;
  await seatBoard(db, ["harbour", "hill", "mead"], onedoor.clock());
  await sampleScenario(db, TOWN);
  await submitted(door);
  asked.length = 0;

  // The board room's first page, the flow and the lists behind its numbers.
  await readPastYear(db.kysely, TOWN);
  await readPastWeek(db.kysely, TOWN, "2026-01-05");
  const week = { since: "2026-11-23T00:00:00.000Z", until: "2026-11-30T00:00:00.000Z" };
  let told = 0;
  for await (const facts of readPartFacts(db.kysely, TOWN, week, () => false)) told += facts.length;
  expect(told).toBe(1);
  await middlesOfOutcodes(db.kysely, ["LK1"]);

  // Partners, and what would come of one's leaving; the next town.
  await boardSeats(db.kysely, TOWN);
  for (const openWork of ["reroute", "finish"] as const)
    expect(await askIfItLeft(onedoor, TOWN, { organisationId: "harbour", openWork })).toMatchObject({
      kind: "told",
    });
  await sisterBrands(db.kysely, TOWN, onedoor.clock());

  // Scenarios, and one that is played.
  await readScenarios(db.kysely, TOWN);
  await readRuns(db.kysely, TOWN);
  await countScenarios(db.kysely, TOWN);
  const scenario = await readScenario(db.kysely, TOWN, SAMPLE);
  expect((await readRun(db.kysely, TOWN, SAMPLE))?.run.state).toBe("done");
  for await (const _ of playWhatIf(db.kysely, TOWN, { changes: scenario?.changes ?? [] }, onedoor.clock()));

  // A proposal from its first day until it is carried out, by the clock.
  const retire = { kind: "retire-service", serviceId: "eye-test" } as const;
  const proposalId = await proposed(onedoor, retire, { scenarioId: SAMPLE });
  await isScenarioProposed(db.kysely, TOWN, SAMPLE);
  await discussProposal(onedoor, TOWN, CHAIR, { proposalId, text: "Is it time?" });
  for (const member of ["harbour", "hill", "mead"]) await vote(onedoor, proposalId, member, "for");
  await readProposals(db.kysely, TOWN);
  await readProposal(db.kysely, TOWN, proposalId);
  await votesOn(db.kysely, TOWN, proposalId);
  await remarksOn(db.kysely, TOWN, proposalId);
  await auditOf(db.kysely, TOWN, proposalId);
  door.at("2026-11-26T17:00:00.000Z");
  expect(await passProposals(onedoor, TOWN)).toBe(2);

  // A stage: worlds that wait, one that is taken and put up, and what is over.
  await keepWorldsReady(onedoor, TOWN);
  // Whoever copies all of a brand reads all of it.
  await tendWorlds({ ...onedoor, db: alive });
  const worldId = await takeWorld(onedoor, TOWN);
  const stage = { id: "a-stage", worldId, story: "simple", step: 0, skipped: false } as const;
  await db.write(async (tx) => {
    await putUpStage(tx, TOWN, { ...stage, accountId: "board-chair" }, onedoor.clock());
    await moveStep(tx, TOWN, stage, 1, onedoor.clock());
    await touchStage(tx, TOWN, { worldId, skipped: true }, onedoor.clock());
  });
  await readStage(db.kysely, TOWN, "a-stage");
  await openStages(db.kysely, [worldId]);
  await newestChange(db.kysely);

  expect(asked.length).toBeGreaterThan(150);
  expect(await readWhole(asked)).toEqual([]);
});

/** The queries that read all of something that grows, each with how. */
async function readWhole(asked: readonly RootOperationNode[]): Promise<readonly (readonly string[])[]> {
  const executor = alive.kysely.getExecutor();
  const whole = new Map<string, string>();
  for (const [number, node] of asked.entries()) {
    const query = executor.compileQuery(node, { queryId: String(number) });
    const { rows } = await alive.kysely.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]),
    );
    for (const { detail } of rows)
      if (GROWS.test(detail) && ALL_OF_IT.test(detail)) whole.set(query.sql, detail);
  }
  return [...whole];
}
