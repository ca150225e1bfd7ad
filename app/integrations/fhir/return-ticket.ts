import { createHash } from "node:crypto";
import { z } from "zod";
import type { OwnRecords } from "~/domain/fulfilment/own-records";
import type { Instant } from "~/domain/shared/time";
import { bundleOf } from "./bundle";
import { RESOURCE_TYPES, RESOURCES, type ResourceType } from "./resources";

export const MANIFEST = "manifest.json";

/** What a return ticket says of itself: whose it is, what is in it, and what is not. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  fhirVersion: z.literal("4.0.1"),
  brand: z.strictObject({ id: z.string(), name: z.string() }),
  organisation: z.strictObject({ id: z.string(), odsCode: z.string().nullable(), name: z.string() }),
  madeAt: z.iso.datetime(),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[A-Za-z]+\.ndjson$/),
      resourceType: z.enum(RESOURCE_TYPES),
      count: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** What is not in it, and why; `count` where it can be counted. */
  leftOut: z.array(z.strictObject({ what: z.string(), why: z.string(), count: z.int().min(0).nullable() })),
});
export type Manifest = z.output<typeof Manifest>;

/** The files of a return ticket as text, by name; the manifest is one of them. */
export interface ReturnTicket {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
}

const digestOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Writes a partner's own records as FHIR R4, one JSON resource a line and one file a resource type. Throws when something
 * of them has no place in a resource: nothing is left out in silence.
 */
export function ticketOf(own: OwnRecords, madeAt: Instant): ReturnTicket {
  const bundle = bundleOf(own);
  const files = new Map<string, string>();
  const listed = RESOURCE_TYPES.map((resourceType): Manifest["files"][number] => {
    const name = `${resourceType}.ndjson`;
    const lines = bundle[resourceType].map((resource) =>
      JSON.stringify(RESOURCES[resourceType].parse(resource)),
    );
    const text = lines.map((line) => `${line}\n`).join("");
    files.set(name, text);
    return { name, resourceType, count: lines.length, sha256: digestOf(text) };
  });
  const { id, odsCode, name } = own.organisation;
  const manifest: Manifest = {
    format: 1,
    fhirVersion: "4.0.1",
    brand: own.brand,
    organisation: { id, odsCode, name },
    madeAt,
    files: listed,
    leftOut: leftOut(own),
  };
  files.set(MANIFEST, `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`);
  return { manifest, files };
}

function leftOut({ fulfilments, organisation }: OwnRecords): Manifest["leftOut"] {
  return [
    {
      what: "Who asked and what they said, of requests that the partner declined or let go",
      why: "Whoever lets a request go keeps its reference, how it ended and when; the answers went on with it",
      count: fulfilments.filter(({ care }) => care === null).length,
    },
    ...(organisation.odsCode === null
      ? [
          {
            what: "A list of registered people",
            why: "Only who has an ODS code has a list here",
            count: null,
          },
        ]
      : []),
    {
      what: "Why requests were sent to the partner, or to others",
      why: "Routing decisions name other partners: they are the brand’s own record",
      count: null,
    },
    {
      what: "Messages to patients, and the people who sign in for the partner",
      why: "They were sent in the brand’s name; accounts belong to the people themselves",
      count: null,
    },
  ];
}

/**
 * What is wrong with a return ticket, in words; empty when it opens: the manifest can be read, every file is there and no
 * other, each digest and count is right, each line is a resource as R4 has it, and what a resource refers to is there.
 */
export function faultsOf(files: ReadonlyMap<string, string>): {
  readonly manifest: Manifest | null;
  readonly faults: readonly string[];
} {
  const parsed = Manifest.safeParse(jsonOf(files.get(MANIFEST) ?? ""));
  if (!parsed.success) return { manifest: null, faults: [`${MANIFEST} is missing, or cannot be read`] };
  const manifest = parsed.data;
  const faults: string[] = [];
  const ids = new Set<string>();
  const references: { readonly from: string; readonly to: string }[] = [];
  const names = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
  for (const name of files.keys()) if (!names.has(name)) faults.push(`${name} is not in the manifest`);
  for (const type of RESOURCE_TYPES)
    if (!manifest.files.some(({ resourceType }) => resourceType === type))
      faults.push(`The manifest names no file of ${type}`);

  for (const { name, resourceType, count, sha256 } of manifest.files) {
    const text = files.get(name);
    if (text === undefined) {
      faults.push(`${name} is missing`);
      continue;
    }
    if (digestOf(text) !== sha256) faults.push(`${name} is not as it was written: its digest differs`);
    const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
    if (lines.length !== count) faults.push(`${name} has ${lines.length} lines, not ${count}`);
    for (const [index, line] of lines.entries()) {
      const resource = resourceOf(resourceType, line);
      const where = `${name}, line ${index + 1}`;
      if (resource === undefined) {
        faults.push(`${where} is no ${resourceType}`);
        continue;
      }
      const id = `${resourceType}/${resource.id}`;
      if (ids.has(id)) faults.push(`${where}: ${id} is there twice`);
      ids.add(id);
      references.push(...referencesIn(resource).map((to) => ({ from: where, to })));
    }
  }
  for (const { from, to } of references)
    if (!ids.has(to)) faults.push(`${from} refers to ${to}, which is not there`);
  return { manifest, faults };
}

function resourceOf(type: ResourceType, line: string): { readonly id: string } | undefined {
  const parsed = RESOURCES[type].safeParse(jsonOf(line));
  return parsed.success ? parsed.data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "reference" && typeof inner === "string" ? [inner] : referencesIn(inner),
  );
}
