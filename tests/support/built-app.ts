import { build } from "../../scripts/build.mjs";

/** Before tests that start the server: what it runs is built from the sources as they are now. */
export default async function buildApp(): Promise<void> {
  await build();
}
