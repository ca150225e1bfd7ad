import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DirectoryContents } from "~/domain/directory/types";
import { FIRST_CONSTITUTION } from "~/domain/governance/constitution";
import type { Matter } from "~/domain/governance/matter";
import type { Database } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import { putInDirectory, readDirectoryContents, UnknownBrand } from "~db/queries/directory";
import { readImports } from "~db/queries/imports";
import { findPostcode } from "~db/queries/places";
import { BRISTOL } from "~seeds/areas/bristol";
import { onEachDatabase } from "~tests/support/databases";
import { onedoorAt } from "~tests/support/onedoor-process";
import {
  type Files,
  MADE_UP,
  pharmacyRow,
  practiceRow,
  publishedFolder,
} from "~tests/support/published-folder";
import { carryOutMatter } from "./carry-out-matter";
import type { Onedoor } from "./context";
import { decide } from "./decide";
import { leavePartnership } from "./leave-partnership";
import { type LoadResult, loadArea } from "./load-area";
import { suspendPartnership } from "./suspend-partnership";

const PRACTICES = "ods/epraccur_2025-11.csv.gz";
const FEED = "oruk/bristol_services_v2_2024-12.json.gz";
const quiet = { started: () => {}, rows: () => {}, written: () => {} };

onEachDatabase((open) => {
  let db: Database;
  let onedoor: Onedoor;
  const folders: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    db = await open();
    onedoor = onedoorAt("2026-11-22T09:00:00.000Z", db);
  });
  afterEach(async () => {
    for (const remove of folders.splice(0)) await remove();
  });

  const load = async (changes: Files = {}): Promise<LoadResult> => {
    const folder = await publishedFolder(changes);
    folders.push(folder.remove);
    return loadArea(onedoor, BRISTOL, { folder: folder.path, watch: quiet });
  };
  const loaded = async (changes: Files = {}) => {
    const result = await load(changes);
    if (result.kind !== "loaded") throw new Error(result.problem);
    return {
      version: result.directoryVersion,
      kept: result.kept,
      report: (file: string) => result.files.find((each) => each.file.startsWith(file))?.report,
    };
  };
  const contents = (): Promise<DirectoryContents> => readDirectoryContents(db.kysely, "bristol");
  /** Rows that people have changed, with what the audit says of it. */
  const byHand = (
    rows: Parameters<typeof putInDirectory>[2],
    entries: readonly { readonly action: string; readonly subject: string }[],
  ) =>
    db.write(async (tx) => {
      await putInDirectory(tx, "bristol", rows);
      const entry = { at: onedoor.clock(), actor: "{}", body: "{}" };
      await insertAudit(
        tx,
        "bristol",
        entries.map((each) => ({ ...entry, ...each })),
      );
    });
  const problem = (result: LoadResult) => ("problem" in result ? result.problem : "");

  it("takes what is in the district and says why the rest was left", async () => {
    const { report } = await loaded();
    expect(report("epraccur")).toMatchObject({ read: 4, taken: 2, added: 2, outside: 2, refusedInAll: 0 });
    expect(report("edispensary")).toMatchObject({ read: 3, taken: 3, added: 3 });
    expect(report("codepoint_open_bs")).toMatchObject({
      read: 5,
      taken: 4,
      refused: [{ row: 5, reason: "no position" }],
    });
    expect(report("clinics")).toMatchObject({
      taken: 2,
      refused: [{ row: 3, reason: "a school or youth project where another body held a clinic in 2016" }],
    });
    expect(report("bristol_services")?.refused).toEqual([
      { row: 2, reason: "no name" },
      { row: 3, reason: "an id that was in the list before" },
    ]);
    expect(await findPostcode(db.kysely, "bs39zc")).toMatchObject({ district: "E06000023" });
    expect(await findPostcode(db.kysely, "AB1 9ZZ")).toBeUndefined();
  });

  it("leaves a partner that has left or is suspended as it is, however often it is loaded", async () => {
    await loaded();
    const ids = async () =>
      (await contents()).partnerships.map(({ organisationId, endsOn, suspendedFrom }) => ({
        organisationId,
        endsOn,
        suspendedFrom,
      }));
    const [first, second] = await ids();
    const change = { openWork: "finish" as const };
    const gone = { ...change, organisationId: first?.organisationId ?? "", on: null };
    expect(await leavePartnership(onedoor, "bristol", gone)).toMatchObject({ kind: "done" });
    const paused = { ...change, organisationId: second?.organisationId ?? "" };
    expect(await suspendPartnership(onedoor, "bristol", paused)).toMatchObject({ kind: "done" });
    const before = await ids();
    expect(before.filter(({ endsOn, suspendedFrom }) => endsOn ?? suspendedFrom)).toHaveLength(2);
    await loaded();
    expect(await ids()).toEqual(before);
  });

  it("writes organisations as people would, with only published facts", async () => {
    await loaded();
    const { organisations, locations } = await contents();
    const byOds = (ods: string) => organisations.find(({ odsCode }) => odsCode === ods);
    expect(byOds("L81901")).toMatchObject({
      name: "St Anne's HC",
      kind: "practice",
      phone: "0117 496 0101",
      listSize: { patients: 9876, asOf: "2021-01-01" },
      source: { edition: "2025-11" },
    });
    // A count of nobody is not a list size.
    expect(byOds("L81902")?.listSize).toBeNull();
    // ODS had no number, so the one of NHS Choices stands; where ODS has one, it stays.
    expect(byOds("FZZ01")).toMatchObject({ phone: "0117 496 0103", shortName: "Well, Near Street" });
    expect(byOds("FZZ02")).toMatchObject({ phone: "0117 496 0102", shortName: "Well, Far Street" });
    // A number that begins with 07 is somebody's own.
    expect(byOds("FZZ03")).toMatchObject({ name: "McKay & Sons NHS Pharmacy", phone: null });
    expect(byOds("RZZ")).toBeUndefined();
    expect(locations.find(({ id }) => id === "hospital.ra708")).toMatchObject({
      name: "Bristol Eye Hôpital",
      organisationId: "ra7",
      position: { lat: 51.454, lon: -2.593 },
    });
    expect(locations.every(({ opening }) => opening.length === 0)).toBe(true);
  });

  it("attaches services by rule, with real ages and real waits, and nothing invented", async () => {
    await loaded();
    const { offers, brand } = await contents();
    const offer = (id: string) => offers.find((each) => each.id === id);
    expect(brand.kind).toBe("real");
    expect(offer("pharmacy-first.fzz01.earache")?.ages).toEqual({ from: 1, until: 17 });
    expect(offer("pharmacy-first.fzz01.urine-infection")).toMatchObject({
      ages: { from: 16, until: 64 },
      sex: "female",
    });
    expect(offer("rtt.ra7.knee-operation")).toMatchObject({
      selfReferral: false,
      wait: { days: 78, asOf: "2026-03-01", source: "NHS England RTT, March 2026 (cleaned copy)" },
    });
    // No median is published: the wait is not known. The Eye Hospital is where eyes are seen.
    expect(offer("rtt.ra7.cataract-operation")).toMatchObject({ wait: null, locationId: "hospital.ra708" });
    // A zero is "not reported", and seven people are too few to go by.
    expect(offer("rtt.rvj.cataract-operation")).toBeUndefined();
    expect(offer("rtt.rvj.ear-nose-throat")).toBeUndefined();
    expect(offer("gp.l81901.knee-operation")).toMatchObject({ role: "referrer", ownListOnly: true });
    expect(offers.every(({ wait, slots }) => slots === null && (wait === null || wait.days > 0))).toBe(true);
    const states = await db.kysely.selectFrom("offer_states").selectAll().execute();
    expect(states).toEqual([]);
  });

  it("finds community services under the lines of the catalogue, in clean words", async () => {
    await loaded();
    const { offers, locations, organisations } = await contents();
    const company = offers.find(({ id }) => id === "oruk.a1.befriending");
    expect(company?.words).toEqual({
      name: "Tea and company",
      about: "A befriending group. Meet at BS3 9ZC. Ring (mobile number left out).",
      website: "http://www.example.org/",
      email: null,
      checkedOn: "2023-05-01",
      source: "Bristol's community directory",
    });
    expect(locations.find(({ id }) => id === company?.locationId)?.postcode).toBe("BS3 9ZC");
    expect(offers.some(({ id }) => id === "oruk.a1.carers-support")).toBe(true);
    expect(organisations.find(({ id }) => id === "oruk.o1")?.kind).toBe("social-enterprise");
    expect(offers.find(({ id }) => id === "oruk.a3.community-support")?.words?.website).toBeNull();
    // A trust that is in ODS is not made a second time.
    expect(offers.find(({ id }) => id.startsWith("oruk.a4."))?.organisationId).toBe("rvj");
  });

  it("changes nothing when it is loaded again", async () => {
    const first = await loaded();
    const before = await contents();
    const again = await loaded();
    expect(again.version).toBe(first.version);
    expect(await contents()).toEqual(before);
    for (const file of [
      "gb_postcodes",
      "epraccur",
      "edispensary",
      "pharmacy_2020",
      "pharmacy_first",
      "etr",
      "hospital",
    ]) {
      expect(again.report(file), file).toMatchObject({ added: 0, updated: 0, closed: 0 });
    }
    expect(again.report("epraccur")).toMatchObject({ unchanged: 2 });
    expect(again.report("bristol_services")).toMatchObject({ unchanged: 3, added: 0, updated: 0, closed: 0 });
    expect(await readImports(db.kysely, "bristol")).toHaveLength(13);
  });

  it("leaves a service that people have changed, and one that they have added, as they are", async () => {
    await loaded();
    const before = await contents();
    const [theirs, ours] = before.services;
    if (theirs === undefined || ours === undefined) throw new Error("Nothing was loaded");
    const added = { ...theirs, id: "hand-clinic", name: "Hand clinic" };
    const changed = { ...theirs, cost: "Free, says Bea", redFlags: null };
    await byHand({ services: [added, changed, { ...ours, cost: "Nobody said so" }] }, [
      { action: "service-added", subject: added.id },
      { action: "red-flags-published", subject: changed.id },
    ]);
    await loaded();
    const after = new Map((await contents()).services.map((service) => [service.id, service]));
    expect(after.get("hand-clinic")).toEqual(added);
    expect(after.get(changed.id)).toEqual(changed);
    // What nobody has changed is what the rules say.
    expect(after.get(ours.id)).toEqual(ours);
  });

  it("leaves what members have voted for, and what people have set, as it is, and says so", async () => {
    expect((await loaded()).kept).toEqual([]);
    const vote = async (matter: Matter) => {
      const who = { kind: "decision", proposalId: "a-vote" } as const;
      expect(await carryOutMatter(onedoor, "bristol", matter, who)).toMatchObject({ kind: "done" });
    };
    await vote({
      kind: "policy",
      points: { kept: 7 },
      answerWithin: { routine: { hours: 5 } },
      promiseWithin: {},
    });
    await vote({ kind: "constitution", rules: { ...FIRST_CONSTITUTION, quorum: 600 } });
    await vote({ kind: "box-rule", organisationId: "ra7", styles: ["brand"] });
    await vote({ kind: "retire-service", serviceId: "sore-throat" });
    const voted = await contents();
    expect(voted.brand).toMatchObject({ policy: { points: { kept: 7 } }, constitution: { quorum: 600 } });
    const again = await loaded();
    expect(again.kept).toEqual(["policy", "constitution", "boxes"]);
    expect(again.report("hospital")).toMatchObject({ added: 0, updated: 0, closed: 0 });
    expect(await contents()).toEqual(voted);

    const { brand } = voted;
    const look = { ...brand, name: "Avon Care", desk: { ...brand.desk, phone: "0117 496 0999" } };
    const [eyes] = voted.offers.filter(({ id }) => id === "rtt.ra7.cataract-operation");
    if (eyes === undefined) throw new Error("Nobody operates on eyes");
    const signed = { ...eyes, box: { ...eyes.box, doorSign: "Avon Eye Care" } };
    await byHand({ brand: look, offers: [signed] }, [{ action: "look-set", subject: "bristol" }]);
    expect((await loaded()).kept).toEqual(["look", "policy", "constitution", "boxes"]);
    expect((await contents()).brand).toEqual(look);
    expect((await contents()).offers).toContainEqual(signed);

    // What comes to a hospital trust that agreed another box arrives in it.
    const without = (await contents()).offers.filter(({ id }) => id !== "rtt.ra7.knee-operation");
    const knee = (await contents()).offers.find(({ id }) => id === "rtt.ra7.knee-operation");
    await db.write(async (tx) => {
      await tx.deleteFrom("offers").where("id", "=", "rtt.ra7.knee-operation").execute();
    });
    expect((await contents()).offers).toEqual(without);
    await loaded();
    expect((await contents()).offers).toContainEqual(knee);
    expect(knee?.box.style).toBe("brand");
  });

  it("updates and closes what a newer edition changes, and never goes back to an older one", async () => {
    const first = await loaded();
    const newer = {
      [PRACTICES]: null,
      "ods/epraccur_2025-12.csv.gz": practiceRow({ code: "L81901", name: "NEW NAME", postcode: "BS1 9ZB" }),
      "ods/edispensary_2025-04.csv.gz": pharmacyRow({ code: "FZZ01", name: "WELL", postcode: "BS1 9ZA" }),
    };
    const second = await loaded(newer);
    expect(second.report("epraccur")).toMatchObject({ updated: 1, closed: 1, added: 0 });
    expect(second.version).toBeGreaterThan(first.version);
    const after = await contents();
    expect(after.organisations.find(({ id }) => id === "l81902")?.status).toBe("closed");
    expect(after.offers.find(({ id }) => id === "gp.l81902.gp-appointment")?.status).toBe("closed");
    expect(after.offers.find(({ id }) => id === "pharmacy-first.fzz02.sore-throat")?.status).toBe("closed");
    expect(after.organisations.find(({ id }) => id === "l81901")).toMatchObject({
      name: "New Name",
      listSize: { patients: 9876 },
    });

    const older = await load();
    expect(older.kind).toBe("older");
    expect(problem(older)).toMatch(
      /epraccur_2025-11.csv.gz is edition 2025-11, and 2025-12 is loaded already/,
    );
    expect(await contents()).toEqual(after);
  });

  it.each([
    [
      "a gzip that is cut short",
      { [PRACTICES]: gzipSync("x".repeat(4_000)).subarray(0, 30) },
      /the gzip is cut short/,
    ],
    ["a gzip that is damaged", { [PRACTICES]: Buffer.from([0x1f, 0x8b, 9, 9, 9, 9]) }, /the gzip is damaged/],
    [
      "trusts in place of practices",
      { [PRACTICES]: String(MADE_UP["ods/etr_2025-07.csv"]) },
      /is not ODS practices/,
    ],
    [
      "another table with a header",
      { "nhs_choices/clinics_2016.csv.gz": "a,b,c\n1,2,3\n" },
      /is not NHS Choices clinics/,
    ],
    [
      "a quotation mark that is never closed",
      { [PRACTICES]: `"L81901,"A\n${"x,\n".repeat(50)}` },
      /line \d+: a quotation/,
    ],
    ["an empty file", { "ods/etr_2025-07.csv": "" }, /is empty/],
    [
      "a list that breaks off",
      { [FEED]: '[{"id":"a1","name":"A","status":"active"},{"id"' },
      /item 2: the list breaks off/,
    ],
    ["JSON that is no list", { [FEED]: '{"a":1}' }, /it is not a JSON list/],
    ["a missing file", { [PRACTICES]: null }, /these files are missing: ods\/epraccur_YYYY-MM.csv.gz/],
  ])("does nothing at all when there is %s", async (_, changes, message) => {
    const result = await load(changes as Files);
    expect(result.kind).toBe("unusable");
    expect(problem(result)).toMatch(message);
    await expect(contents()).rejects.toThrow(UnknownBrand);
    expect(await findPostcode(db.kysely, "BS1 9ZA")).toBeUndefined();
  });

  it("refuses malformed rows by their line and goes on with the others", async () => {
    const sound = practiceRow({ code: "L81901", name: "A SOUND PRACTICE", postcode: "BS1 9ZA" });
    const rows = [
      Buffer.from(`${sound}\n`),
      Buffer.from("one,two,three\n"),
      Buffer.from(`${sound.replace("SOUND", "BRO\u0001KEN")}\n`),
      Buffer.concat([
        Buffer.from('"L81905","'),
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`"${',""'.repeat(25)}\n`),
      ]),
      Buffer.from(`${sound.replace("A SOUND PRACTICE", "X".repeat(1_000_000))}\n`),
      Buffer.from(`${sound.replace("BS1 9ZA", "NOWHERE").replace("L81901", "L81906")}\n`),
      Buffer.from(`${sound}\n`),
      Buffer.from(`${sound.replace("L81901", "L81907")}\n`),
      Buffer.from(`${sound.replace("L81901", "L81908")}\n`),
      Buffer.from(`${sound.replace("L81901", "L81909")}\n`),
    ];
    const { report } = await loaded({ [PRACTICES]: Buffer.concat(rows) });
    expect(report("epraccur")).toMatchObject({ read: 10, taken: 4, added: 4, refusedInAll: 6 });
    expect(report("epraccur")?.refused).toEqual([
      { row: 2, reason: "3 columns, not 27" },
      { row: 3, reason: "a control character" },
      { row: 4, reason: "text that is not valid UTF-8" },
      { row: 5, reason: "a field of more than 4000 characters" },
      { row: 6, reason: "no valid postcode" },
      { row: 7, reason: "a code that was in the file before" },
    ]);
  });

  it("decides on what was loaded: nearest pharmacy first, own practice only, and a referral", async () => {
    await loaded();
    const ask = (service: string, registeredWith: string | null = null) =>
      decide(onedoor, "bristol", {
        service,
        postcode: "BS1 9ZA",
        bornOn: "1992-03-14",
        sex: null,
        registeredWith,
      });
    const decision = async (...question: Parameters<typeof ask>) => {
      const result = await ask(...question);
      if (result.kind !== "decided") throw new Error(result.problem);
      return result.decision;
    };
    const throat = await decision("sore-throat");
    expect(throat.candidates.map(({ facts }) => facts.organisationOds)).toEqual(["FZZ01", "FZZ02", "FZZ03"]);
    const practice = await decision("gp-appointment", "L81902");
    expect(
      practice.candidates.filter(({ eligible }) => eligible).map(({ facts }) => facts.organisationOds),
    ).toEqual(["L81902"]);
    const knee = await decision("knee-operation", "L81902");
    expect(knee).toMatchObject({ outcome: "referral", chosen: "gp.l81902.knee-operation" });
    expect(await ask("sore-throat", "RA7")).toMatchObject({ kind: "unknown" });
    expect(await ask("no-such-service")).toMatchObject({ kind: "unknown" });
  });
});
