import { normalPostcode } from "~/domain/shared/identifiers";
import { readableAddress, readableName } from "../published/names";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";
import type { Site } from "./clinics";

const HEADER =
  "OrganisationID,OrganisationCode,OrganisationType,SubType,Sector,OrganisationStatus,IsPimsManaged,OrganisationName,Address1,Address2,Address3,City,County,Postcode,Latitude,Longitude,ParentODSCode,ParentName,Phone,Email,Website,Fax".split(
    ",",
  );
/** This file is in Latin-1, and its separator is the byte of the sign "¬". */
const NOT_SIGN = 0xac;
const HOSPITALS: Layout = {
  title: "NHS Choices hospitals",
  columns: HEADER.length,
  header: HEADER,
  separator: NOT_SIGN,
  encoding: "latin1",
};

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
  readRows(
    path,
    HOSPITALS,
    (fields) => {
      const field = (name: string): string => fields[HEADER.indexOf(name)]?.trim() ?? "";
      if (field("OrganisationStatus") !== "Visible") return OUTSIDE;
      const published = field("Postcode");
      if (published === "") return refuse("no postcode");
      const postcode = normalPostcode(published);
      if (postcode === undefined) return refuse("no valid postcode");
      if (!wanted(postcode)) return OUTSIDE;
      const ods = field("OrganisationCode");
      if (!/^[A-Z0-9]{5,8}$/.test(ods)) return refuse("the organisation code is not an ODS code");
      return take({
        ods,
        name: readableName(field("OrganisationName")),
        address: readableAddress(["Address1", "Address2", "Address3", "City"].map(field)),
        postcode,
        parentOds: field("ParentODSCode"),
        parentName: field("ParentName"),
        sector: field("Sector") === "NHS Sector" ? "nhs" : "independent",
        phone: field("Phone"),
        website: field("Website"),
      });
    },
    progress,
  );
