import { z } from "zod";

const POSTCODE = /^(GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2})$/;

/** "bs31tf" and "BS3  1TF" are one postcode: "BS3 1TF" (outcode, one space, incode). Undefined when it is not a postcode. */
export function normalPostcode(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s-]+/g, "");
  if (!POSTCODE.test(bare)) return undefined;
  return `${bare.slice(0, -3)} ${bare.slice(-3)}`;
}

/** The part before the space: "BS3". */
export const outcodeOf = (postcode: string): string => postcode.slice(0, postcode.indexOf(" "));

/** An organisation's number, as it is written on its letters: digits in groups, or all in one. */
export const isPhone = (text: string): boolean => /^\+?\d[\d ]{8,18}\d$/.test(text);

/** An ODS code as published: capitals and digits, 3 to 10 of them. */
export const OdsCode = z.string().regex(/^[A-Z0-9]{3,10}$/);

/** Ten digits whose last is the modulus-11 check digit (NHS Data Dictionary, NHS NUMBER). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** "999 000 0018" or "999-000-0018" as ten digits; undefined when it cannot be an NHS number (a slip is noticed). */
export function normalNhsNumber(text: string): string | undefined {
  const bare = text.replace(/[\s-]+/g, "");
  return isNhsNumber(bare) ? bare : undefined;
}

/** "999 000 0018", as it is printed on letters. */
export const nhsNumberInWords = (digits: string): string =>
  `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;

/** No vowels and nothing that looks like another character, so that a reference can be read out on the telephone. */
const REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRTVWXY";

/** A reference from random bytes (7 or more of them): seven characters and a check character, "K7PM-3QXR". */
export function referenceFrom(bytes: Uint8Array): string {
  const base = REFERENCE_ALPHABET.length;
  const seven = Array.from({ length: 7 }, (_, index) => (bytes[index] ?? 0) % base);
  const text = [...seven, checkOf(seven)].map((value) => REFERENCE_ALPHABET[value]).join("");
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** What a person typed, in its normal form; undefined when it cannot be a reference (a slip of one character is noticed). */
export function normalReference(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s-]+/g, "");
  const values = [...bare].map((character) => REFERENCE_ALPHABET.indexOf(character));
  if (values.length !== 8 || values.some((value) => value < 0)) return undefined;
  if (checkOf(values.slice(0, 7)) !== values[7]) return undefined;
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}

/** Weights are coprime with 26, so one wrong character always changes the check; so do most swaps of neighbours. */
function checkOf(values: readonly number[]): number {
  const weights = [3, 5, 7, 9, 11, 15, 17];
  return (
    values.reduce((sum, value, index) => sum + value * (weights[index] ?? 1), 0) % REFERENCE_ALPHABET.length
  );
}
