/** What stands at the end of the id of one of several requests of a person, for a service that is made of several. */
const PLACE = /\.\d+(?=\*|$)/;

/** Who made a recorded request, as a key: what one person asks for at once has one id, but for its place. */
export const whoseRequest = (id: string): string => id.replace(PLACE, "");

/** The id of one of a person's several requests; the first place is 1. */
export const requestInPlace = (id: string, place: number): string => `${id}.${place}`;
