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

const HEADER =
  "OrganisationID,OrganisationCode,OrganisationType,SubType,OrganisationStatus,IsPimsManaged,OrganisationName,Address1,Address2,Address3,City,County,Postcode,Latitude,Longitude,Phone,Email,Website,Fax".split(
    ",",
  );
const CLINICS: Layout = { title: "NHS Choices clinics", columns: HEADER.length, header: HEADER };

/** A place where care is given, as NHS Choices listed it. */
export interface Site {
  readonly ods: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  /** The organisation that runs it: given, or the first three characters of a site code. */
  readonly parentOds: string;
  readonly phone: string;
  readonly website: string;
}

/** The visible clinics whose postcode is wanted. */
export const readClinics = (
  path: string,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<Site>> =>
  readRows(
    path,
    CLINICS,
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
        parentOds: ods.slice(0, 3),
        phone: field("Phone"),
        website: field("Website"),
      });
    },
    progress,
  );
