import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { runs } from "./tests/support/counts";

const here = (folder: string) => `${resolve(import.meta.dirname, folder)}/`;
export const alias = {
  "~db/": here("db"),
  "~seeds/": here("seeds"),
  "~tests/": here("tests"),
  "~/": here("app"),
};

const tests = (suffix: string) => `{app,db,seeds,bin,bench,tests}/**/*${suffix}`;
const DATABASE_TESTS = tests(".db.test.ts");
const SERVED_TESTS = tests(".{server,browser}.test.ts");

export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    // Left to itself vitest keeps a processor free, which of two is half: most tests wait, for a database or a browser.
    maxWorkers: "100%",
    // Nothing of ours is shared by import, and no test changes a module: what one file has loaded serves the next.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [tests(".test.{ts,tsx}")],
          exclude: [DATABASE_TESTS, SERVED_TESTS],
          setupFiles: ["tests/support/nhs-frontend.ts", "tests/support/no-console-errors.ts"],
          testTimeout: runs(20_000, 600_000),
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [DATABASE_TESTS],
          globalSetup: "tests/support/postgres-cluster.ts",
          setupFiles: "tests/support/no-console-errors.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "served",
          sequence: { groupOrder: 1 },
          include: [SERVED_TESTS],
          globalSetup: "tests/support/built-app.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
