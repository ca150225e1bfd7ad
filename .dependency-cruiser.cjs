/** Imports point one way (docs/architecture.md). A test file may read anything; nothing may read a test file. */
const TEST = "\\.test\\.tsx?$";
const PACKAGES = "node_modules/";

/** Code under `from` may import only itself, the `to` folders, and packages. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: TEST },
  to: { pathNot: [from, ...to, PACKAGES], dependencyTypesNot: ["core"] },
});

const DOMAIN = "^app/domain/";
const CONTENT = "^app/content/";
const INTEGRATIONS = "^app/integrations/";
const USECASES = "^app/usecases/";
const DB = "^db/";
const SEEDS = "^seeds/";
const PAGE_BASICS = ["^app/front-door\\.ts$", "^app/paths\\.ts$", "^app/error-reference\\.ts$"];

module.exports = {
  forbidden: [
    {
      name: "domain-packages",
      comment: "The domain is pure: values in, decisions out.",
      severity: "error",
      from: { path: DOMAIN, pathNot: TEST },
      to: {
        path: PACKAGES,
        pathNot:
          "node_modules/(zod|kdbush|geokdbush|jstat|minisearch|luxon|@types/(geokdbush|kdbush|luxon))/",
      },
    },
    {
      name: "domain-node",
      comment: "The domain does no I/O and knows no clock.",
      severity: "error",
      from: { path: DOMAIN, pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    only("domain", DOMAIN, [], "The domain imports nothing of ours."),
    only("content", CONTENT, [DOMAIN], "Words read the domain's types."),
    only("db", DB, [DOMAIN], "Queries turn rows into domain values."),
    only("integrations", INTEGRATIONS, [DOMAIN], "Other people's shapes become domain values."),
    only(
      "usecases",
      USECASES,
      [DOMAIN, DB, INTEGRATIONS],
      "A use case calls the database, integrations and the domain.",
    ),
    only("jobs", "^app/jobs/", [USECASES, DOMAIN, DB], "What happens without a person calls use cases."),
    only(
      "seeds",
      SEEDS,
      [USECASES, DOMAIN, DB],
      "A demonstration is set up by the use cases that people use.",
    ),
    only(
      "bin",
      "^bin/",
      [USECASES, DOMAIN, DB, SEEDS],
      "A verb calls use cases to write and reads what it prints.",
    ),
    only(
      "components",
      "^app/components/",
      [DOMAIN, CONTENT, ...PAGE_BASICS],
      "Pieces of pages read types and words.",
    ),
    {
      name: "routes",
      comment:
        "A route calls use cases to write and db/queries to read; the server reaches it through its context.",
      severity: "error",
      from: { path: "^app/routes/", pathNot: TEST },
      to: {
        path: "^(app/(server|jobs|integrations)|bin|seeds|tests|db/(connect|migrations|dialects))",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "server-is-the-outermost",
      comment:
        "The server wires; nothing that it wires knows it, but for types of its context and the page's policy.",
      severity: "error",
      from: { path: "^(app/(?!server/|entry\\.server)|db/)", pathNot: TEST },
      to: { path: "^app/server/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-reads-tests-or-bin",
      severity: "error",
      from: { pathNot: ["^(tests|bin|bench)/", TEST] },
      to: { path: ["^(tests|bin)/", TEST] },
    },
    {
      name: "no-tests-in-routes",
      comment: "Remix would take one for a page.",
      severity: "error",
      from: { path: `^app/routes/.*${TEST}` },
      to: {},
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "all-resolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
    },
  },
};
