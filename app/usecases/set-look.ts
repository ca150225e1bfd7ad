import type { Brand } from "~/domain/directory/types";
import { type ByManager, changeDirectory, type DirectoryChanged } from "./change-directory";
import type { Onedoor } from "./context";

/** What a front door is called, how it looks, and who answers at its desk. */
export type Look = Pick<Brand, "name" | "strapline" | "area" | "mark" | "desk">;

/** Gives a brand another name, mark or front desk. `faulty` says which colour nobody could read, and why. */
export const setLook = (
  onedoor: Onedoor,
  brandId: string,
  by: ByManager,
  look: Look,
): Promise<DirectoryChanged<never>> =>
  changeDirectory<never>(onedoor, brandId, by, ({ brand }) => ({
    kind: "edit",
    put: { brand: { ...brand, ...look } },
    action: "look-set",
    subject: brandId,
    detail: look,
  }));
