import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { Basis, ContactAnswer } from "~/domain/journeys/draft-answers";
import { languageLabel } from "~/domain/journeys/steps/preferences";
import { RELATION_LABELS } from "~/domain/journeys/steps/proxy";
import { ACCESS_WORDS } from "~/domain/shared/access-needs";
import { ADJUSTMENT_WORDS } from "~/domain/shared/adjustments";
import { nhsNumberInWords } from "~/domain/shared/identifiers";
import { dateInWords, modesInWords } from "~/domain/shared/in-words";
import { ageInYears, type Instant, localDate } from "~/domain/shared/time";

interface Line {
  readonly label: string;
  readonly value: string;
}

const SEX: Readonly<Record<RequestDetail["person"]["sex"], string>> = {
  female: "Female",
  male: "Male",
  another: "Another",
  "not-said": "Not said",
};
const FIRST = { recommended: "What we recommend", soonest: "The soonest", nearest: "The nearest" } as const;
const AVOID: Readonly<Record<ContactAnswer["avoid"][number], string>> = {
  calls: "no calls",
  daytime: "no calls in the daytime",
  texts: "no texts",
  voicemail: "no voicemail",
  emails: "no emails",
};

const BASIS: Readonly<Record<Basis, string>> = {
  parental: "They have parental responsibility",
  "asked-by-parent": "Somebody with parental responsibility asked them to",
  "parental-young":
    "The young person cannot decide this yet, they said, and they have parental responsibility. See the young person alone too",
  agrees: "The person knows and agrees, they said",
  attorney:
    "The person cannot decide this, they said. They are their attorney or deputy: ask to see the paper",
  "best-interests":
    "The person cannot decide this, they said, and nobody is named to. Decide what is best for them before you begin (Mental Capacity Act 2005, section 4)",
};
const SHARE = { everything: "Everything about this request", times: "Only times and places" } as const;
const BEST: Readonly<Record<NonNullable<ContactAnswer["preferred"]>, string>> = {
  text: "By text",
  email: "By email",
  call: "By phone",
  letter: "By letter",
};

/** What whoever gives the care must know before anything else: what would help, and how to get in touch and how not. */
function firstLines({ adjustments, contact, preferences }: RequestDetail): Line[] {
  const help = adjustments?.chosen.map((each) => ADJUSTMENT_WORDS[each].staff) ?? [];
  const { language = null } = preferences;
  return [
    { label: "Please do", value: [...help, adjustments?.other ?? ""].filter(Boolean).join(". ") },
    {
      label: "Interpreter",
      value: language === null ? "" : `May be needed: ${languageLabel(language)}`,
    },
    { label: "Get in touch", value: contact.preferred ? BEST[contact.preferred] : "" },
    { label: "Please avoid", value: contact.avoid.map((way) => AVOID[way]).join(", ") },
    { label: "Before you do", value: contact.notes ?? "" },
  ];
}

/** Who asks for somebody else, in one line; empty for who asks for themselves. */
function askerWords({ who, contact, proxy }: RequestDetail): string {
  if (who === "myself") return "";
  const name = contact.name ?? "Someone else";
  const relation = proxy ? `, ${RELATION_LABELS[proxy.relation].toLowerCase()}` : "";
  return `${name}${relation || (who === "child" ? ", for a child" : "")}`;
}

/** "For Ravi Patel. Asked by Meera Patel, their parent.": whom somebody asked for; null when it is for themselves. */
export const forWhom = (detail: RequestDetail): string | null =>
  detail.who === "myself" ? null : `For ${detail.person.name}. Asked by ${askerWords(detail)}.`;

/** The line of a number that a group without records of its own has no use for. */
export const NHS_NUMBER = "NHS number";

/** Who a request is for, for the people who give the care. `practice` is a practice's name by its ODS code. */
export function whoLines(detail: RequestDetail, now: Instant, practice: (ods: string) => string): Line[] {
  const { person, contact, need, proxy } = detail;
  const { registeredWith } = need.person;
  return [
    ...firstLines(detail),
    { label: "Name", value: person.name },
    {
      label: "Date of birth",
      value: `${dateInWords(person.bornOn)} (${ageInYears(person.bornOn, localDate(now))})`,
    },
    { label: "Sex", value: SEX[person.sex] },
    { label: NHS_NUMBER, value: nhsNumberLine(person) },
    { label: "Asked by", value: askerWords(detail) },
    { label: "Agreement", value: proxy ? BASIS[proxy.basis] : "" },
    { label: "They may be told", value: proxy ? SHARE[proxy.share] : "" },
    { label: "Phone", value: contact.phone ?? "" },
    { label: "Email", value: contact.email ?? "" },
    { label: "Letters to", value: contact.address ?? "" },
    { label: "Lives at", value: need.place?.postcode ?? "" },
    {
      label: "Practice",
      value:
        registeredWith === null
          ? "Not known"
          : `${practice(registeredWith.ods)}${registeredWith.checked ? "" : " (said, not checked)"}`,
    },
  ];
}

/** Typed is no proof; a match says that a person we know has both this number and this date of birth. */
function nhsNumberLine({ nhsNumber, personId }: RequestDetail["person"]): string {
  if (nhsNumber === undefined) return "";
  const how = nhsNumber.proved ? "from NHS login" : "said, not checked";
  const match = personId === undefined ? "" : ". Same number and date of birth as somebody we know";
  return `${nhsNumberInWords(nhsNumber.value)} (${how})${match}`;
}

/** What matters to the person about how and when. */
export function wishLines({ preferences }: Pick<RequestDetail, "preferences">): Line[] {
  const { access = [], language = null } = preferences;
  return [
    // Without a wish there is nothing to say, and a line without a value is left out.
    { label: "How", value: modesInWords(preferences.modes) },
    { label: "Needs", value: access.map((need) => ACCESS_WORDS[need].choice).join(", ") },
    { label: "Language", value: language === null ? "" : languageLabel(language) },
    { label: "What matters most", value: FIRST[preferences.first] },
  ];
}
