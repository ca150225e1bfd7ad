import { normalPostcode, OdsCode } from "~/domain/shared/identifiers";
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

/**
 * ODS flat files have no header and 27 columns, the same for practices, dispensers and trusts. Column numbers are
 * from 0. (NHS England, ODS data file formats.)
 */
export const ODS_COLUMNS = 27;
export const COLUMN = {
  code: 0,
  name: 1,
  region: 2,
  addressFrom: 4,
  addressTo: 9,
  postcode: 9,
  closed: 11,
  status: 12,
  subtype: 13,
  parent: 14,
  joined: 15,
  phone: 17,
  trustType: 23,
  prescribingSetting: 25,
} as const;

/** What all ODS files say of an organisation. */
export interface OdsOrganisation {
  readonly ods: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly postcode: string;
  /** As published; it may be badly typed. */
  readonly phone: string;
  /** The national grouping: "Y58" is the South West of England, "W00" Wales. Empty where none is given. */
  readonly region: string;
  /** What kind of its kind, in a letter or digit whose meaning is the file's own. */
  readonly subtype: string;
}

export const at = (fields: readonly string[], column: number): string => fields[column]?.trim() ?? "";

/** The common part of a row, or why it cannot be used. */
export function organisationIn(fields: readonly string[]): OdsOrganisation | string {
  const ods = at(fields, COLUMN.code);
  if (!OdsCode.safeParse(ods).success) return "the organisation code is not an ODS code";
  const name = at(fields, COLUMN.name);
  if (name === "") return "no name";
  const postcode = normalPostcode(at(fields, COLUMN.postcode));
  if (postcode === undefined) return "no valid postcode";
  return {
    ods,
    name: readableName(name),
    address: readableAddress(fields.slice(COLUMN.addressFrom, COLUMN.addressTo)),
    postcode,
    phone: at(fields, COLUMN.phone),
    region: at(fields, COLUMN.region),
    subtype: at(fields, COLUMN.subtype),
  };
}

const STATUSES = new Set(["A", "C", "D", "P"]);
export const hasStatus = (fields: readonly string[]): boolean => STATUSES.has(at(fields, COLUMN.status));

/** The active organisations of a file that are of its own kind, and whose postcode is wanted. */
export const readActive = (
  path: string,
  layout: Layout,
  isOfKind: (fields: readonly string[]) => boolean,
  wanted: (postcode: string) => boolean,
  progress?: Progress,
): Promise<FileRead<OdsOrganisation>> =>
  readRows(
    path,
    layout,
    (fields) => {
      if (!hasStatus(fields)) return refuse("the status is none of A, C, D, P");
      if (at(fields, COLUMN.status) !== "A" || !isOfKind(fields)) return OUTSIDE;
      const organisation = organisationIn(fields);
      if (typeof organisation === "string") return refuse(organisation);
      return wanted(organisation.postcode) ? take(organisation) : OUTSIDE;
    },
    progress,
  );
