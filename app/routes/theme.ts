import type { LoaderFunctionArgs } from "@remix-run/node";
import { isHexColour } from "~/domain/shared/contrast";

export const handle = { kept: [] };

/** The brand's own colour. A stylesheet, because the pages' policy takes no style written into them. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const { colour } = context.brand.mark;
  if (!isHexColour(colour)) throw new Error("A brand's colour is not a hex colour");
  return new Response(`:root{--brand-colour:${colour}}\n`, {
    headers: { "Content-Type": "text/css; charset=utf-8" },
  });
}
