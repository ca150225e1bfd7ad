import type { Service } from "~/domain/directory/types";
import type { RedFlag } from "~/domain/journeys/types";
import type { CommunityRule } from "~/usecases/load-area/rules";
import { choice, END_MY_LIFE, flag, service, TOOK_TOO_MUCH } from "../../reference/service";
import { APPROVERS, IN_YOUR_WORDS } from "../england/common";

const IN_DANGER = flag("in-danger", "999", "I, or someone with me, am in danger right now");
const NO_FOOD_OR_HEAT = flag("no-roof", "111", "I have nowhere safe to sleep tonight and feel ill");

interface Help {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly needs: readonly string[];
  readonly synonyms: readonly string[];
  readonly words: RegExp;
  readonly audiences?: readonly string[];
  readonly flags?: readonly RedFlag[];
  readonly sensitive?: boolean;
}

/** The order matters when a community service fits more than three. */
const HELP: readonly Help[] = [
  {
    id: "someone-to-listen",
    sensitive: true,
    name: "Someone to listen, day or night",
    summary: "Helplines for when it is all too much.",
    needs: ["mind"],
    synonyms: ["samaritans", "helpline", "crisis line", "suicidal thoughts", "nobody to talk to"],
    words: /samaritans|suicid|listening (service|line)|helpline|crisis (house|line|support)/gi,
    flags: [TOOK_TOO_MUCH],
  },
  {
    id: "befriending",
    name: "Befriending and company",
    summary: "Someone to talk to, on the phone or over a cup of tea.",
    needs: ["company"],
    synonyms: ["lonely", "loneliness", "companionship", "friends", "isolated", "tea and chat", "visitor"],
    words:
      /befriend|lonel|isolat|companion|friendship|tea part|coffee morning|social (club|group)|day (club|centre)/gi,
  },
  {
    id: "carers-support",
    name: "Help for carers",
    summary: "Help, breaks and company for people who look after someone.",
    needs: ["company"],
    synonyms: [
      "carer",
      "caring for my mum",
      "young carer",
      "respite",
      "looking after someone",
      "sitting service",
    ],
    words: /\bcarers?\b|respite|\bcarents?\b/gi,
    audiences: ["Carers"],
  },
  {
    id: "dementia-support",
    name: "Help with dementia",
    summary: "Groups, help and company for people who have dementia, and for those close to them.",
    needs: ["mind", "company"],
    synonyms: ["dementia", "alzheimers", "memory cafe", "memory loss", "forgetful"],
    words: /dementia|alzheimer|memory caf/gi,
    audiences: ["Dementia"],
  },
  {
    id: "bereavement-support",
    name: "Help when someone has died",
    summary: "People who listen, alone or in a group.",
    needs: ["mind"],
    synonyms: ["bereavement", "grief", "grieving", "lost my husband", "lost my wife", "death in the family"],
    words: /bereave|grief|griev|\bcruse\b/gi,
    audiences: ["Bereaved"],
  },
  {
    id: "counselling",
    sensitive: true,
    name: "Counselling and talking therapy",
    summary: "Talk through what troubles you with someone trained.",
    needs: ["mind"],
    synonyms: [
      "talking therapies",
      "therapy",
      "counsellor",
      "cbt",
      "psychotherapy",
      "depressed",
      "anxiety help",
    ],
    words: /counsel(?!.{0,3}\b(tax|estate))|psychotherap|talking therap|psycholog|\bCBT\b/gi,
  },
  {
    id: "mental-health-support",
    sensitive: true,
    name: "Mental health support",
    summary: "Groups and people who understand low mood, worry and more.",
    needs: ["mind"],
    synonyms: ["mental health", "anxiety", "depression", "peer support", "panic", "wellbeing", "low mood"],
    words:
      /mental health|mental wellbeing|anxi(ety|ous)|depress|emotional (distress|support|wellbeing)|panic|eating disorder|hoarding/gi,
    audiences: ["Mental Health"],
  },
  {
    id: "drink-drugs-and-gambling",
    sensitive: true,
    name: "Help with drink, drugs or gambling",
    summary: "For the person, and for those around them.",
    needs: ["mind"],
    synonyms: [
      "alcohol",
      "drinking too much",
      "drugs",
      "addiction",
      "gambling",
      "alcoholics anonymous",
      "rehab",
    ],
    words: /alcohol|\bdrugs?\b|addict|gambl|substance misuse|\bal-anon\b/gi,
    audiences: ["Drug and Alcohol Misuse"],
    flags: [TOOK_TOO_MUCH],
  },
  {
    id: "abuse-and-violence-support",
    sensitive: true,
    name: "Help after abuse or violence",
    summary: "Safe, private help after abuse at home, rape or assault.",
    needs: ["company", "mind"],
    synonyms: [
      "domestic abuse",
      "domestic violence",
      "rape",
      "sexual assault",
      "hitting me",
      "afraid of my partner",
    ],
    words:
      /domestic (abuse|violence)|sexual (abuse|violence|assault)|\brape\b|surviv(or|ors) of|abus(e|ed|ive)\b/gi,
    audiences: ["Survivors Of Abuse"],
    flags: [IN_DANGER],
  },
  {
    id: "money-and-benefits-advice",
    name: "Help with money, debts and benefits",
    summary: "Free advice on bills, debt, benefits and the law.",
    needs: ["company"],
    synonyms: [
      "debt",
      "benefits",
      "universal credit",
      "pip",
      "citizens advice",
      "bills",
      "energy bills",
      "legal advice",
    ],
    words:
      /\bdebts?\b|welfare (rights|benefits)|benefits? advice|money advice|citizens advice|financial (advice|support|help)|legal advice|fuel poverty|energy (advice|bills)/gi,
    audiences: ["Low Income"],
  },
  {
    id: "advocacy",
    name: "Someone to speak up for you",
    summary: "An advocate helps you say what you want, and know your rights.",
    needs: ["company"],
    synonyms: ["advocate", "complain about the nhs", "my rights", "mental health advocate", "discrimination"],
    words: /advoca(cy|te|tes)|human rights|discriminat|healthwatch|complaint/gi,
  },
  {
    id: "housing-and-homelessness",
    name: "Housing and homelessness",
    summary: "Help to find, keep or mend a place to live.",
    needs: ["home", "company"],
    synonyms: [
      "homeless",
      "nowhere to live",
      "evicted",
      "rent",
      "hostel",
      "sleeping rough",
      "supported housing",
    ],
    words: /homeless|\bhousing\b|rough sleep|evict|accommodation|extra care|sheltered|nightstop/gi,
    audiences: ["Homeless"],
    flags: [NO_FOOD_OR_HEAT],
  },
  {
    id: "food-and-meals",
    name: "Food and meals",
    summary: "Food banks, food clubs, lunches and meals brought to your door.",
    needs: ["company", "home"],
    synonyms: [
      "food bank",
      "foodbank",
      "meals on wheels",
      "hungry",
      "lunch club",
      "cooking",
      "no money for food",
    ],
    words:
      /food ?(bank|club|hub|provision|parcel|pantry|cycle|support)|meals? (on wheels|deliver)|community meals|lunch club|hot meal|\bcook(ing|ery)/gi,
  },
  {
    id: "warm-spaces",
    name: "Warm and welcoming places",
    summary: "Somewhere warm to sit, with company and often a hot drink.",
    needs: ["company"],
    synonyms: ["warm space", "warm hub", "cannot afford heating", "cost of living", "welcome space"],
    words: /warm space|(welcome|welcoming) space|cost of living/gi,
  },
  {
    id: "getting-about",
    name: "Getting about",
    summary: "Lifts, buses for all, scooters and help to get about.",
    needs: ["moving", "home"],
    synonyms: [
      "transport",
      "lift to hospital",
      "community bus",
      "dial a ride",
      "shopmobility",
      "scooter hire",
      "blue badge",
    ],
    words:
      /community transport|transport|shopmobility|\bminibus|dial.a.ride|wheelchair accessible vehicle|mobility centre|driving|\btaxi/gi,
  },
  {
    id: "care-at-home",
    name: "Care and help at home",
    summary: "People who come to your home to care, clean, tidy or mend. Most of them charge.",
    needs: ["home"],
    synonyms: [
      "home care",
      "home help",
      "carer at home",
      "live in care",
      "cleaner",
      "handyman",
      "declutter",
      "gardener",
    ],
    words:
      /home ?care|domiciliary|live.in care|home.?help|care at home|clean(ing|er|ers)|declutter|handyman|homeshare|care agency|personal care|home support/gi,
  },
  {
    id: "equipment-and-alarms",
    name: "Equipment, alarms and home changes",
    summary: "Rails, ramps, alarms, chairs, beds and other aids.",
    needs: ["home", "moving"],
    synonyms: [
      "grab rails",
      "wheelchair",
      "careline",
      "pendant alarm",
      "stairlift",
      "adaptations",
      "mobility aids",
      "telecare",
    ],
    words:
      /mobility (aid|equipment)|telecare|care ?line|pendant|adaptation|adapted|stairlift|equipment|wheelchairs?\b.{0,20}(hire|sale|loan|supply)|communication aid|bed hire/gi,
  },
  {
    id: "exercise-and-sport",
    name: "Exercise, classes and sport",
    summary: "Yoga, tai chi, swimming, dancing, gyms and gentle sport.",
    needs: ["prevention", "moving"],
    synonyms: [
      "yoga",
      "tai chi",
      "pilates",
      "gym",
      "swimming",
      "keep fit",
      "dance class",
      "chair exercise",
      "football",
      "cycling",
    ],
    words:
      /\byoga|tai chi|qi ?gong|pilates|\bgyms?\b|swim|zumba|danc(e|es|ing)\b|football|cricket|tennis|fitness|leisure centre|exercise|sports?\b|cycling|\bbikes?\b|rowing|strength and balance/gi,
  },
  {
    id: "walking-gardens-and-nature",
    name: "Walking, gardens and nature",
    summary: "Walks, gardening, farms and woods, with other people.",
    needs: ["prevention", "mind"],
    synonyms: ["walking group", "gardening", "allotment", "nature", "outdoors", "city farm", "green gym"],
    words:
      /walk(s|ing)? (group|for|well|netball)|health walk|nordic walking|garden|nature|allotment|wildlife|city farm|woodland|forest|green gym/gi,
  },
  {
    id: "arts-music-and-crafts",
    name: "Arts, music and crafts",
    summary: "Choirs, art, plays, books, and making things with others.",
    needs: ["mind", "company"],
    synonyms: ["choir", "singing", "art group", "craft", "drama", "music", "reading group", "mens shed"],
    words:
      /choir|sing(ing)?\b|\bmusic|\barts?\b|craft|drama|theatre|drumming|shared reading|sewing|knit|men.?s shed|repair caf/gi,
  },
  {
    id: "sight-and-hearing-loss",
    name: "Help with sight or hearing loss",
    summary: "Aids, advice and company for people who see or hear less.",
    needs: ["senses"],
    synonyms: [
      "blind",
      "partially sighted",
      "deaf",
      "hard of hearing",
      "sign language",
      "guide dog",
      "hearing aid help",
    ],
    words:
      /visual(ly)? impair|\bblind|sight (loss|support)|\bdeaf|hard of hearing|hearing (impair|loss|aid)|sign language|guide dog/gi,
    audiences: ["Sensory Impaired", "Sensory Impaired>Visually Impaired"],
  },
  {
    id: "autism-and-learning-disability",
    name: "Autism, ADHD and learning disability",
    summary: "Help, things to do, and someone to ask, for you and your family.",
    needs: ["mind", "family"],
    synonyms: ["autism", "autistic", "aspergers", "adhd", "learning disability", "special needs", "send"],
    words:
      /autis|asperger|\bADHD\b|learning (disab|difficult)|neurodiver|special educational needs|\bSEND\b/gi,
    audiences: ["Autism", "Aspergers", "Learning Disabilities"],
  },
  {
    id: "living-with-a-condition",
    name: "Living with a long-term condition",
    summary: "Groups for cancer, stroke, diabetes, Parkinson's, MS, pain and more.",
    needs: ["prevention"],
    synonyms: [
      "cancer support",
      "stroke group",
      "diabetes",
      "parkinsons",
      "multiple sclerosis",
      "chronic pain",
      "fibromyalgia",
    ],
    words:
      /\bcancer|\bstroke|parkinson|multiple sclerosis|diabet|fibromyalgia|huntington|motor neurone|epilep|chronic (pain|illness|fatigue)|long.?term (health )?condition|\bM\.?E\.?\/|cerebral palsy|hospice|menopause/gi,
    audiences: ["Long Term Health Conditions", "Parkinsons", "Cancer"],
  },
  {
    id: "disability-support",
    name: "Support for disabled people",
    summary: "Help to live as you like, to know your rights and to have your say.",
    needs: ["home", "company"],
    synonyms: ["disabled", "disability", "wheelchair user", "independent living", "direct payments"],
    words: /disab(led|ility|ilities)|independent living|wheelchair user/gi,
    audiences: ["Disabled People", "Wheelchair Users"],
  },
  {
    id: "families-and-young-people",
    name: "For children and the young, and their families",
    summary: "Children's centres, parent groups, youth clubs and support.",
    needs: ["family"],
    synonyms: [
      "childrens centre",
      "toddler group",
      "parenting",
      "youth club",
      "new mum",
      "teenager",
      "grandparents",
    ],
    words:
      /children.?s centre|parent(s|ing)?\b|toddler|\byouth\b|young (people|person|adult)|famil(y|ies)\b|mothers?\b|\bmums?\b|new baby|adventure playground|nursery/gi,
    audiences: ["Parents", "Parents>Grandparents", "Students", "Care leavers"],
  },
  {
    id: "lgbt-support",
    sensitive: true,
    name: "LGBTQ+ support",
    summary: "Groups, advice and company for LGBTQ+ people.",
    needs: ["mind", "company"],
    synonyms: ["lgbt", "gay", "lesbian", "transgender", "trans", "gender identity", "coming out"],
    words: /LGBT|transgender|\btrans\b|gender identity|\bgay\b|lesbian|homophob/gi,
    audiences: ["LGBTQ+"],
  },
  {
    id: "culture-and-refugees",
    name: "Refugees, and help in your own language",
    summary: "Local groups, help with language, and a hand for people new here.",
    needs: ["company"],
    synonyms: [
      "refugee",
      "asylum",
      "interpreter",
      "translation",
      "somali",
      "chinese",
      "asian elders",
      "black carers",
    ],
    words:
      /refugee|asylum|somali|chinese|\basian|afric|caribbean|translation|interpret(er|ing)|ethnic|muslim|jewish|\bsikh/gi,
    audiences: ["Refugees/Asylum Seekers", "Culturally Specific"],
  },
  {
    id: "victims-and-hate-crime",
    sensitive: true,
    name: "Help after a crime",
    summary: "Someone to turn to after a crime, and a way to report hate.",
    needs: ["company"],
    synonyms: ["victim support", "hate crime", "racism", "burgled", "scam", "fire safety"],
    words: /hate crime|victim|racis|crime ?stoppers|\bpolice\b|\bcrime\b|fire and rescue/gi,
    flags: [IN_DANGER],
  },
  {
    id: "work-and-learning",
    name: "Work, learning and computers",
    summary: "Help to find work, learn something new or get online.",
    needs: ["company"],
    synonyms: [
      "find a job",
      "employment",
      "training",
      "computer lessons",
      "get online",
      "courses",
      "unemployed",
    ],
    words:
      /employment|\bjobs?\b|unemploy|work experience|computer|get(ting)? online|training course|learn(ing)? (centre|new skill)|\bIT skills/gi,
    audiences: ["Low Income>Unemployed", "Offenders/Ex Offenders"],
  },
  {
    id: "volunteering",
    name: "Volunteering",
    summary: "Give some time, meet people, be useful.",
    needs: ["company"],
    synonyms: ["volunteer", "help others", "give my time"],
    words: /volunteer(ing)? (centre|to |opportunit|wanted|development|for )|volunteering/gi,
  },
  {
    id: "armed-forces",
    name: "Armed forces and veterans",
    summary: "Help for people who serve or served, and their families.",
    needs: ["company"],
    synonyms: ["veteran", "ex army", "british legion", "raf", "navy", "forces family"],
    words: /veteran|armed forces|british legion|\bRAF\b|royal naval|serving and ex/gi,
    audiences: ["Armed Forces"],
  },
  {
    id: "sexual-health",
    sensitive: true,
    name: "Sexual health and HIV",
    summary: "Tests, birth control and help, in private.",
    needs: ["private"],
    synonyms: ["sti test", "contraception", "morning after pill", "hiv", "chlamydia", "sexual health clinic"],
    words: /sexual health|\bHIV\b|contracepti/gi,
  },
  {
    id: "foot-care",
    name: "Foot care",
    summary: "Nails, corns and sore feet. Most of these charge.",
    needs: ["moving", "skin"],
    synonyms: ["chiropodist", "podiatrist", "toenails cut", "corns", "sore feet", "footcare"],
    words: /chiropod|podiatr|foot ?care/gi,
    flags: [flag("foot-wound", "111", "I have diabetes and a new sore, or a hot, red, swollen foot")],
  },
  {
    id: "community-places",
    name: "Halls, centres and places of prayer",
    summary: "Places near you with groups, classes and people to meet.",
    needs: ["company"],
    synonyms: ["community centre", "village hall", "church", "mosque", "library", "social club"],
    words:
      /community (centre|hub|building|association|partnership|trust)|village hall|\bchurch|mosque|masjid|temple|gurdwara|librar|settlement|public hall/gi,
  },
];

