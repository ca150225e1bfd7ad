import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const here = (folder: string) => `${resolve(import.meta.dirname, folder)}/`;
export const alias = {
  "~db/": here("db"),
  "~seeds/": here("seeds"),
  "~tests/": here("tests"),
  "~/": here("app"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    include: ["{app,db,seeds,bin,bench,tests}/**/*.test.{ts,tsx}"],
    pool: "forks",
  },
});
