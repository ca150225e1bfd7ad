import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createDirectories } from "~/usecases/directories";
import { createLabRecords } from "~/usecases/lab/records";
import type { Database } from "~db/connect";
import { readDirectoryContents, UnknownBrand } from "~db/queries/directory";
import { findPostcode } from "~db/queries/places";
import { BRISTOL } from "~seeds/areas/bristol";
import { ENGLAND } from "~seeds/areas/england";
import { onEachDatabase } from "~tests/support/databases";
import {
  CLINIC_HEADER,
  type Files,
  lines,
  pharmacyRow,
  practiceRow,
  publishedFolder,
  trustRow,
} from "~tests/support/published-folder";
import type { Onedoor } from "./context";
import { decide } from "./decide";
import { loadArea } from "./load-area";
import type { AreaRules } from "./load-area/rules";

const POSITIONS = "postcodes/gb_postcodes_latlon.csv.gz";
const DENTISTS = "ods/egdpprac_2024-08.csv.gz";
const quiet = { started: () => {}, rows: () => {}, written: () => {} };

/** Made up, and spread over a country: DN9 is an area whose postcodes no file places. */
const COUNTRY: Files = {
  [POSITIONS]: lines(
    "postcode,lat,lon",
    "AB1 9ZZ,57.149600,-2.096900",
    "BS1 9ZA,51.453000,-2.595000",
    "BS1 9ZB,51.454000,-2.593000",
    "BS3 9ZC,51.442000,-2.605000",
    "CF1 9ZZ,51.480000,-3.180000",
    "YO1 9ZZ,53.958000,-1.080000",
  ),
  "postcodes/gb_outcodes.csv": lines(
    "outcode,area,postcodes,lat,lon",
    "BS1,BS,900,51.45300,-2.59500",
    "DN9,DN,400,53.52100,-1.13000",
  ),
  "ods/epraccur_2025-11.csv.gz": lines(
    practiceRow({ code: "L81901", name: "QUAY PRACTICE", postcode: "BS1 9ZA", region: "Y58" }),
    practiceRow({ code: "B81901", name: "NORTH PRACTICE", postcode: "YO1 9ZZ", region: "Y63" }),
    practiceRow({ code: "C86901", name: "FEN PRACTICE", postcode: "DN9 9ZA", region: "Y63" }),
    practiceRow({ code: "C86902", name: "MILL PRACTICE", postcode: "DN9 9ZB", region: "Y63" }),
    practiceRow({ code: "W97901", name: "WELSH PRACTICE", postcode: "CF1 9ZZ", region: "W00" }),
  ),
  "ods/edispensary_2025-04.csv.gz": lines(
    pharmacyRow({ code: "FZZ01", name: "WELL", postcode: "BS1 9ZA", street: "5 NEAR STREET", region: "Y58" }),
    pharmacyRow({ code: "FZZ02", name: "WELL", postcode: "BS3 9ZC", street: "5 NEAR STREET", region: "Y58" }),
    pharmacyRow({ code: "FZZ03", name: "DONCASTER PHARMACY", postcode: "DN9 9ZB", region: "Y63" }),
    pharmacyRow({ code: "FZZ04", name: "WELSH PHARMACY", postcode: "CF1 9ZZ", region: "W00" }),
    pharmacyRow({ code: "FZZ05", name: "MANX PHARMACY", postcode: "IM1 1AA" }),
    pharmacyRow({ code: "FZZ06", name: "APPLIANCES", postcode: "BS1 9ZB", region: "Y58", subtype: "2" }),
    pharmacyRow({ code: "FZZ07", name: "SHUT", postcode: "BS1 9ZB", region: "Y58", status: "C" }),
  ),
  "nhs_choices/pharmacy_2020-02.csv.gz": lines(
    "FZZ03,Doncaster,1 Road,,,Doncaster,DN9 9ZB,01302 496 000,53.530,-1.140",
    "FZZ01,Well,5 Near Street,,,Bristol,BS1 9ZA,0117 496 0103,51.453,-2.595",
  ),
  [DENTISTS]: lines(
    pharmacyRow({ code: "V00901", name: "QUAY DENTAL", postcode: "BS1 9ZB", region: "Y58", subtype: "D" }),
    pharmacyRow({ code: "V00902", name: "P DENTAL", postcode: "BS1 9ZB", region: "Y58", subtype: "P" }),
    pharmacyRow({ code: "V00903", name: "ORTHODONTICS", postcode: "BS1 9ZB", region: "Y58", subtype: "D" }),
    pharmacyRow({ code: "V00904", name: "ARMY DENTAL", postcode: "BS1 9ZB", region: "Y99", subtype: "D" }),
  ),
  "ods/etr_2025-07.csv": lines(
    trustRow("RA7", "UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST", "BS1 9ZB"),
    trustRow("RVJ", "NORTH BRISTOL NHS TRUST", "BS3 9ZC"),
    trustRow("RRU", "LONDON AMBULANCE SERVICE NHS TRUST", "YO1 9ZZ"),
    trustRow("RT5", "LEICESTERSHIRE PARTNERSHIP NHS TRUST", "YO1 9ZZ"),
  ),
  "nhs_choices/clinics_2016.csv.gz": lines(
    CLINIC_HEADER,
    "1,NZZ71,Clinic,UNKNOWN,Visible,TRUE,Made-up Hearing Care,1 Street,,,Bristol,Avon,BS1 9ZA,51.4,-2.5,0117 496 0105,,,",
    "2,RT599,Clinic,UNKNOWN,Visible,FALSE,The Lodge,3 Street,,,York,,YO1 9ZZ,53.9,-1.0,,,,",
    "3,NZZ72,Clinic,UNKNOWN,Visible,FALSE,Somebody's Clinic,3 Street,,,York,,YO1 9ZZ,53.9,-1.0,,,,",
  ),
};

