import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { ContactAnswer } from "~/domain/journeys/draft-answers";
import { languageLabel } from "~/domain/journeys/steps/preferences";
import { ACCESS_WORDS } from "~/domain/shared/access-needs";
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
  texts: "no texts",
  voicemail: "no voicemail",
  emails: "no emails",
};

/** Who a request is for, for the people who give the care. `practice` is a practice's name by its ODS code. */
export function whoLines(
  { person, who, contact, need }: RequestDetail,
  now: Instant,
  practice: (ods: string) => string,
): Line[] {
  const { registeredWith } = need.person;
  return [
    { label: "Name", value: person.name },
    {
      label: "Date of birth",
      value: `${dateInWords(person.bornOn)} (${ageInYears(person.bornOn, localDate(now))})`,
    },
    { label: "Sex", value: SEX[person.sex] },
    {
      label: "Asked by",
      value:
        who === "myself" ? "" : `${contact.name ?? "Someone else"}${who === "child" ? ", for a child" : ""}`,
    },
    { label: "Phone", value: contact.phone ?? "" },
    { label: "Email", value: contact.email ?? "" },
    { label: "Please avoid", value: contact.avoid.map((way) => AVOID[way]).join(", ") },
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
