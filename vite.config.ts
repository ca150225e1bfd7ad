import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { unwornIn } from "./app/styles/unworn";
import { alias } from "./vitest.config";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  resolve: { alias },
  publicDir: "public/assets",
  plugins: [
    remix({
      appDirectory: "app",
      // A build is made beside the one in use, and then put in its place whole.
      buildDirectory: process.env.ONEDOOR_BUILD ?? "build",
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // With it on, one request to /__manifest can burn a second of processor time.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
  ],
  ssr: { noExternal: ["nhsuk-react-components"] },
  css: {
    postcss: { plugins: [systemFontsOnly(), wornOnly()] },
    preprocessorOptions: {
      scss: { loadPaths: [resolve(import.meta.dirname, "node_modules")], quietDeps: true },
    },
  },
  build: { target: "es2022", assetsInlineLimit: 0, reportCompressedSize: false },
});

/** nhsuk-frontend declares fonts that load from another host; pages ask no one but us. */
function systemFontsOnly() {
  return {
    postcssPlugin: "system-fonts-only",
    AtRule: { "font-face": (rule: { remove(): void }) => rule.remove() },
  };
}

/** Leaves out the selectors of classes that no page wears, and what is empty without them. */
function wornOnly() {
  return {
    postcssPlugin: "worn-only",
    Rule(rule: { selectors: string[]; remove(): void }) {
      const worn = rule.selectors.filter((selector) => unwornIn(classesOf(selector)) === undefined);
      if (worn.length === 0) rule.remove();
      else if (worn.length < rule.selectors.length) rule.selectors = worn;
    },
  };
}

/** The classes that an element, or one around it, must have for a selector to mean it. */
const classesOf = (selector: string): string[] =>
  [...selector.replace(/:not\([^)]*\)/g, "").matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name);
