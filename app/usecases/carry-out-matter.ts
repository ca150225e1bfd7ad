import type { Matter } from "~/domain/governance/matter";
import { type Passed, whatPasses } from "~/domain/governance/what-passes";
import { type Instant, localDate } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import type { Decision } from "./audit";
import { addService, setServiceStatus } from "./change-catalogue";
import { changeDirectory } from "./change-directory";
import { changePartnership } from "./change-partnership";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

export type CarriedOut =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

interface CarryingOut {
  /** Done in the transaction of the change, once all of it is. */
  readonly also?: (tx: Tx, now: Instant) => Promise<void>;
  /** Says whether it can be, and leaves everything as it was. */
  readonly dryRun?: boolean;
}

/**
 * Makes the change that a matter comes to today, by the use case that a person makes it by, in that one's transaction.
 * Refused with what is in its way. Throws UnknownBrand.
 */
export async function carryOutMatter(
  onedoor: Onedoor,
  brandId: string,
  matter: Matter,
  who: Decision,
  { also, dryRun = false }: CarryingOut = {},
): Promise<CarriedOut> {
  const today = localDate(await brandNow(onedoor, brandId));
  const passed = whatPasses(matter, await onedoor.directories.current(brandId), today);
  const options = {
    dryRun,
    also: async ({ tx, now }: { readonly tx: Tx; readonly now: Instant }) => also?.(tx, now),
  };
  switch (passed.kind) {
    case "refused":
      return passed;
    case "partnership":
      return changePartnership(onedoor, brandId, () => passed.change, {
        who,
        dryRun,
        ...(also === undefined ? {} : { also }),
      });
    case "add-service":
      return said(await addService(onedoor, brandId, { who }, passed.words, options));
    case "retire-service":
      return said(
        await setServiceStatus(
          onedoor,
          brandId,
          { who },
          { serviceId: passed.serviceId, status: "closed" },
          options,
        ),
      );
    case "rows":
      return said(
        await changeDirectory<Refused>(
          onedoor,
          brandId,
          { who },
          (contents, at) => {
            // As the transaction sees it, not as it was kept.
            const now = whatPasses(matter, contents, at.today);
            return now.kind === "rows"
              ? { ...now, kind: "edit" }
              : { kind: "refused", reasons: refusal(now) };
          },
          options,
        ),
      );
    default:
      return passed satisfies never;
  }
}

type Refused = Extract<CarriedOut, { kind: "refused" }>;

const refusal = (passed: Passed): readonly string[] => (passed.kind === "refused" ? passed.reasons : []);

type Said =
  | { readonly kind: "done" | "not-allowed" | "not-found" | "changed-meanwhile" }
  | { readonly kind: "faulty" | "refused"; readonly reasons: readonly string[] };

function said(result: Said): CarriedOut {
  switch (result.kind) {
    case "done":
      return { kind: "done" };
    case "faulty":
    case "refused":
      return { kind: "refused", reasons: result.reasons };
    case "not-found":
      return { kind: "refused", reasons: ["There is no such service any more"] };
    // A decision needs nobody's leave, and looks at no page.
    case "not-allowed":
    case "changed-meanwhile":
      throw new Error(`A decision was refused: ${result.kind}`);
    default:
      return result satisfies never;
  }
}
