/** Who signs in apart from one another: to ask for care, at work, in the board room, and in the usability lab. */
export const AUDIENCES = ["patient", "partner", "board", "lab"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const isAudience = (value: unknown): value is Audience =>
  (AUDIENCES as readonly unknown[]).includes(value);
