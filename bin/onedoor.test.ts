import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "~db/connect";
import { type Files, publishedFolder } from "~tests/support/published-folder";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

const root = resolve(import.meta.dirname, "..");
// Inside the project, so that the bundle finds the packages it leaves outside.
const bundle = join(root, "build", `command-${process.pid}`);
const work = mkdtempSync(join(tmpdir(), "onedoor-command-"));

/** The command as it is run: another process, with a database of its own. */
const onedoor = (args: readonly string[], database = `sqlite:${join(work, "onedoor.db")}`): Promise<Ran> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [join(bundle, "onedoor.js"), ...args],
      { cwd: work, env: { ...process.env, DATABASE_URL: database }, maxBuffer: 20_000_000 },
      (error, out, errors) =>
        done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, errors }),
    );
  });

describe("the command onedoor", { timeout: 60_000 }, () => {
  const folders: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    await build({
      entryPoints: [join(root, "bin/onedoor.ts")],
      outfile: join(bundle, "onedoor.js"),
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "error",
    });
    const folder = await publishedFolder();
    const loaded = await onedoor(["load", "bristol", "--from", folder.path]);
    await folder.remove();
    expect(loaded.errors).not.toMatch(/onedoor:/);
    expect(loaded.code).toBe(0);
  }, 120_000);
  afterEach(async () => {
    for (const remove of folders.splice(0)) await remove();
  });
  afterAll(() => {
    rmSync(bundle, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  });
  const folderOf = async (changes: Files): Promise<string> => {
    const folder = await publishedFolder(changes);
    folders.push(folder.remove);
    return folder.path;
  };
  const DECIDE = ["decide", "--brand", "bristol", "--service", "sore-throat", "--postcode", "bs19za"];

  it("has help on every verb", async () => {
    const { out, code } = await onedoor(["--help"]);
    const verbs = [...out.matchAll(/^ {2}([a-z-]+) /gm)]
      .map(([, verb]) => verb ?? "")
      .filter((verb) => verb !== "help");
    expect(code).toBe(0);
    expect(verbs).toEqual(
      expect.arrayContaining(["migrate", "load", "decide", "decision", "replay", "seed", "generate", "year"]),
    );
    for (const verb of verbs) {
      const help = await onedoor([verb, "--help"]);
      expect(help.code, verb).toBe(0);
      expect(help.out, verb).toMatch(new RegExp(`^Usage: onedoor ${verb}`));
    }
  }, 60_000);

  it("prints the table that sets every deadline, as text and as JSON", async () => {
    const text = await onedoor(["deadlines", "--brand", "bristol"]);
    expect(text.out).toMatch(/^Priority .*The front desk acts/m);
    expect(text.out).toMatch(/^Routine {2,}\d+ working days/m);
    const { deadlines } = JSON.parse((await onedoor(["deadlines", "--brand", "bristol", "--json"])).out);
    expect(deadlines.map(({ priority }: { priority: string }) => priority)).toEqual([
      "routine",
      "urgent",
      "asap",
    ]);
    const nowhere = await onedoor(["deadlines", "--brand", "nowhere"]);
    expect(nowhere).toMatchObject({ code: 1, out: "" });
    expect(nowhere.errors).toContain('There is no brand "nowhere"');
  });

  it("prints what a request would get, as text and as JSON", async () => {
    const json = await onedoor([...DECIDE, "--born", "1992-03-14", "--json"]);
    expect(json.code).toBe(0);
    const decision = JSON.parse(json.out);
    expect(decision).toMatchObject({ outcome: "offered", chosen: "pharmacy-first.fzz01.sore-throat" });
    expect(decision.candidates[0]).toMatchObject({
      offer: "pharmacy-first.fzz01.sore-throat",
      organisation: { ods: "FZZ01", name: "Well" },
      distanceKm: 0,
      eligible: true,
    });
    const text = await onedoor(DECIDE);
    expect(text.out).toMatch(/sore-throat in bristol: can be asked for/);
    const choosy = await onedoor([
      ...DECIDE,
      ...["--mode", "in-person", "phone", "--priority", "routine", "--access", "hoist", "bsl"],
      ...["--language", "pl", "--condition", "sore-throat", "--json"],
    ]);
    const [first] = JSON.parse(choosy.out).candidates;
    expect(first.eligible).toBe(true);
    expect(first.reasons).toEqual(
      expect.arrayContaining([
        "We will check that they have a hoist and a British Sign Language interpreter",
        "We will check that there can be an interpreter for Polish",
      ]),
    );
    // A child of three is too young for it.
    const child = await onedoor([...DECIDE, "--born", "2023-10-01", "--json"]);
    expect(JSON.parse(child.out)).toMatchObject({ outcome: "none", chosen: null });
  }, 60_000);

  it("copies a brand, and deletes the copy", async () => {
    await onedoor(["generate", "--brand", "first", "--offers", "50"]);
    const copy = [
      "copy-brand",
      "--from",
      "first",
      "--to",
      "second",
      "--name",
      "Second Care",
      "--area",
      "Reedmouth",
    ];
    expect(await onedoor([...copy, "--with-open-work"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^second: \d+ rows of first, and 0 open requests\n$/),
    });
    expect(await onedoor(copy)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/“second” is taken/),
    });
    const remove = ["delete-brand", "--brand", "second"];
    expect(await onedoor(remove)).toMatchObject({ code: 1, errors: expect.stringMatching(/--yes/) });
    expect(await onedoor([...remove, "--yes"])).toMatchObject({ code: 0, out: "second is gone\n" });
    expect((await onedoor(copy)).code).toBe(0);
  }, 60_000);

  it("writes a made-up world once, and answers in it", async () => {
    const generate = ["generate", "--brand", "dense", "--offers", "2000", "--seed", "3"];
    expect(await onedoor(generate)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^dense: 2,000 offers/),
    });
    expect((await onedoor(generate)).out).toMatch(/holds 2,000 offers, seed 3 already: nothing was changed/);
    const other = await onedoor([...generate.slice(0, -1), "4"]);
    expect(other).toMatchObject({ code: 1, errors: expect.stringMatching(/Nothing was changed/) });
    const asked = await onedoor([
      "decide",
      "--brand",
      "dense",
      "--service",
      "service-1",
      "--postcode",
      "bs19za",
      "--json",
    ]);
    expect(JSON.parse(asked.out)).toMatchObject({
      outcome: "offered",
      chosen: expect.stringMatching(/^offer-\d+$/),
    });
  }, 60_000);

  it("sets up the demonstration, and prints the decision that a request of it was routed by", async () => {
    const database = `sqlite:${join(work, "demo.db")}`;
    expect(await onedoor(["seed", "demo", "--no-year"], database)).toMatchObject({ code: 0, out: "" });
    const db = await openDatabase(database);
    const request = await db.kysely
      .selectFrom("requests")
      .select(["reference", "service_id"])
      .executeTakeFirstOrThrow();
    await db.close();
    const spoken = request.reference.toLowerCase().replace("-", " ");
    const { code, out } = await onedoor(["decision", spoken, "--brand", "larkmouth"], database);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${request.service_id} in larkmouth: `));
    const json = await onedoor(["decision", request.reference, "--json"], database);
    expect(JSON.parse(json.out)[0]).toMatchObject({ format: 2, serviceId: request.service_id });
    expect((await onedoor(["decision", request.reference, "--brand", "saltmarsh"], database)).code).toBe(1);
    const patient = await onedoor(["decision", request.reference, "--for", "patient"], database);
    expect(patient.out).toMatch(/^Why [\s\S]*^What you can do$/m);

    const replayed = await onedoor(["replay"], database);
    expect(replayed).toMatchObject({ code: 0, errors: "" });
    expect(replayed.out).toMatch(/^larkmouth: \d+ decisions judged again, \d+ the same, 0 different$/m);

    const forging = await openDatabase(database);
    await forging.kysely
      .updateTable("decisions")
      .set(({ eb }) => ({
        body: eb.fn("replace", ["body", eb.val('"eligible":true'), eb.val('"eligible":false')]),
      }))
      .execute();
    await forging.close();
    const forged = await onedoor(["replay", "--brand", "larkmouth"], database);
    expect(forged.code).toBe(1);
    expect(forged.out).toMatch(/, eligible: stored false, judged again true/);
    expect(forged.errors).toMatch(/^onedoor: \d+ decisions? judged again came out different/);
    expect((await onedoor(["replay", "--brand", "nowhere"], database)).code).toBe(1);
  }, 240_000);

  it("makes no year of a brand that it has no figures for, that is not there, or of a seed that is none", async () => {
    const database = `sqlite:${join(work, "year.db")}`;
    const nowhere = await onedoor(["year", "--brand", "nowhere"], database);
    expect(nowhere).toMatchObject({ code: 1, out: "" });
    expect(nowhere.errors).toMatch(
      /^onedoor: There is no year for "nowhere"; there is for: larkmouth, bristol$/m,
    );
    const unseeded = await onedoor(["year", "--brand", "larkmouth"], database);
    expect(unseeded.code).toBe(1);
    expect(unseeded.errors).toMatch(/^onedoor: There is no brand "larkmouth": load or seed it first$/m);
    const seed = await onedoor(["year", "--brand", "larkmouth", "--seed", "half"], database);
    expect(seed.errors).toMatch(/^onedoor: --seed needs a whole number from 0/m);
  });

  it("lets a partner go, dry and in earnest, and gives it a return ticket that opens", async () => {
    const database = `sqlite:${join(work, "leaving.db")}`;
    await onedoor(["seed", "demo", "--no-year"], database);
    const partner = ["--brand", "larkmouth", "--organisation", "harbour-trust"];
    const dry = await onedoor(["partner", "leave", ...partner, "--dry-run"], database);
    expect(dry.errors).toBe("");
    expect(dry.out).toMatch(/^Would be: harbour-trust, .*last day .*\nOpen fulfilments that go on: \d+\n/);
    expect(dry.out).toMatch(/Nothing was changed\.\n$/);
    const left = await onedoor(["partner", "leave", ...partner, "--yes"], database);
    expect(left.out).toBe(dry.out.replace("Would be", "Is now").replace("Nothing was changed.\n", ""));
    expect(await onedoor(["partner", "leave", ...partner, "--yes"], database)).toMatchObject({ code: 1 });

    const to = join(work, "ticket");
    const made = await onedoor(["export", ...partner, "--to", to], database);
    expect(made).toMatchObject({ code: 0, errors: "" });
    expect((await onedoor(["export", ...partner, "--to", to], database)).errors).toMatch(/is not empty/);
    const checked = await onedoor(["export", "--check", to]);
    expect(checked.code).toBe(0);
    const counts = (text: string) => text.split("\n").filter((line) => line.includes(".ndjson: "));
    expect(counts(checked.out)).toEqual(counts(made.out));
  });

  it("writes a catalogue and takes it in, dry and in earnest, elsewhere and again", async () => {
    const database = `sqlite:${join(work, "catalogue.db")}`;
    await onedoor(["seed", "demo", "--no-year"], database);
    const from = ["--brand", "larkmouth"];
    const to = ["--brand", "saltmarsh"];
    const file = join(work, "catalogue.json");
    const made = await onedoor(["catalogue", "export", ...from, "--to", file], database);
    expect(made).toMatchObject({ code: 0, out: "" });
    expect((await onedoor(["catalogue", "export", ...from, "--to", file], database)).errors).toMatch(
      /there already/,
    );
    const out = await onedoor(["catalogue", "export", ...from], database);
    expect(out.out).toBe(readFileSync(file, "utf8"));
    const { services } = JSON.parse(out.out) as { services: { id: string }[] };

    const same = await onedoor(["catalogue", "import", file, ...from, "--dry-run"], database);
    expect(same.out).toMatch(/^New: 0\nChanged: 0\nThe same: \d+\n/);
    const dry = await onedoor(["catalogue", "import", file, ...to, "--dry-run"], database);
    const added = Number(/^New: (\d+)\n/.exec(dry.out)?.[1]);
    expect(added).toBeGreaterThan(20);
    expect(dry.out).toMatch(/Nothing was changed\.\n$/);
    const taken = await onedoor(["catalogue", "import", file, ...to, "--yes"], database);
    expect(taken.out.replace(/.*\n$/, "")).toBe(dry.out.replace(/.*\n$/, ""));
    const again = await onedoor(["catalogue", "import", file, ...to, "--dry-run"], database);
    expect(again.out).toMatch(new RegExp(`^New: 0\nChanged: 0\nThe same: ${services.length}\n`));

    const bad = join(work, "bad.json");
    writeFileSync(bad, out.out.replace('"cost": "Free"', '"cost": 0'));
    expect(await onedoor(["catalogue", "import", bad, ...to, "--yes"], database)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/is no catalogue:\n {2}[a-z-]+, cost: /),
    });
  });

  it.each([
    ["a catalogue that is not there", ["catalogue", "import", "./none.json", "--brand", "bristol", "--yes"]],
    ["a catalogue taken in without a yes", ["catalogue", "import", "./none.json", "--brand", "bristol"]],
    ["a catalogue of nowhere", ["catalogue", "export", "--brand", "x"]],
    ["a partner's leaving without a yes", ["partner", "leave", "--brand", "bristol", "--organisation", "x"]],
    [
      "an organisation that is not there",
      ["partner", "suspend", "--brand", "bristol", "--organisation", "x", "--yes"],
    ],
    ["an export of nobody", ["export", "--brand", "bristol", "--organisation", "x", "--to", "./ticket-of-x"]],
    ["an export to nowhere", ["export", "--brand", "bristol"]],
    ["a ticket that is not there", ["export", "--check", "./nowhere"]],
    ["no verb", []],
    ["an unknown verb", ["sing"]],
    ["an option too few", ["decide", "--brand", "bristol"]],
    [
      "a brand that is not there",
      ["decide", "--brand", "x", "--service", "sore-throat", "--postcode", "BS1 9ZA"],
    ],
    [
      "a service that is not there",
      ["decide", "--brand", "bristol", "--service", "x", "--postcode", "BS1 9ZA"],
    ],
    [
      "a postcode that is none",
      ["decide", "--brand", "bristol", "--service", "sore-throat", "--postcode", "x"],
    ],
    [
      "a postcode of elsewhere",
      ["decide", "--brand", "bristol", "--service", "sore-throat", "--postcode", "AB1 9ZZ"],
    ],
    ["a date that never was", [...DECIDE, "--born", "1992-02-30"]],
    ["a date to come", [...DECIDE, "--born", "2999-01-01"]],
    ["a sex that is not asked for", [...DECIDE, "--sex", "x"]],
    ["a way that nobody is seen in", [...DECIDE, "--mode", "pigeon"]],
    ["a priority that is none", [...DECIDE, "--priority", "stat"]],
    ["a need that nobody asks of", [...DECIDE, "--access", "helipad"]],
    ["a language that is none", [...DECIDE, "--language", "xx"]],
    ["a condition that limits no offer", [...DECIDE, "--condition", "cold"]],
    ["a weight that is none", [...DECIDE, "--weight", "distance=huge"]],
    ["a practice that is none", [...DECIDE, "--registered-with", "FZZ01"]],
    ["a reference that is none", ["decision", "XXXX-XXXX"]],
    ["a request that is not there", ["decision", "2222-2222"]],
    ["no offers at all", ["generate", "--brand", "none", "--offers", "0"]],
    ["more offers than are made", ["generate", "--brand", "none", "--offers", "1000001"]],
    ["half an offer", ["generate", "--brand", "none", "--offers", "1.5"]],
    ["a brand that is no address", ["generate", "--brand", "Not This", "--offers", "10"]],
    ["a made-up world in a real brand", ["generate", "--brand", "bristol", "--offers", "10"]],
    ["a copy of a brand that is not there", ["copy-brand", "--from", "nowhere", "--to", "second"]],
    ["a copy at no address", ["copy-brand", "--from", "bristol", "--to", "Second One"]],
    ["a copy in no colour", ["copy-brand", "--from", "bristol", "--to", "pale", "--colour", "pale"]],
    ["a brand at bare addresses that is to go", ["delete-brand", "--brand", "bristol", "--yes", "--real"]],
    ["England where a file of it is missing", ["load", "england", "--from", "."]],
    ["an area without rules", ["load", "atlantis", "--from", "."]],
    ["a folder that is not there", ["load", "bristol", "--from", "./nowhere"]],
    ["an empty folder", ["load", "bristol", "--from", "."]],
  ])("stops with exit 1 and says why on standard error: %s", async (_, args) => {
    const { code, out, errors } = await onedoor(args);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(errors).toMatch(/\S/);
    expect(errors).not.toMatch(/\n\s+at /);
  });

  it("stops at a database address that is no use", async () => {
    const { code, errors } = await onedoor(["migrate"], "mysql://x");
    expect(code).toBe(1);
    expect(errors).toMatch(/DATABASE_URL must start with sqlite: or postgres:/);
  });

  it("leaves everything as it was when a file is broken", async () => {
    const before = await onedoor([...DECIDE, "--json"]);
    const broken = await folderOf({
      "ods/edispensary_2025-05.csv.gz": Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    });
    const { code, out, errors } = await onedoor(["load", "bristol", "--from", broken]);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(errors).toMatch(/edispensary_2025-05.csv.gz: the gzip is cut short. Nothing was changed./);
    expect((await onedoor([...DECIDE, "--json"])).out).toBe(before.out);
  });

  it.each([
    ["decide", DECIDE],
    ["decision", ["decision", "2222-2222"]],
  ])("%s reads no database that is not there, and makes none", async (_, args) => {
    const { code, out, errors } = await onedoor(args, `sqlite:${join(work, "nowhere/onedoor.db")}`);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(errors).toMatch(/There is no database at .*nowhere\/onedoor\.db/);
    expect(existsSync(join(work, "nowhere"))).toBe(false);
  });

  it("reports each file, and says nothing changed the second time", async () => {
    const folder = await folderOf({});
    const { out, errors, code } = await onedoor(["load", "bristol", "--from", folder]);
    expect(code).toBe(0);
    expect(errors).toMatch(/Reading .*epraccur_2025-11.csv.gz/);
    expect(out).toMatch(
      /epraccur_2025-11.csv.gz \(edition 2025-11\): 4 read, .* 2 taken, 0 new, 0 updated, 2 unchanged/,
    );
    expect(out).toMatch(/codepoint_open_[^\n]* [1-9]\d* taken, with nothing of its own to write, 0 refused/);
    expect(out).not.toMatch(/[1-9]\d* taken, 0 new, 0 updated, 0 unchanged, 0 closed/);
    expect(out).toMatch(/refused 1: no position \(row 5\)/);
  });
});
