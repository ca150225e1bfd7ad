import { type AskedPlace, placeFrom } from "~/domain/directory/newcomers";
import { type ByManager, changeDirectory, type DirectoryChanged } from "./change-directory";
import type { Onedoor } from "./context";

type NotFound = { readonly kind: "not-found" };

/** Opens a place where one of a brand's organisations gives care; for some weeks or months when it has dates. */
export const openPlace = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  asked: AskedPlace,
): Promise<DirectoryChanged<NotFound>> =>
  changeDirectory<NotFound>(onedoor, brandId, by, (contents) => {
    if (!contents.organisations.some(({ id }) => id === asked.organisationId)) return { kind: "not-found" };
    const place = placeFrom(asked, contents);
    return {
      kind: "edit",
      put: { locations: [place] },
      action: "place-opened",
      subject: place.id,
      detail: place,
    };
  });
