/**
 * Everything a clean machine needs, then every test. The last line on standard output is "N passed, N failed"; each
 * check (style, types, import direction, build) counts as one. With --long, tests with chance in them are run in full
 * numbers, and docs/evidence says what was found.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { writeLongReport } from "./long-report.mjs";

const root = resolve(import.meta.dirname, "..");
process.chdir(root);
const long = process.argv.includes("--long");
const began = new Date();
const execute = promisify(execFile);

let passed = 0;
let failed = 0;

async function check(name, work) {
  const began = Date.now();
  try {
    await work();
    passed += 1;
    console.log(`✓ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    failed += 1;
    console.error(`✗ ${name}\n${error.message}`);
    return false;
  }
}

/** Runs a tool of ours. What it said is said when it is over, for others run beside it. */
async function run(command, ...options) {
  try {
    const script = join(root, "node_modules", command);
    const said = await execute(process.execPath, [script, ...options], { maxBuffer: 20_000_000 });
    process.stdout.write(said.stdout);
    process.stderr.write(said.stderr);
  } catch ({ stdout, stderr }) {
    throw new Error(`${stdout}${stderr}${[command, ...options].join(" ")} found something`);
  }
}

/** Runs every test and returns what vitest says of them; null when it did not come to say it. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-test-"));
  const report = join(folder, "report.json");
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, ...(long ? { ONEDOOR_LONG: "1" } : {}) },
      },
    );
    const vitest = JSON.parse(readFileSync(report, "utf8"));
    passed += vitest.numPassedTests;
    // A file that could not be loaded, or a leak after the last test, fails the run without failing a test.
    failed += status === 0 ? 0 : Math.max(vitest.numFailedTests, 1);
    return vitest;
  } catch (error) {
    failed += 1;
    console.error(`✗ the tests did not run to their end: ${error.message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// None of them needs what another makes, and each alone leaves a processor with little to do.
const [built, browser] = await Promise.all([
  check("build", build),
  check("browser", () => {
    process.env.CHROMIUM_PATH = ensureChromium();
  }),
  check("types", () => run("typescript/bin/tsc", "--noEmit")),
  check("import direction", () =>
    run("dependency-cruiser/bin/dependency-cruise.mjs", "app", "db", "seeds", "bin"),
  ),
  check("style", () => run("@biomejs/biome/bin/biome", "ci", ".")),
]);
const vitest = built && browser ? runTests() : null;
if (long && vitest !== null)
  console.log(`Written to ${writeLongReport({ root, vitest, passed, failed, began })}`);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
