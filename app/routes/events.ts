import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { mayInLab } from "~/domain/access/lab";
import { may } from "~/domain/access/may";
import { normalReference } from "~/domain/shared/identifiers";
import type { Topic } from "~/server/live";
import { readTracking } from "~db/queries/tracking";
import { maySee } from "./patient/requests-access";

/** A stream that says "changed", for whoever may see what it is about. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const topic = await topicFor(context, query);
  if (topic === null) throw new Response("Not found", { status: 404 });
  const since = Number.parseInt(query.get("since") ?? "", 10);
  const stream = context.live.stream(
    context.brand.id,
    topic,
    Number.isSafeInteger(since) ? since : Number.MAX_SAFE_INTEGER,
    whoListens(context, topic),
  );
  return stream ?? new Response("Too many listen now", { status: 503, headers: { "Retry-After": "60" } });
}

/** The account that is signed in for it; a guest by the visitor that has proved to know the request. */
function whoListens({ patient, partner, lab, visitor, participant }: AppLoadContext, topic: Topic): string {
  if (topic.kind === "taking-part") return `participant ${participant?.id}`;
  if (topic.kind === "request") return patient?.accountId ?? visitor?.hash ?? "";
  return (topic.kind === "session" ? lab?.accountId : partner?.accountId) ?? "";
}

async function topicFor(context: AppLoadContext, query: URLSearchParams): Promise<Topic | null> {
  const { onedoor, brand, partner, lab, participant } = context;
  const reference = normalReference(query.get("request") ?? "");
  if (reference !== undefined) {
    const tracking = await readTracking(onedoor.db.kysely, brand.id, reference);
    if (!tracking || !(await maySee(context, tracking))) return null;
    return { kind: "request", requestId: tracking.request.id };
  }
  const participantId = query.get("session");
  if (participantId !== null) {
    const seen = lab !== null && mayInLab(lab, "watch-sessions");
    return seen ? { kind: "session", participantId } : null;
  }
  if (query.has("taking-part"))
    return participant?.townId === brand.id ? { kind: "taking-part", participantId: participant.id } : null;
  const organisationId = query.get("organisation");
  if (organisationId !== null) {
    const seen = partner !== null && may(partner, "see-work", organisationId);
    return seen ? { kind: "organisation", organisationId } : null;
  }
  return query.has("desk") && partner !== null && may(partner, "see-desk") ? { kind: "desk" } : null;
}
