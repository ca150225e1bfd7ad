import { z } from "zod";
import { BOX_ERRORS } from "~/content/box";
import { BOX_STYLES, BOX_TONES, type BoxSettings } from "~/domain/directory/types";
import { line, oneOf } from "~/domain/journeys/input";
import { isPhone } from "~/domain/shared/identifiers";

/** A line that falls back to the usual words when it is left empty. */
const own = (fits: (text: string) => boolean, message: string) =>
  line
    .refine((text) => text === "" || fits(text), { error: message })
    .transform((text) => (text === "" ? null : text));
const upTo = (most: number) => (text: string) => text.length <= most;

/** A box's settings as they are typed. */
export const BoxForm = z
  .object({
    style: oneOf(BOX_STYLES, BOX_ERRORS.style),
    tone: oneOf(["usual", ...BOX_TONES], BOX_ERRORS.tone),
    letterhead: own(upTo(80), BOX_ERRORS.letterhead),
    // As networks take a sender's name.
    textSender: own((text) => /^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/.test(text), BOX_ERRORS.textSender),
    caller: own(upTo(60), BOX_ERRORS.caller),
    doorSign: own(upTo(80), BOX_ERRORS.doorSign),
    questionsPhone: own(isPhone, BOX_ERRORS.questionsPhone),
  })
  .transform(({ tone, ...settings }): BoxSettings => (tone === "usual" ? settings : { ...settings, tone }));

/** The form's fields as they stand for some settings. */
export const typedBox = (settings: BoxSettings): Readonly<Record<keyof BoxSettings, string>> => ({
  style: settings.style,
  tone: settings.tone ?? "usual",
  letterhead: settings.letterhead ?? "",
  textSender: settings.textSender ?? "",
  caller: settings.caller ?? "",
  doorSign: settings.doorSign ?? "",
  questionsPhone: settings.questionsPhone ?? "",
});
