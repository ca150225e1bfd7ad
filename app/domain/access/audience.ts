/** Who signs in apart from one another: to ask for care, at work, and in the board room. */
export const AUDIENCES = ["patient", "partner", "board"] as const;
export type Audience = (typeof AUDIENCES)[number];

export const isAudience = (value: unknown): value is Audience =>
  (AUDIENCES as readonly unknown[]).includes(value);
