import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const git = (...options) => execFileSync("git", options, { encoding: "utf8" }).trim();
const chance = (file) => /^tests\/(faults|properties)\//.test(file);

/**
 * Writes docs/evidence/<date>-long.md: what a long run tried, of which commit, how long it took and how it ended. Tests
 * with chance in them say in their names how often they were run; all others are one line a file. Returns its path.
 */
export function writeLongReport({ root, vitest, passed, failed, began }) {
  const ended = new Date();
  const date = ended.toISOString().slice(0, 10);
  const files = vitest.testResults
    .map(({ name, startTime, endTime, assertionResults }) => ({
      name: relative(root, name),
      took: endTime - startTime,
      tests: assertionResults,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const result = (tests) => {
    const bad = tests.filter(({ status }) => status !== "passed").length;
    return bad === 0 ? "passed" : `${bad} did not pass`;
  };
  const changed = git("status", "--porcelain") === "" ? "" : ", with changes not committed";
  const lines = [
    `# The long run of ${date}`,
    "",
    `- Commit: ${git("rev-parse", "HEAD")}${changed}`,
    `- Ended: ${ended.toISOString()}, after ${seconds(ended - began)}`,
    `- On: Node ${process.version}, ${process.platform}, ${cpus().length} processors`,
    `- Result: ${passed} passed, ${failed} failed`,
    "",
    "## Tests with chance in them, in full numbers",
    "",
    "| test | took | result |",
    "| --- | --- | --- |",
    ...files
      .filter(({ name }) => chance(name))
      .flatMap(({ name, tests }) =>
        tests.map(
          (test) =>
            `| ${name}: ${test.fullName.replaceAll("|", "\\|")} | ${seconds(test.duration ?? 0)} | ${test.status} |`,
        ),
      ),
    "",
    "## All others",
    "",
    "| file | tests | took | result |",
    "| --- | --- | --- | --- |",
    ...files
      .filter(({ name }) => !chance(name))
      .map(({ name, tests, took }) => `| ${name} | ${tests.length} | ${seconds(took)} | ${result(tests)} |`),
    "",
  ];
  const folder = join(root, "docs/evidence");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${date}-long.md`);
  writeFileSync(path, lines.join("\n"));
  return relative(root, path);
}
