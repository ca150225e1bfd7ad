/** Serves the demo: builds what is out of date, then starts the server, which sets up Larkmouth in a new database. */
import { build } from "./build.mjs";

await build();
process.env.DEMO = "1";
process.env.DEMO_YEAR ??= "1";
process.env.LOG_LEVEL ??= "warn";
process.env.NODE_ENV ??= "production";
await import("../build/node/start.js");
