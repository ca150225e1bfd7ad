/** Texts that stand as they are although they are harder to read than the rest, each with its reason. */

const APPROVED = "A red flag: two clinicians approved these words, and nobody else changes them";
const CREDITED = "Words that a licence asks for";
const FRIENDS_AND_FAMILY =
  "The question of the NHS Friends and Family Test, which is asked in these words everywhere";
const FOR_THE_MACHINE = "A header that no person reads";
const NAME = "A name, as it stands on a door, a letter or a list";
const WHO_AGREED = "The names and work of who agreed the red flags, and how, for those who check them";
const LAW = "For those who give care: the law's own word tells them what they may do";
const STANDARD = "The name of a category of the Reasonable Adjustment Flag, as the standard has it";
const IN_POLISH = "Words in Polish: the measure is one of English";
const SUS =
  "A line of the System Usability Scale (Brooke 1996): scores, grades and averages hold for these words and no others";
const SEQ = "The Single Ease Question (Sauro and Dumas 2009): averages hold for these words and no others";
const WORD_TO_KNOW = "The word is the one that people know, and that letters use";

/** Files that hold no words for people who ask for care, or give it. */
export const NOT_READ: Readonly<Record<string, string>> = {
  "app/domain/journeys/danger-phrases.ts": "What people may type, to be recognised",
  "app/domain/usability/pages.ts": "Addresses, and what is wrong with one, for whoever writes a study",
  "app/domain/directory/search.ts": "Words that a search passes over",
  "app/domain/routing/explain.ts": "A decision as a terminal shows it",
  "app/domain/fulfilment/deadline-table.ts": "A table as a terminal shows it",
  "app/content/lab/method-rules.ts": "Names of statistical rules, as those who found them gave them",
  "app/domain/directory/partnership-changes.ts": "Refusals of a verb, in the words of DESIGN's table",
  "app/content/languages/polish.ts": IN_POLISH,
  "seeds/reference/larkmouth/services/approvers.ts": WHO_AGREED,
  "seeds/reference/larkmouth/states.ts": "Ids of offers",
  "seeds/areas/england/trusts.ts": "Codes of trusts",
};

/** By the text itself, so that a text that is changed is measured again. */
export const LISTED: Readonly<Record<string, string>> = {
  "I take medicine that weakens my body's defences, or am having chemotherapy": APPROVED,
  "I have back pain and cannot feel between my legs, or cannot control my bladder or bowels": APPROVED,
  "I have a high temperature, and I am shivering and shaking": APPROVED,
  "I was very ill from a vaccine before, and needed hospital": APPROVED,
  "I had a baby lately, and I have thoughts of harming myself or the baby": APPROVED,
  "My skin is blistering or peeling over large areas": APPROVED,
  "I cannot eat, drink or get to the toilet today, and nobody is here to help": APPROVED,
  "Owen Teller, fictional pharmacist of the demonstration": WHO_AGREED,
  "Dr Imogen Vale, fictional doctor of the demonstration": WHO_AGREED,
  "Not clinically reviewed. For demonstration only.": WHO_AGREED,
  "Written for this demonstration from general public NHS advice": WHO_AGREED,
  "Contains public sector information licensed under the Open Government Licence v3.0: NHS England (Organisation Data Service, referral-to-treatment waiting times, patients registered at a GP practice) and NHS Choices.":
    CREDITED,
  "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.":
    CREDITED,
  "Overall, how was your experience of our service?": FRIENDS_AND_FAMILY,
  "I found the website unnecessarily complex.": SUS,
  "I think that I would need the support of a technical person to be able to use this website.": SUS,
  "I found the various functions in this website were well integrated.": SUS,
  "I would imagine that most people would learn to use this website very quickly.": SUS,
  "I felt very confident using the website.": SUS,
  "Overall, how difficult or easy was the task to complete?": SEQ,
  "text/calendar; charset=utf-8; method=PUBLISH": FOR_THE_MACHINE,
  "Autism, ADHD and learning disability": NAME,
  "Larkmouth Care physiotherapy, second floor": NAME,
  "Bladder, kidney and prostate specialist": NAME,
  "Inside Westbrook Family Practice. Good with children.": NAME,
  "Larkmouth Council Adult Social Care": NAME,
  "Pharmacy help for a minor illness": NAME,
  "Eczema, acne and other skin problems": NAME,
  "a British Sign Language interpreter": NAME,
  "A British Sign Language (BSL) interpreter": NAME,
  "Somebody with parental responsibility asked them to": LAW,
  "The young person cannot decide this yet, they said, and they have parental responsibility. See the young person alone too":
    LAW,
  "The person cannot decide this, they said, and nobody is named to. Decide what is best for them before you begin (Mental Capacity Act 2005, section 4)":
    LAW,
  "Additional communication needs and support": STANDARD,
  "Adjustments for providing Additional Support to patients": STANDARD,
  "Adjustments for Individual Care Requirements": STANDARD,
  "Adjustments in relation to the environment of care": STANDARD,
  "Adjustments to support Additional needs": STANDARD,
  "Only in …, with no interpreter": WORD_TO_KNOW,
  "Are you allergic to any medicine?": WORD_TO_KNOW,
  "A demonstration: nobody answers this number": WORD_TO_KNOW,
};
