import { z } from "zod";
import { mobileNumber } from "../messages/ways";

/**
 * Where an organisation without a system of its own, and often without accounts, is sent a one-time link for each
 * request: by email, or by text when there is no email.
 */
export const LightContact = z
  .object({
    email: z.email().optional(),
    phone: z
      .string()
      .refine((typed) => mobileNumber(typed) !== undefined, { error: "must be a mobile number" })
      .optional(),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, {
    error: "must have an email or a mobile number",
  });
export type LightContact = Readonly<z.infer<typeof LightContact>>;
