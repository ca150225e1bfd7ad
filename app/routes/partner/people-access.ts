import type { AppLoadContext } from "@remix-run/node";
import { notManagerWords } from "~/content/people";
import { may } from "~/domain/access/may";
import type { PartnerViewer } from "~/server/app-context";
import type { PartnerActor } from "~/usecases/respond-to-fulfilment";
import { type Colleague, readColleagues } from "~db/queries/colleagues";
import { managersOf } from "./colleagues";
import { atWork, notFound, organisationHere } from "./partner-access";

/** An organisation whose people are kept, and by whom. */
export interface Kept {
  readonly kind: "keeps";
  readonly viewer: PartnerViewer;
  readonly organisationId: string;
  readonly actor: PartnerActor;
}

/** The organisation that an address names, or the viewer's own, for whoever keeps its people; what to tell anybody else. */
export async function keptBy(context: AppLoadContext, request: Request) {
  const viewer = atWork(context, request);
  const asked = new URL(request.url).searchParams.get("organisation");
  const organisationId = organisationHere(viewer, asked, "keep-people");
  const { accountId, name } = viewer;
  if (organisationId === undefined) return { kind: "no-membership" as const, name };
  if (!may(viewer, "keep-people", organisationId)) {
    const organisation = context.directory.organisation(organisationId)?.name ?? organisationId;
    const words = notManagerWords(organisation, await managersOf(context, organisationId));
    return { kind: "not-manager" as const, words };
  }
  return {
    kind: "keeps" as const,
    viewer,
    organisationId,
    actor: { kind: "partner" as const, organisationId, accountId, name },
  };
}

/** The same where nothing but keeping people is any use. */
export async function mustKeep(context: AppLoadContext, request: Request): Promise<Kept> {
  const kept = await keptBy(context, request);
  if (kept.kind !== "keeps") throw new Response(null, { status: 403 });
  return kept;
}

/** One of an organisation's people, by the account that an address names. */
export async function colleagueHere(
  { onedoor, brand }: AppLoadContext,
  organisationId: string,
  accountId: string | undefined,
): Promise<Colleague> {
  const colleagues = await readColleagues(onedoor.db.kysely, brand.id, organisationId);
  const found = colleagues.find((colleague) => colleague.accountId === accountId);
  if (found === undefined) throw notFound();
  return found;
}
