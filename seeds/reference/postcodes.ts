import type { Position } from "~/domain/shared/place";

/** One row of the postcodes table. */
export interface PostcodeRow {
  readonly postcode: string;
  readonly position: Position;
  readonly district: string;
}

/** A neighbourhood: its outcode, where its middle is from the harbour wall (km east, km north), and how wide it is. */
interface Neighbourhood {
  readonly outcode: string;
  readonly name: string;
  readonly east: number;
  readonly north: number;
  readonly spread: number;
}

/**
 * The harbour wall is in open sea, some 70 km off the coast of Yorkshire, so that nothing here can be taken for a
 * real address. LM is not a postcode area that is in use.
 */
const HARBOUR_WALL: Position = { lat: 54.05, lon: 1.3 };
const KM_PER_DEGREE_LAT = 111.195;
const KM_PER_DEGREE_LON = KM_PER_DEGREE_LAT * Math.cos((HARBOUR_WALL.lat * Math.PI) / 180);

const LARKMOUTH: readonly Neighbourhood[] = [
  { outcode: "LM1", name: "Harbour and Old Town", east: 0, north: 0, spread: 0.6 },
  { outcode: "LM2", name: "Lighthouse Hill", east: 0.4, north: 1.9, spread: 0.8 },
  { outcode: "LM3", name: "Ropewalk", east: 1.8, north: -0.7, spread: 0.7 },
  { outcode: "LM4", name: "Westbrook", east: -2.4, north: 0.3, spread: 0.9 },
  { outcode: "LM5", name: "Fenny Lark", east: -6.2, north: -1.8, spread: 0.8 },
  { outcode: "LM6", name: "Sandholme", east: 1.5, north: 8.6, spread: 0.9 },
  { outcode: "LM7", name: "Highcombe", east: -8.5, north: -7, spread: 1.1 },
  { outcode: "LM8", name: "Otter's Reach", east: -4, north: 12.4, spread: 1 },
  { outcode: "LM9", name: "Gull Island", east: 7, north: -10.5, spread: 0.7 },
];

const SALTMARSH: readonly Neighbourhood[] = [
  { outcode: "LM20", name: "Saltmarsh", east: 16, north: -14, spread: 0.8 },
  { outcode: "LM21", name: "Reedham Staithe", east: 18.6, north: -12.6, spread: 0.7 },
  { outcode: "LM22", name: "Pan End", east: 13.4, north: -17.5, spread: 0.9 },
];

const INCODES = ["1AA", "1AB", "1AD", "1AE", "2AA", "2AB", "2AD", "2AE", "3AA", "3AB", "3AD", "3AE"];
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A place by its distance from the harbour wall, in kilometres. */
export const placeAt = (east: number, north: number): Position => ({
  lat: round(HARBOUR_WALL.lat + north / KM_PER_DEGREE_LAT),
  lon: round(HARBOUR_WALL.lon + east / KM_PER_DEGREE_LON),
});

/** Postcodes lie on a spiral from the middle outwards, evenly spread, the same each time. */
function streetsOf(district: string, { outcode, east, north, spread }: Neighbourhood): PostcodeRow[] {
  return INCODES.map((incode, index) => {
    const far = spread * Math.sqrt(index / INCODES.length);
    const angle = index * GOLDEN_ANGLE;
    return {
      postcode: `${outcode} ${incode}`,
      position: placeAt(east + far * Math.cos(angle), north + far * Math.sin(angle)),
      district,
    };
  });
}

export const LARKMOUTH_POSTCODES: readonly PostcodeRow[] = LARKMOUTH.flatMap((place) =>
  streetsOf("Larkmouth", place),
);
export const SALTMARSH_POSTCODES: readonly PostcodeRow[] = SALTMARSH.flatMap((place) =>
  streetsOf("Saltmarsh", place),
);

const BY_POSTCODE = new Map(
  [...LARKMOUTH_POSTCODES, ...SALTMARSH_POSTCODES].map((row) => [row.postcode, row.position]),
);

/** Where a fictional postcode is. Throws for one that is not in the list: a slip in the seeds. */
export function positionOf(postcode: string): Position {
  const position = BY_POSTCODE.get(postcode);
  if (position === undefined) throw new Error(`No fictional postcode ${postcode}`);
  return position;
}
