/** A place on a brand's board: of the partner that it speaks for, or, where that is null, of the brand itself. */
export interface Seat {
  readonly organisationId: string | null;
}

/** The seats that are kept of somebody. Whatever else they are in the brand is none, and lets them see nothing here. */
export const seatsOf = (
  kept: readonly { readonly organisationId: string | null; readonly role: string }[],
): readonly Seat[] =>
  kept.flatMap(({ organisationId, role }) => (role === "board" ? [{ organisationId }] : []));
