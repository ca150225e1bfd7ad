import { z } from "zod";
import { AVOID, type ContactAnswer } from "../draft-answers";
import { anyOf, isSeen, line } from "../input";
import type { StepDefinition } from "../step";

export const AVOID_LABELS: Readonly<Record<ContactAnswer["avoid"][number], string>> = {
  calls: "Do not ring",
  texts: "Do not text",
  voicemail: "Do not leave a voicemail",
  emails: "Do not email",
};

/** Room for a country's code, an extension's dashes and brackets. */
const LONGEST_PHONE = 40;

/** Digits as people write them: spaces, brackets, dots and dashes; a plus in front. 10 to 15 digits, as in E.164. */
function normalPhone(text: string): string | undefined {
  if (text.length > LONGEST_PHONE) return undefined;
  const bare = text.replace(/[\s().-]/g, "");
  return /^\+?\d{10,15}$/.test(bare) ? text : undefined;
}

/** Something before and after one @, with a dot after it: enough to notice a slip; only a message proves an address. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

export const contact: StepDefinition<ContactAnswer> = {
  id: "contact",
  title: () => "How can they reach you?",
  schema: ({ answers }) => {
    const forAnother = (answers.who?.who ?? "myself") !== "myself";
    return z
      .object({
        name: line
          .refine((text) => text !== "" || !forAnother, { error: "Enter your own name" })
          .refine((text) => text === "" || isSeen(text), { error: "Enter your own name, in letters" })
          .refine((text) => text.length <= 100, { error: "Your name must be 100 characters or fewer" }),
        phone: line.refine((text) => text === "" || normalPhone(text) !== undefined, {
          error: "Enter a phone number with 10 digits or more, like 01632 960 001",
        }),
        email: line.refine((text) => text === "" || (text.length <= 254 && EMAIL.test(text)), {
          error: "Type an email address, like name@example.com",
        }),
        avoid: anyOf(AVOID, "Choose from the answers on this page, or leave them all empty"),
      })
      .superRefine(({ phone, email, avoid }, context) => {
        const add = (field: string, message: string) =>
          context.addIssue({ code: "custom", path: [field], message });
        if (phone === "" && email === "") add("phone", "Enter a phone number or an email address");
        else if (
          !(email !== "" && !avoid.includes("emails")) &&
          !(phone !== "" && !(avoid.includes("calls") && avoid.includes("texts")))
        )
          add("avoid", "Leave at least one way to reach you");
      })
      .transform(({ name, phone, email, avoid }) => ({
        name: forAnother ? name : null,
        phone: phone || null,
        email: email || null,
        avoid,
      }));
  },
  typed: ({ name, phone, email, avoid }) => ({
    name: name ?? "",
    phone: phone ?? "",
    email: email ?? "",
    avoid,
  }),
  readBack: ({ name, phone, email, avoid }) => [
    ...(name === null ? [] : [{ step: "contact" as const, label: "Your name", value: name }]),
    { step: "contact", label: "Phone", value: phone ?? "None given" },
    { step: "contact", label: "Email", value: email ?? "None given" },
    ...(avoid.length === 0
      ? []
      : [
          {
            step: "contact" as const,
            label: "Please",
            value: avoid.map((way) => AVOID_LABELS[way]).join(", "),
          },
        ]),
  ],
};
