import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** Files by their path in the folder; a name that ends in .gz is packed. Null leaves a file out. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

/** A row of an ODS flat file: 27 quoted columns, by number from 0. */
export function odsRow(columns: Readonly<Record<number, string>>): string {
  return Array.from({ length: 27 }, (_, index) => `"${columns[index] ?? ""}"`).join(",");
}

interface OdsFacts {
  readonly code: string;
  readonly name: string;
  readonly postcode: string;
  readonly street?: string;
  readonly status?: string;
  readonly phone?: string;
  /** The national grouping, as in "Y58"; Bristol's rules do not look at it. */
  readonly region?: string;
  readonly subtype?: string;
}

export const practiceRow = ({ code, name, postcode, street, status, phone, region }: OdsFacts): string =>
  odsRow({
    0: code,
    1: name,
    2: region ?? "",
    4: street ?? "1 MADE UP STREET",
    5: "BRISTOL",
    9: postcode,
    12: status ?? "A",
    17: phone ?? "",
    25: "4",
  });

/** A dispenser, or, with its sub-type, a dental practice. */
export const pharmacyRow = (facts: OdsFacts): string => {
  const { code, name, postcode, street, status, phone, region, subtype } = facts;
  return odsRow({
    0: code,
    1: name,
    2: region ?? "",
    4: street ?? "1 MADE UP STREET",
    5: "BRISTOL",
    9: postcode,
    12: status ?? "A",
    13: subtype ?? "1",
    17: phone ?? "",
  });
};

export const trustRow = (code: string, name: string, postcode: string): string =>
  odsRow({ 0: code, 1: name, 4: "TRUST HEADQUARTERS", 9: postcode, 23: "K" });

export const CLINIC_HEADER =
  "OrganisationID,OrganisationCode,OrganisationType,SubType,OrganisationStatus,IsPimsManaged,OrganisationName,Address1,Address2,Address3,City,County,Postcode,Latitude,Longitude,Phone,Email,Website,Fax";
const HOSPITAL_HEADER =
  "OrganisationID,OrganisationCode,OrganisationType,SubType,Sector,OrganisationStatus,IsPimsManaged,OrganisationName,Address1,Address2,Address3,City,County,Postcode,Latitude,Longitude,ParentODSCode,ParentName,Phone,Email,Website,Fax";
const WAITS_HEADER =
  "region_code,provider_code,provider_name,treatment_function_code,treatment_function,total_incomplete_pathways,total_within_18_weeks,pct_within_18_weeks,median_wait_weeks,p92_wait_weeks,total_52_plus,total_65_plus,total_78_plus,pct_52_plus,reporting_month";

/** Hospitals are published in Latin-1, with the byte of "¬" between columns. */
const hospitals = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    `${[HOSPITAL_HEADER.split(","), ...rows].map((row) => row.join("\u00ac")).join("\n")}\n`,
    "latin1",
  );

export const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