const LISTED =
  "These are groups, charities and some firms. They are from Bristol's public list, as it was in December 2024. The list takes in South Gloucestershire too.";

const help = ({ words: _, audiences: __, flags = [], ...words }: Help): Service =>
  service({
    ...words,
    whatItIs: [words.summary, LISTED],
    whoItIsFor: ["Anyone. Some groups are for certain people, and their names or websites say so."],
    whatToExpect: [
      "You can look at who there is, and ask one of them.",
      "Times and places are not in the published list. Look at the group's website, or ring, before you go.",
    ],
    whatToBring: [],
    cost: "Many are free. Some charge: ask first.",
    ifWorse: "If you feel unsafe or ill, do not wait: call 111, or 999 in an emergency.",
    approvers: APPROVERS,
    flags: [...flags, END_MY_LIFE, flag("emergency", "999", "I, or someone with me, need an ambulance now")],
    questions: [
      IN_YOUR_WORDS,
      choice("contact", "How would you like to hear from them?", "How to reply", [
        ["phone", "By phone"],
        ["email", "By email"],
        ["either", "Either"],
      ]),
    ],
  });

export const OTHER_COMMUNITY = "community-support";

export const COMMUNITY_SERVICES: readonly Service[] = [
  ...HELP.map(help),
  help({
    id: OTHER_COMMUNITY,
    name: "Other community support",
    summary: "Groups, websites and helpers that fit nowhere else.",
    needs: ["company"],
    synonyms: ["local groups", "charity", "support group", "directory", "something to do"],
    words: /./g,
  }),
];

export const COMMUNITY_RULES: readonly CommunityRule[] = HELP.map(({ id, words, audiences }) => ({
  serviceId: id,
  words,
  ...(audiences === undefined ? {} : { audiences }),
}));
