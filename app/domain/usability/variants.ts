import type { BoxSettings, BoxStyle, DirectoryContents } from "../directory/types";
import type { Variant, VariantChange } from "./study";

/** What of a directory a variant can make different. */
type Changed = Pick<DirectoryContents, "brand" | "services" | "offers">;
/** The rows that it does make different; a part without any is left out. */
export type VariantRows = Partial<Changed>;

/**
 * The directory of a world whose participant got this variant: its changes in their order, each on what the one before made.
 * Styles that a partnership has agreed do not bind it: to see what another box would do is what a study is for. Throws for
 * a service, or a reason for points, that the directory does not know.
 */
export const withVariant = <Contents extends Changed>(
  contents: Contents,
  { changes }: Pick<Variant, "changes">,
): Contents => changes.reduce<Contents>(withChange, contents);

/** What a variant makes different of a directory: the rows to write. */
export function rowsOfVariant(contents: Changed, variant: Pick<Variant, "changes">): VariantRows {
  const { brand, services, offers } = withVariant(contents, variant);
  const changed = <Row>(after: readonly Row[], before: readonly Row[]) =>
    after.filter((row, place) => row !== before[place]);
  const rows = {
    services: changed(services, contents.services),
    offers: changed(offers, contents.offers),
  };
  return {
    ...(brand === contents.brand ? {} : { brand }),
    ...(rows.services.length === 0 ? {} : { services: rows.services }),
    ...(rows.offers.length === 0 ? {} : { offers: rows.offers }),
  };
}

function withChange<Contents extends Changed>(contents: Contents, change: VariantChange): Contents {
  switch (change.change) {
    case "box-style": {
      const known = new Set(contents.services.map(({ id }) => id));
      const strange = change.services.find((id) => !known.has(id));
      if (strange !== undefined) throw unknown("service", strange);
      const ours = contents.offers.find(({ box }) => box.style === "brand")?.box.textSender ?? null;
      const meant = (serviceId: string) =>
        change.services.length === 0 || change.services.includes(serviceId);
      return {
        ...contents,
        offers: contents.offers.map((offer) =>
          meant(offer.serviceId) && offer.box.style !== change.style
            ? { ...offer, box: inStyle(offer.box, change.style, ours) }
            : offer,
        ),
      };
    }
    case "words": {
      const { service: id, name, summary } = change;
      if (!contents.services.some((service) => service.id === id)) throw unknown("service", id);
      return {
        ...contents,
        services: contents.services.map((service) =>
          service.id === id
            ? { ...service, name: name ?? service.name, summary: summary ?? service.summary }
            : service,
        ),
      };
    }
    case "order": {
      const { policy } = contents.brand;
      const strange = Object.keys(change.points).find((reason) => !(reason in policy.points));
      if (strange !== undefined) throw unknown("reason", strange);
      const points = { ...policy.points, ...change.points };
      return {
        ...contents,
        brand: { ...contents.brand, policy: { ...policy, version: policy.version + 1, points } },
      };
    }
    default:
      return change satisfies never;
  }
}

/**
 * A box in another name says nothing that was agreed for the one before: letter, call and sign are the new style's own, and
 * so is who texts. `ours` is who the front door's own texts are from.
 */
const inStyle = ({ tone }: BoxSettings, style: BoxStyle, ours: string | null): BoxSettings => ({
  style,
  letterhead: null,
  textSender: style === "partner" ? null : ours,
  caller: null,
  doorSign: null,
  questionsPhone: null,
  ...(tone === undefined ? {} : { tone }),
});

const unknown = (what: string, id: string): Error => new Error(`A variant of an unknown ${what}: ${id}`);
