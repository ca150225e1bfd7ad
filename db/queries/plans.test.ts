import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery, type KyselyPlugin, type RootOperationNode } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WORK_SORTS, WORK_VIEWS } from "~/domain/fulfilment/work-views";
import { runDueWork } from "~/jobs/due-work";
import { deleteParticipant, deleteParticipantsDue } from "~/usecases/lab/delete-participant";
import { tendLabWorlds } from "~/usecases/lab/worlds";
import { openLightLink } from "~/usecases/open-light-link";
import { completeFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment } from "~/usecases/respond-to-fulfilment";
import { sendDueMessages } from "~/usecases/send-messages";
import { submitRequest } from "~/usecases/submit-request";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { alikeDrafts } from "~tests/faults/drafts";
import { openFrontDoor, standing, TOWN, threePartners, VISITOR, worker } from "~tests/support/front-door";
import { codeOfLink, postOffice } from "~tests/support/post-office";
import { organisation } from "~tests/support/small-town";
import { readMemberships } from "./accounts";
import { likelyTwice, readPair } from "./asked-twice";
import { auditOf } from "./audit";
import { boardSeats } from "./board-seats";
import { unansweredCalls } from "./calls";
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
import { readProblems } from "./lab-problems";
import { labChangesAfter, newestLabChange, readConsent, readLabRecord } from "./lab-record";
import { readSnapshot } from "./lab-snapshots";
import { labWorldsOf, ownerOfLabWorld } from "./lab-worlds";
import { notArrived } from "./not-arrived";
import { readCapacities } from "./overlay";
import { participantBy, readParticipant, readParticipants } from "./participants";
import { promisesAtRisk } from "./promises-at-risk";
import { countUnreached, openStops } from "./red-flag-stops";
import { lastReferenceOf, openRequestsFor, requestsOf } from "./requests";
import { lookedAtBy, readsAtWork, redFlagsSince, unseenOf } from "./said";
import { savedViews } from "./saved-views";
import { sisterBrands } from "./sister-brands";
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

/** What grows with every request, by the names that queries give it. */
const GROWS =
  /^(SCAN|SEARCH) (requests|parts|fulfilments|fulfilment|decisions|events|messages|deliveries|light_links|red_flag_stops|drafts|audit|feedback|slots|slot|offer|wish|memberships|invitations|commands|earlier_offers|earlier_wishes|desk_takes|not_asked_twice|participants|lab_events|lab_snapshots|lab_problem_moments|asked|again|asked_part|again_part)\b/;
/** The whole of it, or all that is the brand's; not an index of only what is open, nor a look at the least of a diary. */
const ALL_OF_IT =
  /^SCAN|INDEX (?!parts_due|earlier_offers_open|memberships_on_board|sqlite_autoindex_slots_2)\w+ \(brand_id=\?\)$/;

/** How a database finds things is its own affair: this is how SQLite does. */
let folder = "";
let alive: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onedoor-plans-"));
  alive = await openDatabase(`sqlite:${join(folder, "onedoor.db")}`);
  await migrate(alive);
});
afterAll(async () => {
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
  await labChangesAfter(db.kysely, await newestLabChange(db.kysely), 200);
  await readSnapshot(db.kysely, TOWN, "nobody", "nothing");
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
  await deleteParticipant(onedoor, TOWN, "nobody");
  await deleteParticipantsDue(onedoor);
  await tendLabWorlds(onedoor);

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
  expect(asked.length).toBeGreaterThan(60);
  expect([...whole]).toEqual([]);
});
