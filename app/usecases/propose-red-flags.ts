import {
  type Author,
  flagFaults,
  type ProposedFlags,
  proposesChange,
  publishedFlags,
} from "~/domain/catalogue/red-flag-proposal";
import type { Service } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import { readService } from "~db/queries/directory";
import {
  deleteRedFlagProposal,
  putRedFlagProposal,
  type RedFlagProposal,
  redFlagProposals,
} from "~db/queries/red-flag-proposals";
import {
  type ByManager,
  type Changing,
  changeDirectory,
  type DirectoryChanged,
  mayChange,
} from "./change-directory";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

export type Proposed =
  | { readonly kind: "done"; readonly proposal: RedFlagProposal }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  /** Others were published or proposed since the page was opened. */
  | { readonly kind: "changed-meanwhile" }
  /** It says what is in force already. */
  | { readonly kind: "same" }
  | { readonly kind: "faulty"; readonly reasons: readonly string[] };

interface Proposing {
  readonly serviceId: string;
  readonly flags: ProposedFlags;
  /** How they stood when the page was opened, as `flagsStanding` says it; left out by who looks at no page. */
  readonly seen?: string;
}

/** How a service's signs stand: those in force, and what waits. */
export const flagsStanding = (
  service: Pick<Service, "redFlags">,
  proposal: Pick<RedFlagProposal, "id"> | null | undefined,
): string => `${service.redFlags?.version ?? 0} ${proposal?.id ?? ""}`;

/**
 * Proposes signs of danger for a service, in place of what was proposed for it before. Nothing changes for anybody who
 * asks until somebody else publishes them.
 */
export const proposeRedFlags = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  proposing: Proposing,
): Promise<Proposed> =>
  onedoor.db.write((tx) => proposeIn(onedoor, tx, brandId, by, authorOf(by), proposing));

/** The same in a transaction that does more, for whoever the caller vouches for. */
export async function proposeIn(
  onedoor: Onedoor,
  tx: Tx,
  brandId: string,
  changing: Changing,
  author: Author,
  { serviceId, flags, seen }: Proposing,
): Promise<Proposed> {
  if (!(await mayChange(tx, brandId, changing))) return { kind: "not-allowed" };
  const reasons = flagFaults(flags);
  if (reasons.length > 0) return { kind: "faulty", reasons };
  const service = await readService(tx, brandId, serviceId);
  if (service === undefined) return { kind: "not-found" };
  if (!proposesChange(flags, service.redFlags)) return { kind: "same" };
  const before = (await redFlagProposals(tx, brandId)).find((each) => each.serviceId === serviceId);
  // Proposed a second time, it is still the first one's proposal.
  if (before !== undefined && toJson(before.flags) === toJson(flags))
    return { kind: "done", proposal: before };
  if (seen !== undefined && seen !== flagsStanding(service, before)) return { kind: "changed-meanwhile" };
  const at = await brandNow(onedoor, brandId, tx);
  const baseVersion = service.redFlags?.version ?? 0;
  const proposal = { id: onedoor.newId(), serviceId, baseVersion, by: author, at, flags };
  await putRedFlagProposal(tx, brandId, proposal);
  await insertAudit(tx, brandId, [
    {
      at,
      actor: toJson(changing.who),
      action: "red-flags-proposed",
      subject: serviceId,
      body: toJson({ proposal: proposal.id, baseVersion, flags }),
    },
  ]);
  return { kind: "done", proposal };
}

type Gone = { readonly kind: "not-found" };

/** Takes back what was proposed, or turns it down: whoever runs the front door may, whoever proposed it. */
export const dropRedFlags = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  id: string,
): Promise<{ readonly kind: "done" } | { readonly kind: "not-allowed" } | Gone> =>
  onedoor.db.write(async (tx) => {
    if (!(await mayChange(tx, brandId, by))) return { kind: "not-allowed" } as const;
    const proposal = (await redFlagProposals(tx, brandId)).find((each) => each.id === id);
    if (proposal === undefined || !(await deleteRedFlagProposal(tx, brandId, id)))
      return { kind: "not-found" } as const;
    await insertAudit(tx, brandId, [
      {
        at: await brandNow(onedoor, brandId, tx),
        actor: toJson(by.who),
        action: "red-flags-dropped",
        subject: proposal.serviceId,
        body: toJson({ proposal: id, proposedBy: proposal.by }),
      },
    ]);
    return { kind: "done" } as const;
  });

export type NotPublished =
  | Gone
  /** Whoever proposed them cannot be the second person. */
  | { readonly kind: "own-proposal" }
  /** Others were published since they were proposed. */
  | { readonly kind: "moved-on" };

/**
 * Puts in force what another person proposed: from then on everybody who asks is asked these, and whoever was in the
 * middle of asking is asked again. It is the proposal of this id and no other, once.
 */
export async function publishRedFlags(
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  id: string,
): Promise<DirectoryChanged<NotPublished>> {
  const proposal = (await redFlagProposals(onedoor.db.kysely, brandId)).find((each) => each.id === id);
  if (proposal === undefined) return { kind: "not-found" };
  const approver = authorOf(by);
  if (proposal.by.id === approver.id) return { kind: "own-proposal" };
  try {
    return await changeDirectory<NotPublished>(
      onedoor,
      brandId,
      by,
      ({ services }, { today }) => {
        const service = services.find((each) => each.id === proposal.serviceId);
        if (service === undefined) return { kind: "not-found" };
        if ((service.redFlags?.version ?? 0) !== proposal.baseVersion) return { kind: "moved-on" };
        const people = { proposer: proposal.by, approver, on: today };
        const redFlags = publishedFlags(proposal.flags, service.redFlags, people);
        return {
          kind: "edit",
          put: { services: [{ ...service, redFlags }] },
          action: "red-flags-published",
          subject: service.id,
          detail: { proposal: id, before: service.redFlags, after: redFlags },
        };
      },
      {
        also: async ({ tx }) => {
          if (!(await deleteRedFlagProposal(tx, brandId, id))) throw new ProposalGone();
        },
      },
    );
  } catch (error) {
    if (error instanceof ProposalGone) return { kind: "not-found" };
    throw error;
  }
}

const authorOf = ({ who }: ByManager): Author => ({ id: who.accountId, name: who.name });

/** Somebody else published it, or took it back, while it was being published: nothing of this is kept. */
class ProposalGone extends Error {
  override readonly name = "ProposalGone";
}
