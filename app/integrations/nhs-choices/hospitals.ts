import type { FileRead, Progress } from "../published/rows";
import { readSites, type Site } from "./site";

const HEADER =
  "OrganisationID,OrganisationCode,OrganisationType,SubType,Sector,OrganisationStatus,IsPimsManaged,OrganisationName,Address1,Address2,Address3,City,County,Postcode,Latitude,Longitude,ParentODSCode,ParentName,Phone,Email,Website,Fax".split(
    ",",
  );
/** This file is in Latin-1, and its separator is the byte of the sign "¬". */
const NOT_SIGN = 0xac;
const HOSPITALS = {
  title: "NHS Choices hospitals",
  columns: HEADER.length,
  header: HEADER,
  separator: NOT_SIGN,
  encoding: "latin1",
} as const;

/** A hospital, with the name of the organisation that ran it then. */
export interface Hospital extends Site {
  readonly parentName: string;
  readonly sector: "nhs" | "independent";
}

/** The visible hospitals whose postcode is wanted. */
export const readHospitals = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<Hospital>> =>
  readSites(
    path,
    HOSPITALS,
    wanted,
    (site, field) => ({
      ...site,
      parentOds: field("ParentODSCode"),
      parentName: field("ParentName"),
      sector: field("Sector") === "NHS Sector" ? "nhs" : "independent",
    }),
    progress,
  );
