import { normalPostcode } from "~/domain/shared/identifiers";
import type { Position } from "~/domain/shared/place";
import { readableAddress, readableName } from "../published/names";
import { publishedPosition } from "../published/places";
import {
  type FileRead,
  type Layout,
  OUTSIDE,
  type Progress,
  readRows,
  refuse,
  take,
} from "../published/rows";

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
  /** As NHS Choices gave it; null where it gave none that can be right. */
  readonly position: Position | null;
}

/** A row's field by the name of its column, trimmed; empty when there is none. */
export type Field = (name: string) => string;

/** The visible sites of a file whose postcode is wanted; `more` adds what this kind of file says besides. */
export const readSites = <T extends Site>(
  path: string,
  layout: Layout & { readonly header: readonly string[] },
  wanted: (postcode: string) => boolean,
  more: (site: Site, field: Field) => T,
  progress?: Progress,
): Promise<FileRead<T>> =>
  readRows(
    path,
    layout,
    (fields) => {
      const field: Field = (name) => fields[layout.header.indexOf(name)]?.trim() ?? "";
      if (field("OrganisationStatus") !== "Visible") return OUTSIDE;
      const published = field("Postcode");
      if (published === "") return refuse("no postcode");
      const postcode = normalPostcode(published);
      if (postcode === undefined) return refuse("no valid postcode");
      if (!wanted(postcode)) return OUTSIDE;
      const ods = field("OrganisationCode");
      if (!/^[A-Z0-9]{5,8}$/.test(ods)) return refuse("the organisation code is not an ODS code");
      const site: Site = {
        ods,
        name: readableName(field("OrganisationName")),
        address: readableAddress(["Address1", "Address2", "Address3", "City"].map(field)),
        postcode,
        parentOds: ods.slice(0, 3),
        phone: field("Phone"),
        website: field("Website"),
        position: publishedPosition(field("Latitude"), field("Longitude")),
      };
      return take(more(site, field));
    },
    progress,
  );
