import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

/** A Remix app of one route: what the product's pages are measured beside. */
export default defineConfig({
  publicDir: false,
  plugins: [
    remix({
      buildDirectory: process.env.ONEDOOR_BUILD ?? "build",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
});
