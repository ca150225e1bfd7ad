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

const LARKMOUTH_WORKERS: readonly DemoWorker[] = [
  at(null, "desk", ["Nadia", "Rashid"], "Care navigator. Finds someone when no partner has a request."),
  at(
    null,
    "desk",
    ["Colin", "Frost"],
    "Care navigator. A second pair of hands, to show two people on one list.",
  ),
  at(null, "manager", ["Ruth", "Abara"], "Runs Larkmouth Care. Owns what the front desk is late for."),
  at(null, "board", ["Alan", "Fenwick"], "Chairs the board. Asks what changes if a partner leaves."),
  at(
    null,
    "researcher",
    ["Ingrid", "Solberg"],
    "Watches people use the front door, and asks what they thought.",
  ),

  at("harbour-street", "clerk", ["Pauline", "Gray"], "Front desk of a practice. Refers its own people on."),
  at(
    "lighthouse",
    "clerk",
    ["Imran", "Aziz"],
    "Books the practice's own physiotherapists, who work in the brand's name.",
  ),
  at("ropewalk", "clerk", ["Fatou", "Diallo"], "Front desk of a practice where eleven languages are spoken."),
  at("westbrook", "clerk", ["Hannah", "Lowe"], "Front desk of a family practice."),
  at("fenny-lark", "clerk", ["George", "Tamblyn"], "Front desk of a village surgery that a trust runs."),
  at("sandholme", "clerk", ["Morwenna", "Hale"], "Front desk of two small surgeries."),

  at("larkshore", "clerk", ["Tunde", "Bello"], "Takes requests for talking therapies and sleep."),
  at("general", "clerk", ["Siobhan", "Doyle"], "Books clinics and scans at the hospital."),
  at("spyglass", "clerk", ["Yusuf", "Karaca"], "Books moles and eyes at the old customs house."),

  at("quayside", "pharmacist", ["Anjali", "Mehta"], "Pharmacist on the harbour front."),
  at("northgate", "pharmacist", ["Kwame", "Osei"], "Pharmacist, thirty years in the same shop."),
  at("ropewalk-chemist", "pharmacist", ["Lucy", "Chan"], "Pharmacist, open until nine."),
  at("westbrook-pharmacy", "pharmacist", ["Rhys", "Evans"], "Pharmacist inside a practice."),
  at("lantern", "pharmacist", ["Zainab", "Musa"], "Runs the winter pop-up in the old fish market."),

  at("council", "social-worker", ["Helen", "Marsh"], "Principal social worker. Carers, care at home, rails."),
  at("tidewell", "clinician", ["Tom", "Ashdown"], "Lead physiotherapist. Often the next one to be asked."),
  at("halyard", "optometrist", ["Oona", "Birch"], "Optician in the Old Town."),
  at("dunes-opticians", "optometrist", ["Peter", "Vance"], "Optician who also tests eyes at home."),
  at("mill-lane-dental", "dentist", ["Noor", "Siddiqui"], "Dentist who keeps mornings free for pain."),

  at(
    "anchor",
    "coordinator",
    ["Marcus", "Bright"],
    "Carries the contract for three small groups, and answers for them.",
  ),
  at("steady-feet", "teacher", ["Dolores", "Quill"], "Teaches strength and balance in church halls."),
  at(
    "kettle-club",
    "coordinator",
    ["Bill", "Hathersage"],
    "Matches two hundred volunteers with visits, calls and lunches.",
  ),
  at("even-keel", "adviser", ["Chloe", "Banks"], "Helps with debts and benefits at the library."),
];

/** The trust works through both front doors, and so does the person who books for it. */
const IN_BOTH: DemoWorker = {
  id: "maggie-thorne",
  given: "Maggie",
  family: "Thorne",
  about:
    "Books times for the community trust, in Larkmouth and in Saltmarsh. Good for saying no, with “capacity”.",
  works: [
    { brand: "larkmouth", organisation: "harbour-trust", role: "clerk" },
    { brand: "saltmarsh", organisation: "harbour-trust", role: "clerk" },
  ],
};

const saltmarsh = (worker: DemoWorker): DemoWorker => ({
  ...worker,
  works: worker.works.map((work) => ({ ...work, brand: "saltmarsh" })),
});

const SALTMARSH_WORKERS: readonly DemoWorker[] = [
  saltmarsh(at(null, "desk", ["Violet", "Amis"], "Saltmarsh Health's front desk.")),
  saltmarsh(at("saltmarsh-practice", "clerk", ["Ned", "Farrow"], "Front desk of Saltmarsh's practice.")),
  saltmarsh(at("reed-pharmacy", "pharmacist", ["Ama", "Boateng"], "Pharmacist at Reedham Staithe.")),
  saltmarsh(at("samphire", "coordinator", ["Lil", "Pascoe"], "Helps people in Saltmarsh to meet.")),
];

export const WORKERS: readonly DemoWorker[] = [...LARKMOUTH_WORKERS, IN_BOTH, ...SALTMARSH_WORKERS];

export const workersOf = (brandId: string): readonly DemoWorker[] =>
  WORKERS.filter(({ works }) => works.some(({ brand }) => brand === brandId));

export const workersAt = (brandId: string, organisationId: string): readonly DemoWorker[] =>
  WORKERS.filter(({ works }) =>
    works.some(({ brand, organisation }) => brand === brandId && organisation === organisationId),
  );
