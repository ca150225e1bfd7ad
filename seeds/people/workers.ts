import type { DemoWorker } from "./person";

const at = (
  organisation: string | null,
  role: string,
  [given, family]: readonly [string, string],
  about: string,
): DemoWorker => ({
  id: `${given}-${family}`.toLowerCase().replaceAll(/[^a-z]+/g, "-"),
  given,
  family,
  about,
  works: [{ brand: "larkmouth", organisation, role }],
});

/** Whoever is alone at their organisation manages it. */
const LARKMOUTH_WORKERS: readonly DemoWorker[] = [
  at(null, "desk", ["Nadia", "Rashid"], "Care navigator. Finds someone when no partner has a request."),
  at(
    null,
    "desk",
    ["Colin", "Frost"],
    "Care navigator. A second pair of hands, to show two people on one list.",
  ),
  at(null, "manager", ["Ruth", "Abara"], "Runs Larkmouth Care. Owns what the front desk is late for."),
  at(
    null,
    "manager",
    ["Judith", "Sands"],
    "Clinical lead of Larkmouth Care. The second person who agrees signs of danger.",
  ),
  at(null, "board", ["Alan", "Fenwick"], "Chairs the board. Asks what changes if a partner leaves."),
  at(
    null,
    "researcher",
    ["Ingrid", "Solberg"],
    "Watches people use the front door, and asks what they thought.",
  ),
  at(
    null,
    "facilitator",
    ["Leon", "Adeyemi"],
    "Sits beside people who try the front door, and keeps them at ease.",
  ),
  at(
    null,
    "observer",
    ["Freya", "Lund"],
    "Designs the front door’s pages, and watches how people get on with them.",
  ),

  at("harbour-street", "manager", ["Pauline", "Gray"], "Front desk of a practice. Refers its own people on."),
  at(
    "lighthouse",
    "manager",
    ["Imran", "Aziz"],
    "Books the practice's own physiotherapists, who work in the brand's name.",
  ),
  at(
    "ropewalk",
    "manager",
    ["Fatou", "Diallo"],
    "Front desk of a practice where eleven languages are spoken.",
  ),
  at("westbrook", "manager", ["Hannah", "Lowe"], "Front desk of a family practice."),
  at("fenny-lark", "manager", ["George", "Tamblyn"], "Front desk of a village surgery that a trust runs."),
  at("sandholme", "manager", ["Morwenna", "Hale"], "Front desk of two small surgeries."),

  at("larkshore", "manager", ["Tunde", "Bello"], "Takes requests for talking therapies and sleep."),
  at("general", "manager", ["Siobhan", "Doyle"], "Books clinics and scans at the hospital."),
  at("spyglass", "manager", ["Yusuf", "Karaca"], "Books moles and eyes at the old customs house."),

  at("quayside", "manager", ["Anjali", "Mehta"], "Pharmacist on the harbour front."),
  at("northgate", "manager", ["Kwame", "Osei"], "Pharmacist, thirty years in the same shop."),
  at("ropewalk-chemist", "manager", ["Lucy", "Chan"], "Pharmacist, open until nine."),
  at("westbrook-pharmacy", "manager", ["Rhys", "Evans"], "Pharmacist inside a practice."),
  at("lantern", "manager", ["Zainab", "Musa"], "Runs the winter pop-up in the old fish market."),

  at("council", "manager", ["Helen", "Marsh"], "Principal social worker. Carers, care at home, rails."),
  at("tidewell", "manager", ["Tom", "Ashdown"], "Lead physiotherapist. Often the next one to be asked."),
  at("halyard", "manager", ["Oona", "Birch"], "Optician in the Old Town."),
  at("dunes-opticians", "manager", ["Peter", "Vance"], "Optician who also tests eyes at home."),
  at("mill-lane-dental", "manager", ["Noor", "Siddiqui"], "Dentist who keeps mornings free for pain."),

  at(
    "anchor",
    "manager",
    ["Marcus", "Bright"],
    "Carries the contract for three small groups, and answers for them.",
  ),
  at("steady-feet", "manager", ["Dolores", "Quill"], "Teaches strength and balance in church halls."),
  at(
    "kettle-club",
    "manager",
    ["Bill", "Hathersage"],
    "Matches two hundred volunteers with visits, calls and lunches.",
  ),
  at("even-keel", "manager", ["Chloe", "Banks"], "Helps with debts and benefits at the library."),
];

/** The trust works through both front doors, and so does the person who books for it. */
const IN_BOTH: DemoWorker = {
  id: "maggie-thorne",
  given: "Maggie",
  family: "Thorne",
  about:
    "Books times for the community trust, in Larkmouth and in Saltmarsh. Good for saying no, with “capacity”.",
  works: [
    { brand: "larkmouth", organisation: "harbour-trust", role: "booker" },
    { brand: "saltmarsh", organisation: "harbour-trust", role: "manager" },
  ],
};

