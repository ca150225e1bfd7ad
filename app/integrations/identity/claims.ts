import { z } from "zod";
import { isNhsNumber } from "~/domain/shared/identifiers";

/**
 * What an identity provider says of a person, in NHS login's own names (NHS login external interface specification:
 * userinfo claims). People at work have a name and an email only. A claim that is malformed counts as not given; a
 * person without `sub` is not a person.
 */
export const IdentityClaims = z.object({
  sub: z.string().min(1).max(255),
  name: text(200),
  given_name: text(100),
  family_name: text(100),
  email: text(320),
  phone_number: text(40),
  nhs_number: z.string().refine(isNhsNumber).optional().catch(undefined),
  birthdate: z.iso.date().optional().catch(undefined),
  identity_proofing_level: z.enum(["P0", "P5", "P9"]).optional().catch(undefined),
  gp_registration_details: z
    .object({ gp_ods_code: z.string().max(10) })
    .optional()
    .catch(undefined),
});
export type IdentityClaims = z.infer<typeof IdentityClaims>;

function text(longest: number) {
  return z.string().trim().min(1).max(longest).optional().catch(undefined);
}

/** How a person is called: their whole name, else its parts, else the start of their email. */
export function nameOf(claims: IdentityClaims): string {
  const parts = [claims.given_name, claims.family_name].filter((part) => part !== undefined);
  return claims.name ?? (parts.join(" ") || claims.email?.split("@")[0] || "Someone");
}
