import { agreedNow } from "~/domain/boxes/agreed";
import type { Brand, DirectoryContents, Offer } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import { sameValue } from "./change";
import { PARTNER_BOX } from "./step";

/** What people have decided of a front door and no file says: a load of data leaves it as they did. */
export type Kept = "look" | "policy" | "constitution" | "boxes";

interface OfBrand {
  readonly what: Kept;
  /** How the audit says that it was decided. */
  readonly action: string;
  readonly decided: (brand: Brand) => Partial<Brand>;
}

const OF_BRAND: readonly OfBrand[] = [
  {
    what: "look",
    action: "look-set",
    decided: ({ name, strapline, area, mark, desk }) => ({ name, strapline, area, mark, desk }),
  },
  { what: "policy", action: "policy-set", decided: ({ policy }) => ({ policy }) },
  {
    what: "constitution",
    action: "constitution-set",
    decided: ({ constitution }) => (constitution === undefined ? {} : { constitution }),
  },
];

/** A brand as an area's rules say it, but for what people have decided of the one that is there; and what that is. */
export function asDecided(
  rules: Brand,
  there: Brand,
  actions: ReadonlySet<string>,
): { readonly brand: Brand; readonly kept: readonly Kept[] } {
  const theirs = OF_BRAND.filter(({ action }) => actions.has(action)).map(({ what, decided }) => ({
    what,
    as: decided(there),
  }));
  let brand = rules;
  for (const { as } of theirs) brand = { ...brand, ...as };
  return {
    brand,
    kept: theirs.filter(({ as }) => !sameValue({ ...rules, ...as }, rules)).map(({ what }) => what),
  };
}

/** No file says how care arrives: what is new arrives in a style that its organisation's partnership agreed. */
export function inBoxesAgreed(contents: DirectoryContents, today: PlainDate): DirectoryContents {
  const said = contents.partnerships.filter(({ boxStyles }) => boxStyles !== undefined);
  const stylesOf = new Map(
    said.map(({ organisationId }) => [organisationId, agreedNow(contents, organisationId, today)]),
  );
  const agreed = (offer: Offer): Offer => {
    const styles = stylesOf.get(offer.organisationId) ?? [];
    const [first] = styles;
    if (first === undefined || styles.includes(offer.box.style)) return offer;
    return { ...offer, box: { ...offer.box, style: first } };
  };
  return stylesOf.size === 0 ? contents : { ...contents, offers: contents.offers.map(agreed) };
}

/** Whether care arrives otherwise than it would if nobody had said anything about it. */
export const areBoxesSet = ({ offers }: Pick<DirectoryContents, "offers">): boolean =>
  offers.some(({ box }) => !sameValue(box, PARTNER_BOX));
