import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";
import { at, COLUMN, ODS_COLUMNS, type OdsOrganisation, organisationIn } from "./row";

const ETR: Layout = {
  title: "ODS trusts (etr)",
  columns: ODS_COLUMNS,
  header: null,
  looksRight: (fields) =>
    /^[A-Z0-9]{3,5}$/.test(at(fields, COLUMN.code)) &&
    at(fields, COLUMN.status) === "" &&
    /^[A-Z]$/.test(at(fields, COLUMN.trustType)),
};

/** The open trusts that are wanted by code. etr has no status: a trust is closed when it has a closing date. */
export const readTrusts = (
  path: string,
  wanted: (ods: string) => boolean,
  progress?: Progress,
): Promise<FileRead<OdsOrganisation>> =>
  readRows(
    path,
    ETR,
    (fields) => {
      if (at(fields, COLUMN.status) !== "") return refuse("a status, where trusts have none");
      const trust = organisationIn(fields);
      if (typeof trust === "string") return refuse(trust);
      return wanted(trust.ods) && at(fields, COLUMN.closed) === "" ? take(trust) : OUTSIDE;
    },
    progress,
  );
