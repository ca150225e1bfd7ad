import type { LoaderFunctionArgs } from "@remix-run/node";
import { readSnapshot } from "~db/queries/lab-snapshots";
import { inLab } from "./lab-access";
import { pageFile } from "./page-file";
import { participantAt } from "./session-view";

/**
 * Nothing in it may run, be sent, or lead anywhere, however it is opened: it stands in an origin of its own, without scripts
 * and forms, in a frame of ours or alone. Its styles and pictures are ours.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin",
].join("; ");

/** A page as it was sent to a participant, alone; with `?save` as a file. 404 when no picture of it is kept. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  inLab(context, request, "watch-sessions");
  const { onedoor, brand } = context;
  const { id } = await participantAt(context, params.participant);
  const html = await readSnapshot(onedoor.db.kysely, brand.id, id, params.page ?? "");
  if (html === undefined) throw new Response(null, { status: 404 });
  const save = new URL(request.url).searchParams.has("save");
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": "private, no-store",
      ...(save
        ? { "Content-Disposition": `attachment; filename="${pageFile(id, params.page ?? "")}.html"` }
        : {}),
    },
  });
}
