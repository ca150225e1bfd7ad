import type { Brand, OrganisationKind, Service } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";

/** Everything about an area that is a choice and not a published fact: kept as data, given to `loadArea`. */
export interface AreaRules {
  readonly brand: Brand;
  /** Organisations belong to the area when their postcode is in this local authority district (Code-Point). */
  readonly district: string;
  /** Postcode areas in which a person or an organisation of the area may be: "BS". */
  readonly postcodeAreas: readonly string[];
  /** Trusts are named: they serve more than one district, and their head office may be outside. */
  readonly trusts: readonly {
    readonly ods: string;
    readonly kind: OrganisationKind;
    readonly shortName: string;
  }[];
  /** Lines of an address that name an office: nobody is treated at one, so no place is called so. */
  readonly offices: RegExp;
  /** From when the organisations count as members of the brand, and what each may take along when it leaves. */
  readonly membersFrom: PlainDate;
  readonly returnTicket: string;
  readonly services: readonly Service[];
  /** By the name of the condition as published. */
  readonly pharmacyServices: Readonly<Record<string, string>>;
  readonly practiceServices: readonly string[];
  readonly specialties: readonly SpecialtyRule[];
  /** Fewer people waiting than this do not show that a trust gives this care. */
  readonly fewestPathways: number;
  /** Where a trust is known to give a specialty, by the site's code; elsewhere its own address stands. */
  readonly specialtySites: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly clinics: readonly ClinicRule[];
  readonly community: readonly CommunityRule[];
  /** Where a community service goes that no rule knows. */
  readonly otherCommunity: string;
  /** Who publishes the community services and checks them, as after "by". */
  readonly communityDirectory: string;
  readonly communityKinds: readonly { readonly name: RegExp; readonly kind: OrganisationKind }[];
  /** Days on which no partner's answer is due. */
  readonly bankHolidays: readonly { readonly day: PlainDate; readonly name: string }[];
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