/** The trust's other people in Larkmouth: one may only read, and one says who may do what. */
const AT_THE_TRUST: readonly DemoWorker[] = [
  at(
    "harbour-trust",
    "reader",
    ["Winnie", "Sallow"],
    "Sees the community trust’s work and changes none of it: good for showing what a reader may do.",
  ),
  at(
    "harbour-trust",
    "manager",
    ["Gwen", "Tarrant"],
    "Says who works for the community trust in Larkmouth, and what they may do.",
  ),
];

/** Who speaks for a partner on the board, and lay members, who speak for the front door itself. */
const ON_THE_BOARD: readonly DemoWorker[] = [
  at(null, "board", ["Esther", "Lyle"], "A lay member. Asks what it would be like for people."),
  at(null, "board", ["Gordon", "Peel"], "A lay member. Looks after the money."),
  at("harbour-trust", "board", ["Rowena", "Clay"], "Runs the community trust."),
  at("larkshore", "board", ["Desmond", "Okafor"], "Runs the mental health trust."),
  at("general", "board", ["Fiona", "Strand"], "Runs the hospital. Good for a vote against."),
  at("spyglass", "board", ["Piers", "Landon"], "Leads the doctors for eyes and skin."),
  at("harbour-street", "board", ["Nia", "Pryce"], "Partner of a practice with a long list."),
  at("lighthouse", "board", ["Sanjay", "Kapoor"], "Partner of the biggest practice: most votes by list."),
  at("ropewalk", "board", ["Amina", "Yusuf"], "Partner of a practice behind the docks."),
  at("westbrook", "board", ["Claire", "Dunmore"], "A partner of a practice for families."),
  at("fenny-lark", "board", ["Edwin", "Moss"], "Doctor of a village surgery that a trust runs."),
  at("sandholme", "board", ["Kerensa", "Trew"], "Partner of two small surgeries."),
  at("quayside", "board", ["Dev", "Raman"], "Owns the pharmacy on the harbour front."),
  at("northgate", "board", ["Abena", "Osei"], "Owns a pharmacy with her brother."),
  at("ropewalk-chemist", "board", ["Henry", "Chan"], "Owns the late pharmacy."),
  at("westbrook-pharmacy", "board", ["Megan", "Evans"], "Owns the pharmacy in a practice."),
  at("lantern", "board", ["Ibrahim", "Musa"], "Speaks for the winter pop-up."),
  at("council", "board", ["Patricia", "Holm"], "Leads care for adults at the council."),
  at("tidewell", "board", ["Ruby", "Lockyer"], "Chairs the company that its staff own."),
  at("halyard", "board", ["Stella", "Birch"], "Owns the optician in the Old Town."),
  at("dunes-opticians", "board", ["Marion", "Vance"], "Owns an optician that visits at home."),
  at("mill-lane-dental", "board", ["Omar", "Siddiqui"], "Owns the dental practice."),
  at("anchor", "board", ["Lorna", "Bright"], "Chairs the group that carries the contract for three others."),
  at("steady-feet", "board", ["Hugh", "Quill"], "Trustee of a group for strength and balance."),
  at("kettle-club", "board", ["Vera", "Hathersage"], "Trustee of a group for company."),
  at("even-keel", "board", ["Toby", "Banks"], "Trustee of a group for debts and benefits."),
];

const saltmarsh = (worker: DemoWorker): DemoWorker => ({
  ...worker,
  works: worker.works.map((work) => ({ ...work, brand: "saltmarsh" })),
});

const SALTMARSH_WORKERS: readonly DemoWorker[] = [
  saltmarsh(at(null, "desk", ["Violet", "Amis"], "Saltmarsh Health's front desk.")),
  saltmarsh(at("saltmarsh-practice", "manager", ["Ned", "Farrow"], "Front desk of Saltmarsh's practice.")),
  saltmarsh(at("reed-pharmacy", "manager", ["Ama", "Boateng"], "Pharmacist at Reedham Staithe.")),
  saltmarsh(at("samphire", "manager", ["Lil", "Pascoe"], "Helps people in Saltmarsh to meet.")),
];

export const WORKERS: readonly DemoWorker[] = [
  ...LARKMOUTH_WORKERS,
  IN_BOTH,
  ...AT_THE_TRUST,
  ...ON_THE_BOARD,
  ...SALTMARSH_WORKERS,
];

export const workersOf = (brandId: string): readonly DemoWorker[] =>
  WORKERS.filter(({ works }) => works.some(({ brand }) => brand === brandId));

export const workersAt = (brandId: string, organisationId: string): readonly DemoWorker[] =>
  WORKERS.filter(({ works }) =>
    works.some(({ brand, organisation }) => brand === brandId && organisation === organisationId),
  );
