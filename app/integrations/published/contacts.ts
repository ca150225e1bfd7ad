/**
 * A telephone number as it is written on paper, or null when what was published is not one. Numbers that begin with
 * 07 are left out: they are people's own. (Ofcom, National Telephone Numbering Plan: 10 or 11 digits after 0.)
 */
export function publicPhone(published: string): string | null {
  const digits = published.replace(/^\s*\+?44\s*\(?0?\)?/, "0").replace(/\D/g, "");
  if (!/^0[1-3589]\d{8,9}$/.test(digits)) return null;
  if (/^02\d/.test(digits) && digits.length === 11) return spaced(digits, 3, 7);
  if (/^(011\d|01\d1|03\d\d|08\d\d|09\d\d)/.test(digits)) {
    return digits.length === 11 ? spaced(digits, 4, 7) : null;
  }
  return spaced(digits, 5);
}

const spaced = (digits: string, ...cuts: readonly number[]): string =>
  [0, ...cuts].map((from, index) => digits.slice(from, cuts[index])).join(" ");

/** An address on the web that is safe to link to; what has no scheme gets http. Null for anything else. */
export function webAddress(published: string): string | null {
  const text = published.trim();
  if (text === "" || /\s/.test(text) || text.length > 300) return null;
  if (!/^https?:\/\//i.test(text) && /^[a-z]+:/i.test(text)) return null;
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    const plain =
      (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "";
    return plain && url.hostname.includes(".") ? url.href : null;
  } catch {
    return null;
  }
}

/** An e-mail address of an organisation; null when it is not one, or its name was taken out of the published copy. */
export function publicEmail(published: string): string | null {
  const text = published.replace(/\u00a0/g, " ").trim();
  if (!/^[^\s@<>"]{1,64}@[a-z0-9.-]+\.[a-z]{2,}$/i.test(text)) return null;
  return text.toLowerCase().startsWith("redacted@") ? null : text;
}
