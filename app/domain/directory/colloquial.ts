/**
 * What people call things, whatever the town. A service whose own words hold one of `about` is found by all of
 * `said` too. A service's own synonyms come first; these catch what its writer did not think of.
 */
export interface Colloquialism {
  readonly about: readonly string[];
  readonly said: readonly string[];
}

export const COLLOQUIALISMS: readonly Colloquialism[] = [
  {
    about: ["physiotherapy", "musculoskeletal"],
    said: [
      "physio",
      "msk",
      "bad back",
      "sore back",
      "back ache",
      "slipped disc",
      "sciatica",
      "stiff neck",
      "dodgy knee",
      "frozen shoulder",
      "pulled muscle",
      "sprain",
    ],
  },
  {
    about: ["talking therapies", "counselling", "cognitive"],
    said: [
      "cant sleep",
      "anxious",
      "worried",
      "stressed",
      "panic",
      "low mood",
      "feeling down",
      "depressed",
      "nerves",
      "therapy",
      "cbt",
      "someone to talk to",
    ],
  },
  {
    about: ["insomnia", "sleep"],
    said: ["cant sleep", "awake all night", "sleepless", "tired all the time"],
  },
  {
    about: ["continence", "bladder", "urinary"],
    said: ["waterworks", "leaking", "wetting", "accidents", "pee", "wee", "incontinence", "pelvic floor"],
  },
  {
    about: ["urinary tract infection"],
    said: ["waterworks", "cystitis", "burning wee", "uti", "water infection"],
  },
  { about: ["podiatry", "chiropody"], said: ["feet", "toenails", "corns", "verruca", "ingrowing nail"] },
  { about: ["ear wax"], said: ["earwax", "waxy ears", "blocked ears", "ears syringed", "bunged up"] },
  { about: ["hearing", "audiology"], said: ["deaf", "going deaf", "ears", "cant hear"] },
  {
    about: ["eye", "optometry", "cataract"],
    said: ["eyesight", "blurry", "cant see", "sore eye", "red eye"],
  },
  { about: ["contraception", "sexual health"], said: ["the pill", "coil", "implant", "sti", "std", "clap"] },
  { about: ["vaccination", "immunisation"], said: ["jab", "jabs", "booster", "injection", "flu jab"] },
  { about: ["blood test", "phlebotomy"], said: ["bloods", "blood taken"] },
  { about: ["stop smoking"], said: ["quit smoking", "fags", "cigarettes", "vaping", "pack it in"] },
  { about: ["weight management"], said: ["lose weight", "overweight", "obesity", "slimming", "diet"] },
  { about: ["alcohol", "drug"], said: ["drinking too much", "booze", "addiction", "rehab", "sober"] },
  {
    about: ["memory", "dementia"],
    said: ["forgetful", "forgetting things", "losing my memory", "alzheimers"],
  },
  { about: ["falls", "strength and balance"], said: ["unsteady", "wobbly", "fell over", "trip", "balance"] },
  { about: ["carers", "carer"], said: ["looking after mum", "looking after dad", "caring for", "respite"] },
  {
    about: ["lonely", "loneliness", "befriending", "social prescribing"],
    said: ["no friends", "company", "isolated"],
  },
  { about: ["pharmacy first", "pharmacy"], said: ["chemist", "minor illness"] },
  { about: ["sore throat"], said: ["throat hurts", "tonsils", "tonsillitis", "strep"] },
  { about: ["dermatology", "skin"], said: ["rash", "spots", "mole", "eczema", "itchy"] },
  {
    about: ["gp appointment", "practice appointment"],
    said: ["doctor", "doctors", "gp", "surgery", "see a doctor"],
  },
  { about: ["maternity", "midwife", "pregnancy"], said: ["pregnant", "having a baby", "expecting"] },
  { about: ["bereavement", "grief"], said: ["someone died", "lost my husband", "lost my wife", "grieving"] },
  { about: ["debt", "benefits", "welfare advice"], said: ["money worries", "bills", "cant pay"] },
  { about: ["diabetes"], said: ["sugar", "diabetic", "blood sugar"] },
  { about: ["asthma", "copd", "pulmonary"], said: ["inhaler", "wheezy", "chesty", "lungs"] },
  { about: ["wound", "leg ulcer"], said: ["dressing", "dressings", "stitches out", "sore that wont heal"] },
];
