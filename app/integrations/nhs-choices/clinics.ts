import type { FileRead, Progress } from "../published/rows";
import { readSites, type Site } from "./site";

const HEADER =
  "OrganisationID,OrganisationCode,OrganisationType,SubType,OrganisationStatus,IsPimsManaged,OrganisationName,Address1,Address2,Address3,City,County,Postcode,Latitude,Longitude,Phone,Email,Website,Fax".split(
    ",",
  );
const CLINICS = { title: "NHS Choices clinics", columns: HEADER.length, header: HEADER };

/** The visible clinics whose postcode is wanted. */
export const readClinics = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<Site>> => readSites(path, CLINICS, wanted, (site) => site, progress);
