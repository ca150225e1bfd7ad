import type { LoaderFunctionArgs } from "@remix-run/node";

export const handle = { kept: [] };

/** The brand's own colour. A stylesheet, because the pages' policy takes no style written into them. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const { colour } = context.brand.mark;
  if (!/^#[0-9a-f]{3,8}$/i.test(colour)) throw new Error("A brand's colour is not a hex colour");
  return new Response(`:root{--brand-colour:${colour}}\n`, {
    headers: { "Content-Type": "text/css; charset=utf-8" },
  });
}
