/** What holds for everybody who takes part in any study, as a study's own words say it to them before they agree. */
export const ALWAYS_TOLD = [
  "We do not ask for your name.",
  "You can stop at any time, and you do not have to say why.",
  "If you stop, we keep what you did until then.",
  "You get a code: with it you can have all of it deleted, at any time.",
] as const;

/** What of it a study's words do not say in these words. They may be of before, and promise what is not so any more. */
export function notToldIn(information: string): readonly string[] {
  const words = information.replace(/\s+/g, " ");
  return ALWAYS_TOLD.filter((sentence) => !words.includes(sentence));
}
