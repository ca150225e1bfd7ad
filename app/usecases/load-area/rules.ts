import type { Brand, OrganisationKind, Service } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import type { FileKind } from "./find-files";

/** Everything about an area that is a choice and not a published fact: kept as data, given to `loadArea`. */
export interface AreaRules {
  readonly brand: Brand;
  /** The kinds of published files that the area is loaded from. */
  readonly files: readonly FileKind[];
  readonly extent: Extent;
  /** ODS's national groupings whose organisations see people of the area; the others are there without offers. Null: all. */
  readonly regions: RegExp | null;
  /** The trusts that are wanted, by code: they serve more than one district. Where none is named, every open one is. */
  readonly trusts: readonly { readonly ods: string; readonly shortName: string }[];
  /** The first that fits says what a trust is; one that none fits is a hospital trust. */
  readonly trustKinds: readonly ({ readonly kind: OrganisationKind } & (
    | { readonly ods: readonly string[] }
    | { readonly name: RegExp }
  ))[];
  /** Lines of an address that name an office: nobody is treated at one, so no place is called so. */
  readonly offices: RegExp;
  /** From when the organisations count as members of the brand, and what each may take along when it leaves. */
  readonly membersFrom: PlainDate;
  readonly returnTicket: string;
  readonly services: readonly Service[];
  /** By the name of the condition as published. */
  readonly pharmacyServices: Readonly<Record<string, string>>;
  readonly practiceServices: readonly string[];
  /** What a general dental practice offers anyone, but for those whose name says that they do something else. */
  readonly dentistServices: readonly string[];
  readonly otherDentists: RegExp;
  readonly specialties: readonly SpecialtyRule[];
  /** Fewer people waiting than this do not show that a trust gives this care. */
  readonly fewestPathways: number;
  /** Where a trust is known to give a specialty, by the site's code; elsewhere its own address stands. */
  readonly specialtySites: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clinics: readonly ClinicRule[];
  /** Null where no directory of community services is loaded. */
  readonly community: CommunityRules | null;
  /** Days on which no partner's answer is due. */
  readonly bankHolidays: readonly { readonly day: PlainDate; readonly name: string }[];
}

export type Extent =
  /** A local authority district by Code-Point, and the postcode areas ("BS") in which its people and organisations may be. */
  | { readonly kind: "district"; readonly district: string; readonly postcodeAreas: readonly string[] }
  /** All that the files hold. An organisation whose position nobody publishes is there, without a place. */
  | { readonly kind: "country" };

export interface CommunityRules {
  readonly rules: readonly CommunityRule[];
  /** Where a community service goes that no rule knows. */
  readonly other: string;
  /** Who publishes the community services and checks them, as after "by". */
  readonly directory: string;
  readonly kinds: readonly { readonly name: RegExp; readonly kind: OrganisationKind }[];
}

export interface SpecialtyRule {
  readonly serviceId: string;
  readonly specialty: string;
  readonly specialtyName: string;
}

/** The first rule whose words are in a clinic's name decides: a service that it gives, or a reason to leave it out. */
export interface ClinicRule {
  readonly name: RegExp;
  /** Only clinics of these organisations, by the first three characters of the code. */
  readonly parents?: readonly string[];
  /** Only clinics of a trust that is loaded. */
  readonly ofTrust?: true;
  readonly means:
    | { readonly serviceId: string }
    | { readonly placeOnly: true }
    | { readonly leaveOut: string };
}

/** A community service goes under every catalogue service whose words or audiences it has; at most three. */
export interface CommunityRule {
  readonly serviceId: string;
  readonly words: RegExp;
  readonly audiences?: readonly string[];
}
