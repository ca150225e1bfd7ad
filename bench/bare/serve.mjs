/** Serves the bare Remix app as its own documentation does: Express and @remix-run/express, with nothing before it. */
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import express from "express";

const [build] = process.argv.slice(2);
const app = express();
app.disable("x-powered-by");
app.all("*", createRequestHandler({ build: await import(pathToFileURL(build).href), mode: "production" }));
const server = app.listen(0, "127.0.0.1", () => {
  process.stdout.write(`open at http://127.0.0.1:${server.address().port}\n`);
});
