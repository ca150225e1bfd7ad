import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPicture } from "~db/queries/lab-pictures";
import { inLab } from "./lab-access";
import { pageFile } from "./page-file";
import { participantAt } from "./session-view";

/** The picture of a page as a participant saw it; with `?save` as a file. 404 when there is none. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  // An image of a page cannot sign in.
  if (context.lab === null) throw new Response(null, { status: 401 });
  inLab(context, request, "watch-sessions");
  const { onedoor, brand } = context;
  const { id } = await participantAt(context, params.participant);
  const png = await readPicture(onedoor.db.kysely, brand.id, id, params.page ?? "");
  if (png === undefined) throw new Response(null, { status: 404 });
  const save = new URL(request.url).searchParams.has("save");
  return new Response(new Uint8Array(png), {
    headers: {
      "Content-Type": "image/png",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "Cache-Control": "private, no-store",
      ...(save
        ? { "Content-Disposition": `attachment; filename="${pageFile(id, params.page ?? "")}.png"` }
        : {}),
    },
  });
}