onEachDatabase((open) => {
  let db: Database;
  let onedoor: Onedoor;
  const folders: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    db = await open();
    const clock = () => "2026-11-22T09:00:00.000Z";
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const directories = createDirectories(db, { clock });
    onedoor = {
      db,
      directories,
      labRecords: createLabRecords(),
      clock,
      newId: randomUUID,
      newReference: () => "K7PM-3QXR",
      log,
    };
  });
  afterEach(async () => {
    for (const remove of folders.splice(0)) await remove();
  });

  const load = async (changes: Files = {}, rules: AreaRules = ENGLAND) => {
    const folder = await publishedFolder(changes);
    folders.push(folder.remove);
    return loadArea(onedoor, rules, { folder: folder.path, watch: quiet });
  };
  const loaded = async (changes: Files = {}, rules: AreaRules = ENGLAND) => {
    const result = await load(rules === ENGLAND ? { ...COUNTRY, ...changes } : changes, rules);
    if (result.kind !== "loaded") throw new Error(result.problem);
    return result;
  };
  const contents = () => readDirectoryContents(db.kysely, "england");
  const servicesOf = async (ods: string): Promise<string[]> => {
    const { organisations, offers } = await contents();
    const id = organisations.find(({ odsCode }) => odsCode === ods)?.id;
    return [...new Set(offers.filter((each) => each.organisationId === id).map((each) => each.serviceId))];
  };

  it("takes every active organisation of the lists, and says what each is", async () => {
    const { files } = await loaded();
    const report = (file: string) => files.find((each) => each.file.startsWith(file))?.report;
    expect(report("epraccur")).toMatchObject({ read: 5, taken: 5, added: 5, refusedInAll: 0 });
    expect(report("edispensary")).toMatchObject({ read: 7, taken: 6, added: 6, outside: 1 });
    expect(report("egdpprac")).toMatchObject({ read: 4, taken: 4, added: 4 });
    expect(report("etr")).toMatchObject({ read: 4, taken: 4, added: 4 });
    expect(report("gb_postcodes")).toMatchObject({ read: 6, taken: 6, added: 6 });
    const { organisations, brand } = await contents();
    const kind = (ods: string) => organisations.find(({ odsCode }) => odsCode === ods)?.kind;
    expect(kind("FZZ01")).toBe("pharmacy");
    expect(kind("FZZ06")).toBe("specialist");
    expect(kind("RA7")).toBe("hospital-trust");
    expect(kind("RT5")).toBe("mental-health-trust");
    expect(kind("RRU")).toBe("specialist");
    expect(brand).toMatchObject({ id: "england", kind: "real" });
    expect(brand.attribution.at(-1)).toMatch(
      /^Lists used: postcodes, 20 October 2025; GP practices, November 2025; .*clinics, 2016; .*waits, March 2026\.$/,
    );
    // The same name in the same street: the outcode tells them apart.
    expect(organisations.find(({ odsCode }) => odsCode === "FZZ02")?.shortName).toBe(
      "Well, Near Street, BS3",
    );
  });

  it("offers nothing in the name of who does not see people of England, or of whom it is not known", async () => {
    await loaded();
    expect((await servicesOf("FZZ01")).sort()).toEqual(["earache", "sore-throat", "urine-infection"]);
    expect(await servicesOf("L81901")).toContain("gp-appointment");
    expect(await servicesOf("V00901")).toEqual(["nhs-dentist"]);
    for (const ods of ["W97901", "FZZ04", "FZZ05", "FZZ06", "V00902", "V00903", "V00904", "RRU", "RT5"])
      expect(await servicesOf(ods), ods).toEqual([]);
    expect(await servicesOf("NZZ71")).toEqual(["hearing-test"]);
    const { organisations, locations, offers } = await contents();
    expect(locations.find(({ id }) => id === "clinic.rt599")?.organisationId).toBe("rt5");
    expect(organisations.some(({ odsCode }) => odsCode === "NZZ72")).toBe(false);
    expect(offers.every(({ slots, catchment }) => slots === null && catchment === null)).toBe(true);
  });

  it("places who has no postcode position by another list, or by the middle of the outcode, and says so", async () => {
    await loaded();
    const { locations, organisations } = await contents();
    const at = (id: string) => locations.find((each) => each.id === id);
    // A pharmacy at the same postcode is in NHS Choices with its position.
    expect(at("gp.c86902")).toMatchObject({ position: { lat: 53.53, lon: -1.14 } });
    expect(at("gp.c86902")?.address.join()).not.toMatch(/middle/);
    expect(at("gp.c86901")).toMatchObject({ position: { lat: 53.521, lon: -1.13 } });
    expect(at("gp.c86901")?.address.at(-1)).toBe("(distance is to the middle of DN9)");
    // Nobody says where the Isle of Man's is: it is there, without a place.
    expect(organisations.some(({ id }) => id === "fzz05")).toBe(true);
    expect(locations.some(({ organisationId }) => organisationId === "fzz05")).toBe(false);
  });

  it("does not believe a published position that is far from its outcode", async () => {
    await loaded({
      "nhs_choices/pharmacy_2020-02.csv.gz": lines(
        "FZZ03,Doncaster,1 Road,,,Doncaster,DN9 9ZB,01302 496 000,50.1,-5.2",
      ),
    });
    const { locations } = await contents();
    expect(locations.find(({ id }) => id === "rx.fzz03")).toMatchObject({
      position: { lat: 53.521, lon: -1.13 },
    });
  });

  it("shows a trust's wait where it is published, and none where it is not", async () => {
    await loaded();
    const { offers } = await contents();
    const offer = (id: string) => offers.find((each) => each.id === id);
    expect(offer("rtt.ra7.knee-operation")).toMatchObject({ wait: { days: 78, asOf: "2026-03-01" } });
    expect(offer("rtt.ra7.cataract-operation")?.wait).toBeNull();
    expect(offer("rtt.rvj.cataract-operation")).toBeUndefined();
  });

  it("changes nothing when it is loaded again, and says so", async () => {
    const first = await loaded();
    const before = await contents();
    const again = await loaded();
    expect(again.directoryVersion).toBe(first.directoryVersion);
    expect(await contents()).toEqual(before);
    for (const { file, report } of again.files)
      expect(report, file).toMatchObject({ added: 0, updated: 0, closed: 0 });
  });

  it("shares its postcodes with Bristol, whichever is loaded first, and neither undoes the other", async () => {
    const { [POSITIONS]: _, ...others } = COUNTRY;
    const bristol = () => loaded({}, BRISTOL);
    await bristol();
    await loaded({ ...others });
    expect(await findPostcode(db.kysely, "BS1 9ZA")).toMatchObject({ district: "E06000023" });
    expect(await findPostcode(db.kysely, "YO1 9ZZ")).toMatchObject({ district: null });
    for (const again of [await bristol(), await loaded({ ...others })]) {
      const report = again.files.find(({ file }) => file.startsWith("gb_postcodes"))?.report;
      expect(report).toMatchObject({ added: 0, closed: 0 });
    }
    expect(await findPostcode(db.kysely, "BS1 9ZA")).toMatchObject({ district: "E06000023" });
  });

  it.each([
    ["positions that break off", { [POSITIONS]: gzipSync("postcode,lat,lon\n".repeat(9)).subarray(0, 25) }],
    ["trusts in place of dentists", { [DENTISTS]: String(COUNTRY["ods/etr_2025-07.csv"]) }],
    ["no dentists", { [DENTISTS]: null }],
    ["no middles of outcodes", { "postcodes/gb_outcodes.csv": null }],
    ["another table in place of the middles of outcodes", { "postcodes/gb_outcodes.csv": "a,b\n1,2\n" }],
  ])("writes nothing at all when there are %s", async (_, changes) => {
    const result = await load({ ...COUNTRY, ...changes });
    expect(result.kind).toBe("unusable");
    await expect(contents()).rejects.toThrow(UnknownBrand);
    expect(await findPostcode(db.kysely, "BS1 9ZA")).toBeUndefined();
  });

  it("answers who could be asked, anywhere in the country", async () => {
    await loaded();
    const ask = async (service: string, postcode: string, registeredWith: string | null = null) => {
      const person = { bornOn: "1992-03-14", sex: null, registeredWith };
      const result = await decide(onedoor, "england", { service, postcode, ...person });
      if (result.kind !== "decided") throw new Error(result.problem);
      return result.decision;
    };
    const throat = await ask("sore-throat", "BS1 9ZA");
    expect(throat.candidates.map(({ facts }) => facts.organisationOds)).toEqual(["FZZ01", "FZZ02"]);
    expect((await ask("nhs-dentist", "BS1 9ZA")).chosen).toBe("dental.v00901.nhs-dentist");
    expect(await ask("knee-operation", "YO1 9ZZ", "B81901")).toMatchObject({
      outcome: "referral",
      chosen: "gp.b81901.knee-operation",
    });
  });
});
