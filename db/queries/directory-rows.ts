import { LightContact } from "~/domain/directory/light-contact";
import type {
  Brand,
  Location,
  Offer,
  Organisation,
  OrganisationKind,
  Partnership,
  Service,
} from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import type { Tables } from "../schema";
import type { Row } from "./bulk";

/**
 * Rows of the directory ↔ its values. What is looked up or joined on has a column; the rest is one JSON body, written
 * only here, and so read back as the type it was written from.
 */

export const directoryTables = ["organisations", "services", "partnerships", "locations", "offers"] as const;
export type DirectoryTable = (typeof directoryTables)[number];

export const columnsOf: Readonly<Record<DirectoryTable, readonly string[]>> = {
  organisations: ["brand_id", "id", "ods_code", "name", "kind", "status", "body"],
  services: ["brand_id", "id", "name", "status", "body"],
  partnerships: ["brand_id", "id", "organisation_id", "starts_on", "ends_on", "body"],
  locations: ["brand_id", "id", "organisation_id", "postcode", "lat", "lon", "body"],
  offers: ["brand_id", "id", "service_id", "organisation_id", "location_id", "status", "body"],
};

const parse = <T>(body: string): T => JSON.parse(body) as T;

/**
 * Parses each distinct body once: of many thousands of offers most say the same, and then share one value. For a single
 * reading of a table, after which it is let go.
 */
const parsedOnce = <T>(): ((body: string) => T) => {
  const known = new Map<string, T>();
  return (body) => {
    const before = known.get(body);
    if (before !== undefined) return before;
    const value = parse<T>(body);
    known.set(body, value);
    return value;
  };
};

type BrandBody = Omit<Brand, "id" | "name">;

export const brandBody = ({ id: _id, name: _name, ...body }: Brand): string =>
  toJson(body satisfies BrandBody);

/** A policy written before promises and shares were counted gives no points for them. */
export function brandOf(row: Pick<Tables["brands"], "id" | "name" | "body">): Brand {
  const body = parse<BrandBody>(row.body);
  const written: Partial<Brand["policy"]["points"]> = body.policy.points;
  const points = { ...body.policy.points, kept: written.kept ?? 0, share: written.share ?? 0 };
  return { id: row.id, name: row.name, ...body, policy: { ...body.policy, points } };
}

type OrganisationBody = Omit<Organisation, "id" | "odsCode" | "name" | "kind" | "status">;

export function organisationRow(brandId: string, organisation: Organisation): Row {
  const { id, odsCode, name, kind, status, ...body } = organisation;
  return {
    brand_id: brandId,
    id,
    ods_code: odsCode,
    name,
    kind,
    status,
    body: toJson(body satisfies OrganisationBody),
  };
}

/** One written before there were links works on our own pages. */
export function organisationOf(row: Tables["organisations"]): Organisation {
  const body = parse<OrganisationBody>(row.body);
  return {
    id: row.id,
    odsCode: row.ods_code,
    name: row.name,
    kind: row.kind as OrganisationKind,
    status: row.status as Organisation["status"],
    ...body,
    ...(body.lightContact ? { lightContact: LightContact.parse(body.lightContact) } : {}),
  };
}

type PartnershipBody = Omit<Partnership, "id" | "organisationId" | "startsOn" | "endsOn">;

export function partnershipRow(brandId: string, partnership: Partnership): Row {
  const { id, organisationId, startsOn, endsOn, ...body } = partnership;
  return {
    brand_id: brandId,
    id,
    organisation_id: organisationId,
    starts_on: startsOn,
    ends_on: endsOn,
    body: toJson(body satisfies PartnershipBody),
  };
}

export function partnershipsFrom(rows: readonly Tables["partnerships"][]): Partnership[] {
  const bodyOf = parsedOnce<PartnershipBody>();
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    ...bodyOf(row.body),
  }));
}

type LocationBody = Omit<Location, "id" | "organisationId" | "postcode" | "position">;

export function locationRow(brandId: string, location: Location): Row {
  const { id, organisationId, postcode, position, ...body } = location;
  return {
    brand_id: brandId,
    id,
    organisation_id: organisationId,
    postcode,
    lat: position.lat,
    lon: position.lon,
    body: toJson(body satisfies LocationBody),
  };
}

export const locationOf = (row: Tables["locations"]): Location => ({
  id: row.id,
  organisationId: row.organisation_id,
  postcode: row.postcode,
  position: { lat: row.lat, lon: row.lon },
  ...parse<LocationBody>(row.body),
});

type ServiceBody = Omit<Service, "id" | "name" | "status">;

export function serviceRow(brandId: string, service: Service): Row {
  const { id, name, status, ...body } = service;
  return { brand_id: brandId, id, name, status, body: toJson(body satisfies ServiceBody) };
}

export const serviceOf = (row: Tables["services"]): Service => ({
  id: row.id,
  name: row.name,
  status: row.status as Service["status"],
  ...parse<ServiceBody>(row.body),
});

type OfferBody = Omit<Offer, "id" | "serviceId" | "organisationId" | "locationId" | "status">;

export function offerRow(brandId: string, offer: Offer): Row {
  const { id, serviceId, organisationId, locationId, status, ...body } = offer;
  return {
    brand_id: brandId,
    id,
    service_id: serviceId,
    organisation_id: organisationId,
    location_id: locationId,
    status,
    body: toJson(body satisfies OfferBody),
  };
}

export function offersFrom(rows: readonly Tables["offers"][]): Offer[] {
  const bodyOf = parsedOnce<OfferBody>();
  return rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    organisationId: row.organisation_id,
    locationId: row.location_id,
    status: row.status as Offer["status"],
    ...bodyOf(row.body),
  }));
}
