import type { ClinicRule } from "~/usecases/load-area/rules";

const SCHOOL = "a school or youth project where another body held a clinic in 2016";

/** What is true of every clinic of the list of 2016, wherever it is. In order: the first that fits decides. */
export const CLINICS_LEFT_OUT: readonly ClinicRule[] = [
  { name: /school/i, means: { leaveOut: SCHOOL } },
  { name: /operations centre|\bhq\b/i, means: { leaveOut: "an office, where patients are not seen" } },
];
export const HEARING_CLINICS: readonly ClinicRule[] = [
  { name: /hearing|hearcare/i, means: { serviceId: "hearing-test" } },
];
/** Where the place says nothing of who sees people there now. */
export const NOBODY_SAYS_WHO: ClinicRule = {
  name: /./,
  means: { leaveOut: "who gave care there in 2016 is not published" },
};

export const schoolsOf = (parents: readonly string[]): ClinicRule => ({
  name: /./,
  parents,
  means: { leaveOut: SCHOOL },
});

/** Clinics of the trusts that are loaded: places of theirs, with nothing said of what is done there. */
export const PLACES_OF_TRUSTS: ClinicRule = { name: /./, ofTrust: true, means: { placeOnly: true } };
