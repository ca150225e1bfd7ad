import { z } from "zod";
import { AVOID, type ContactAnswer, PREFERRED } from "../draft-answers";
import { anyOf, isSeen, line, lines } from "../input";
import type { StepDefinition } from "../step";

export const AVOID_LABELS: Readonly<Record<ContactAnswer["avoid"][number], string>> = {
  calls: "Do not ring",
  daytime: "Do not ring in the daytime",
  texts: "Do not text",
  voicemail: "Do not leave a voicemail",
  emails: "Do not email",
};

export const PREFERRED_LABELS: Readonly<Record<(typeof PREFERRED)[number], string>> = {
  text: "A text message",
  email: "An email",
  call: "A phone call",
  letter: "A letter",
};
/** No way stands out. */
export const ANY_WAY = "any";

export const LONGEST_NOTES = 300;
const LONGEST_ADDRESS = 250;

/** Room for a country's code, an extension's dashes and brackets. */
const LONGEST_PHONE = 40;

/** Digits as people write them: spaces, brackets, dots and dashes; a plus in front. 10 to 15 digits, as in E.164. */
function normalPhone(text: string): string | undefined {
  if (text.length > LONGEST_PHONE) return undefined;
  const bare = text.replace(/[\s().-]/g, "");
  return /^\+?\d{10,15}$/.test(bare) ? text : undefined;
}

/** Something before and after one @, with a dot after it: enough to notice a slip; only a message proves an address. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
export const BAD_EMAIL = "Type an email address, like name@example.com";

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
          error: BAD_EMAIL,
        }),
        avoid: anyOf(AVOID, "Choose from the answers on this page, or leave them all empty"),
        preferred: line.refine((value) => value === "" || value === ANY_WAY || isPreferred(value), {
          error: "Choose the way that suits you best, or “I do not mind”",
        }),
        address: lines.refine((text) => text.length <= LONGEST_ADDRESS, {
          error: `The address must be ${LONGEST_ADDRESS} characters or fewer`,
        }),
        notes: lines.refine((text) => text.length <= LONGEST_NOTES, {
          error: `What to know before they get in touch must be ${LONGEST_NOTES} characters or fewer`,
        }),
      })
      .superRefine(({ phone, email, avoid, preferred, address }, context) => {
        const add = (field: string, message: string) =>
          context.addIssue({ code: "custom", path: [field], message });
        if (phone === "" && email === "") add("phone", "Enter a phone number or an email address");
        else if (
          !(email !== "" && !avoid.includes("emails")) &&
          !(phone !== "" && !(avoid.includes("calls") && avoid.includes("texts")))
        )
          add("avoid", "Leave at least one way to reach you");
        const cannot = whyNot(preferred, { phone, email, avoid, address });
        if (cannot) add(cannot.field, cannot.message);
      })
      .transform(({ name, phone, email, avoid, preferred, address, notes }) => ({
        name: forAnother ? name : null,
        phone: phone || null,
        email: email || null,
        avoid,
        ...(isPreferred(preferred) ? { preferred } : {}),
        ...(address ? { address } : {}),
        ...(notes ? { notes } : {}),
      }));
  },
  typed: ({ name, phone, email, avoid, preferred, address, notes }) => ({
    name: name ?? "",
    phone: phone ?? "",
    email: email ?? "",
    avoid,
    preferred: preferred ?? ANY_WAY,
    address: address ?? "",
    notes: notes ?? "",
  }),
  readBack: ({ name, phone, email, avoid, preferred, address, notes }) => [
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
    ...(preferred
      ? [{ step: "contact" as const, label: "Best way", value: PREFERRED_LABELS[preferred] }]
      : []),
    ...(address ? [{ step: "contact" as const, label: "Letters go to", value: address }] : []),
    ...(notes ? [{ step: "contact" as const, label: "Good to know", value: notes }] : []),
  ],
};

const isPreferred = (value: string): value is (typeof PREFERRED)[number] =>
  (PREFERRED as readonly string[]).includes(value);

/** Why the way that suits best cannot be used, with what was given beside it; null when it can. */
function whyNot(
  preferred: string,
  {
    phone,
    email,
    avoid,
    address,
  }: Readonly<Record<"phone" | "email" | "address", string>> & Pick<ContactAnswer, "avoid">,
): { readonly field: string; readonly message: string } | null {
  const clash = {
    field: "preferred",
    message: "You chose one way twice: as the best, and as one not to use",
  };
  switch (preferred) {
    case "text":
    case "call":
      if (phone === "") return { field: "phone", message: "Enter a phone number, so that they can use it" };
      return avoid.includes(preferred === "text" ? "texts" : "calls") ? clash : null;
    case "email":
      if (email === "") return { field: "email", message: "Enter an email address, so that they can use it" };
      return avoid.includes("emails") ? clash : null;
    case "letter":
      return address === "" ? { field: "address", message: "Enter the address that letters go to" } : null;
    default:
      return null;
  }
}
