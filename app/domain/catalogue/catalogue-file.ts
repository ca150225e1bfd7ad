import { z } from "zod";
import { CONDITIONS } from "../directory/conditions";
import { NEED_IDS } from "../directory/need-ids";
import type { Service } from "../directory/types";
import { PRIORITIES } from "../fulfilment/priority";
import { EMERGENCIES, type Question, type RedFlagSet } from "../journeys/types";
import { NO_SERVICE } from "./service-words";

/**
 * The catalogue of a front door as a file: JSON, a service a line of the catalogue, in the order of their ids. It is read
 * strictly: a name that is not known is a slip, and is told with where it stands.
 */
const words = (most: number) => z.string().trim().min(1).max(most);
const sentences = z.array(words(600)).max(20);
const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "is letters, digits and hyphens" })
  .max(60);

const OptionRow = z.strictObject({
  value: Id,
  label: words(120),
  hint: words(200).exactOptional(),
  leadsTo: z.enum(EMERGENCIES).exactOptional(),
  condition: z.enum(CONDITIONS).exactOptional(),
});

const base = {
  id: Id,
  title: words(160),
  hint: words(300).exactOptional(),
  required: z.boolean(),
  label: words(60),
  onlyIf: z.strictObject({ question: Id, isOneOf: z.array(Id).min(1) }).exactOptional(),
};

const QuestionRow = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("choice"), options: z.array(OptionRow) }),
  z.strictObject({ ...base, kind: z.literal("choices"), options: z.array(OptionRow) }),
  z.strictObject({ ...base, kind: z.literal("text"), maxLength: z.int().min(20).max(2_000) }),
]) satisfies z.ZodType<Question>;

const FlagsRow = z.strictObject({
  version: z.int().min(1),
  source: words(200),
  approvedBy: z.tuple([words(100), words(100)]),
  approvedOn: z.iso.date(),
  notice: words(200),
  items: z
    .array(
      z.strictObject({
        id: Id.refine((id) => id !== "none", { error: "is no id for a sign" }),
        text: words(200),
        leadsTo: z.enum(EMERGENCIES),
      }),
    )
    .min(1),
}) satisfies z.ZodType<RedFlagSet>;

const ServiceRow = z.strictObject({
  id: Id.refine((id) => !NO_SERVICE.some((none) => none === id), { error: "is no id for a service" }),
  name: words(80),
  summary: words(200),
  needs: z.array(z.enum(NEED_IDS)).min(1).max(5),
  synonyms: z.array(words(60)).max(60),
  whatItIs: sentences,
  whoItIsFor: sentences,
  forCarers: z.boolean().exactOptional(),
  notFor: sentences.exactOptional(),
  howLong: sentences.exactOptional(),
  whatToExpect: sentences,
  whatToBring: sentences,
  cost: words(300),
  ifWorse: words(600),
  priority: z.enum(PRIORITIES),
  access: z.enum(["self-referral", "referral"]),
  redFlags: FlagsRow.nullable(),
  questions: z.array(QuestionRow),
  parts: z.array(z.strictObject({ serviceId: Id, after: z.array(Id) })).exactOptional(),
  sensitive: z.boolean().exactOptional(),
  status: z.enum(["open", "closed"]),
}) satisfies z.ZodType<Service>;

const File = z.strictObject({
  onedoor: z.literal("catalogue"),
  version: z.literal(1),
  brand: Id,
  services: z.array(ServiceRow),
});

export type CatalogueFile = z.output<typeof File>;

export const catalogueFile = (brandId: string, services: readonly Service[]): CatalogueFile => ({
  onedoor: "catalogue",
  version: 1,
  brand: brandId,
  services: [...services].sort((a, b) => (a.id < b.id ? -1 : 1)) as CatalogueFile["services"],
});

export type ReadCatalogue =
  | { readonly kind: "read"; readonly file: CatalogueFile }
  | { readonly kind: "bad"; readonly faults: readonly string[] };

const MOST_FAULTS = 20;

/** Reads a file's text; what is wrong is told with the service and the field that it is in, the first twenty. */
export function readCatalogue(text: string): ReadCatalogue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      kind: "bad",
      faults: [`It is not JSON: ${error instanceof Error ? error.message : "unreadable"}`],
    };
  }
  const read = File.safeParse(json);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${whereIs(json, path)}: ${message}`);
    return { kind: "bad", faults: faults.slice(0, MOST_FAULTS) };
  }
  const ids = read.data.services.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  return twice.length > 0
    ? { kind: "bad", faults: twice.map((id) => `${id}: is in the file twice`) }
    : { kind: "read", file: read.data };
}

const Named = z.object({ services: z.array(z.object({ id: z.string() }).catch({ id: "" })) });

/** "physiotherapy, questions.0.title": a service by its id, where it has one. */
function whereIs(json: unknown, path: readonly PropertyKey[]): string {
  const [first, at, ...rest] = path;
  if (first !== "services" || typeof at !== "number") return path.join(".") || "The file";
  const id = Named.safeParse(json).data?.services[at]?.id || `service ${at + 1}`;
  return rest.length === 0 ? id : `${id}, ${rest.join(".")}`;
}
