import { latestBegun } from "../directory/standing";
import { type BoxStyle, type DirectoryContents, stylesAgreed } from "../directory/types";
import type { PlainDate } from "../shared/time";

/** The styles of box that an organisation's partnership of a day agreed; any when it has none yet. */
export const agreedNow = (
  { partnerships }: Pick<DirectoryContents, "partnerships">,
  organisationId: string,
  today: PlainDate,
): readonly BoxStyle[] =>
  stylesAgreed(
    latestBegun(
      partnerships.filter((one) => one.organisationId === organisationId),
      today,
    ),
  );