/** Every file that Bristol is loaded from, small and made up, in the published shapes. Postcodes are not real ones. */
export const MADE_UP: Files = {
  "postcodes/metadata.txt": "PRODUCT: OS CODE-POINT\nCOPYRIGHT DATE: 20251020\n",
  "postcodes/codepoint_open_bs.csv.gz": lines(
    '"BS1 9ZA",10,358700,172800,"E92000001","E19000002","E18000010","","E06000023","E05010907"',
    '"BS1 9ZB",10,358800,172900,"E92000001","E19000002","E18000010","","E06000023","E05010907"',
    '"BS3 9ZC",10,358000,171500,"E92000001","E19000002","E18000010","","E06000023","E05010892"',
    '"BS9 9ZD",10,362000,178000,"E92000001","E19000002","E18000010","","E06000025","E05010000"',
    '"BS9 9ZE",90,0,0,"E92000001","E19000002","E18000010","","E06000023","E05010000"',
  ),
  "postcodes/codepoint_open_ba.csv.gz": lines(
    '"BA1 9ZZ",10,373500,165200,"E92000001","E19000002","E18000010","","E06000022","E05001935"',
  ),
  "postcodes/gb_postcodes_latlon.csv.gz": lines(
    "postcode,lat,lon",
    "AB1 9ZZ,57.1,-2.1",
    "BA1 9ZZ,51.386,-2.382",
    "BS1 9ZA,51.45300,-2.59500",
    "BS1 9ZB,51.45400,-2.59300",
    "BS3 9ZC,51.44130,-2.60500",
    "BS9 9ZD,51.50000,-2.55000",
  ),
  "ods/epraccur_2025-11.csv.gz": lines(
    practiceRow({ code: "L81901", name: "ST.ANNE'S HC", postcode: "BS1 9ZA", phone: "0117 4960101" }),
    practiceRow({ code: "L81902", name: "THE OTHER PRACTICE", postcode: "BS3 9ZC" }),
    practiceRow({ code: "L81903", name: "A PRACTICE OUTSIDE", postcode: "BS9 9ZD" }),
    practiceRow({ code: "L81904", name: "A CLOSED PRACTICE", postcode: "BS1 9ZA", status: "C" }),
  ),
  "ods/edispensary_2025-04.csv.gz": lines(
    pharmacyRow({ code: "FZZ01", name: "WELL", postcode: "BS1 9ZA", street: "5 NEAR STREET" }),
    pharmacyRow({
      code: "FZZ02",
      name: "WELL",
      postcode: "BS1 9ZB",
      street: "9 FAR STREET",
      phone: "0117 4960102",
    }),
    pharmacyRow({
      code: "FZZ03",
      name: "MCKAY & SONS NHS PHARMACY",
      postcode: "BS3 9ZC",
      phone: "07700 900123",
    }),
  ),
  "ods/etr_2025-07.csv": lines(
    trustRow("RA7", "UNIVERSITY HOSPITALS BRISTOL AND WESTON NHS FOUNDATION TRUST", "BS1 9ZB"),
    trustRow("RVJ", "NORTH BRISTOL NHS TRUST", "BS9 9ZD"),
    trustRow("RVN", "AVON AND WILTSHIRE MENTAL HEALTH PARTNERSHIP NHS TRUST", "BA1 9ZZ"),
    trustRow("RZZ", "ANOTHER NHS TRUST", "BS1 9ZA"),
  ),
  "nhs_choices/pharmacy_2020-02.csv.gz": lines(
    "FZZ01,Well,5 Near Street,,,Bristol,BS1 9ZA,0117 496 0103,51.453,-2.595",
    "FZZ02,Well,9 Far Street,,,Bristol,BS1 9ZB,0117 496 0104,51.454,-2.593",
  ),
  "nhs_choices/clinics_2016.csv.gz": lines(
    CLINIC_HEADER,
    "1,NZZ71,Clinic,UNKNOWN,Visible,TRUE,Made-up Hearing Care,1 Street,,,Bristol,Avon,BS1 9ZA,51.4,-2.5,0117 496 0105,,,",
    "2,NQ599,Clinic,UNKNOWN,Visible,FALSE,Some School,2 Street,,,Bristol,Avon,BS1 9ZA,51.4,-2.5,,,,",
    "3,RVN99,Clinic,UNKNOWN,Visible,FALSE,A Mental Wellbeing Centre,3 Street,,,Bristol,Avon,BS3 9ZC,51.4,-2.5,,,,",
  ),
  "nhs_choices/hospital_2018-02_notsign_latin1.csv.gz": hospitals([
    [
      ..."1 RA708 Hospital Hospital".split(" "),
      "NHS Sector",
      "Visible",
      "True",
      "Bristol Eye Hôpital",
      "Lower Street",
      "",
      "",
      "Bristol",
      "",
      "BS1 9ZB",
      "51.4",
      "-2.5",
      "RA7",
      "University Hospitals",
      "0117 496 0106",
      "",
      "",
      "",
    ],
  ]),
  "activity/gp-reg-pat-prac-all_2021-01.csv.gz": lines(
    "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS",
    "GP_PRAC_PAT_LIST,01JAN2021,GP,15C,E38000222,L81901,BS1 9ZA,ALL,ALL,9876",
    "GP_PRAC_PAT_LIST,01JAN2021,GP,15C,E38000222,L81902,BS3 9ZC,ALL,ALL,0",
  ),
  "activity/rtt_incomplete_provider_2026-03.csv.gz": lines(
    WAITS_HEADER,
    "Y58,RA7,UHBW,C_110,Trauma and Orthopaedic Service,1613,1000,0.6,11.0833333333333,29.1,1,0,0,0.01,2026-03-01",
    "Y58,RVJ,NBT,C_110,Trauma and Orthopaedic Service,5368,3000,0.6,11.2087912087912,36.5,1,0,0,0.01,2026-03-01",
    "Y58,RA7,UHBW,C_130,Ophthalmology Service,6578,3000,0.6,,36.5,1,0,0,0.01,2026-03-01",
    "Y58,RVJ,NBT,C_130,Ophthalmology Service,0,0,0,,,0,0,0,0,2026-03-01",
    "Y58,RVJ,NBT,C_120,Ear Nose and Throat Service,7,0,0,0,,0,0,0,0,2026-03-01",
    "Y58,RA7,UHBW,C_999,Total,8000,0,0,10,,0,0,0,0,2026-03-01",
    "Y56,RZZ,ANOTHER,C_110,Trauma and Orthopaedic Service,5,0,0,1,,0,0,0,0,2026-03-01",
  ),
  "reference/pharmacy_first_conditions.csv": lines(
    "condition,min_age,max_age,sex,note",
    "Acute otitis media (earache),1,17,any,not by distance-selling pharmacies",
    "Sore throat,5,,any,",
    "Uncomplicated urinary tract infection,16,64,female,",
  ),
  "oruk/bristol_services_v2_2024-12.json.gz": JSON.stringify([
    {
      id: "a1",
      name: "Tea and company",
      description:
        "<p>A <b>befriending</b> group.<img src='data:x'/><script>alert(1)</script></p><p>Meet at BS3 9ZC. Ring 07700 900000.</p>",
      url: "www.example.org",
      email: "redacted@gmail.com",
      status: "active",
      assured_date: "2023-05-01",
      organization: { id: "o1", name: "Company CIC", description: "We keep people company.", url: "" },
      pc_targetAudience: [{ id: "Carers", audienceType: "Carers " }],
    },
    { id: "a2", name: "", description: "", url: "", email: "", status: "active" },
    { id: "a1", name: "Again", description: "", url: "", email: "", status: "active" },
    {
      id: "a3",
      name: "A budgerigar society",
      description: "",
      url: "javascript:alert(1)",
      email: "x",
      status: "active",
    },
    {
      id: "a4",
      name: "Hospital library",
      description: "",
      url: "",
      email: "",
      status: "active",
      organization: { id: "o2", name: "North Bristol NHS Trust" },
    },
  ]),
};

/** Writes files under a new folder of the machine's temporary place. The caller removes it. */
export async function publishedFolder(
  changes: Files = {},
): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "onedoor-published-"));
  for (const [name, content] of Object.entries({ ...MADE_UP, ...changes })) {
    if (content === null) continue;
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    const isPackedAlready = typeof content !== "string" && content[0] === 0x1f && content[1] === 0x8b;
    await writeFile(file, name.endsWith(".gz") && !isPackedAlready ? gzipSync(content) : content);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
