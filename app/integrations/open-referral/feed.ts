import { z } from "zod";
import { normalPostcode } from "~/domain/shared/identifiers";
import type { PlainDate } from "~/domain/shared/time";
import { publicEmail, webAddress } from "../published/contacts";
import { readListItems } from "../published/list-items";
import { type FileRead, type Progress, refuse, take } from "../published/rows";
import { plainText } from "./plain-text";

/** The list view of an Open Referral UK feed: no places, times or taxonomy. */
const PublishedService = z.object({
  id: z.string().min(1).max(100),
  name: z.string().max(500),
  description: z.string().nullish(),
  url: z.string().nullish(),
  email: z.string().nullish(),
  status: z.string(),
  attending_type: z.string().nullish(),
  attending_access: z.string().nullish(),
  assured_date: z.string().nullish(),
  organization: z
    .object({
      id: z.string().min(1).max(100),
      name: z.string().min(1).max(500),
      description: z.string().nullish(),
      url: z.string().nullish(),
    })
    .nullish(),
  pc_targetAudience: z.array(z.object({ audienceType: z.string() })).nullish(),
});

/** A community service as its feed describes it, in plain text. */
export interface CommunityService {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly website: string | null;
  readonly email: string | null;
  /** For whom: "Carers", "Dementia". */
  readonly audiences: readonly string[];
  /** How it is attended, where that is published: "Venue", "Phone", "Online", "Home visit". */
  readonly attending: string;
  readonly access: string;
  /** The last day on which somebody checked the entry. */
  readonly assuredOn: PlainDate | null;
  /** Given when the text names exactly one. */
  readonly postcode: string | null;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly text: string;
    readonly website: string | null;
  } | null;
}

const oneLine = (text: string): string => plainText(text).replace(/\n/g, " ");

export function readCommunityServices(
  path: string,
  progress?: Progress,
): Promise<FileRead<CommunityService>> {
  const seen = new Set<string>();
  return readListItems(
    path,
    "an Open Referral UK list of services",
    (item) => {
      const parsed = PublishedService.safeParse(item);
      if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join(".") ?? "";
        return refuse(`${where === "" ? "the item" : where} is missing or not as Open Referral UK has it`);
      }
      const service = parsed.data;
      if (seen.has(service.id)) return refuse("an id that was in the list before");
      seen.add(service.id);
      const name = oneLine(service.name);
      if (name === "") return refuse("no name");
      if (service.status !== "active")
        return refuse(`the status is "${service.status.slice(0, 20)}", not active`);
      const text = plainText(service.description ?? "");
      return take({
        id: service.id,
        name,
        text,
        website: webAddress(service.url ?? ""),
        email: publicEmail(service.email ?? ""),
        audiences: [
          ...new Set((service.pc_targetAudience ?? []).map(({ audienceType }) => audienceType.trim())),
        ],
        attending: service.attending_type ?? "",
        access: service.attending_access ?? "",
        assuredOn: /^\d{4}-\d{2}-\d{2}$/.test(service.assured_date ?? "")
          ? (service.assured_date ?? null)
          : null,
        postcode: onlyPostcodeIn(text),
        organisation:
          service.organization == null
            ? null
            : {
                id: service.organization.id,
                name: oneLine(service.organization.name),
                text: plainText(service.organization.description ?? ""),
                website: webAddress(service.organization.url ?? ""),
              },
      });
    },
    progress,
  );
}

function onlyPostcodeIn(text: string): string | null {
  const found = new Set(
    [...text.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi)].flatMap(
      ([match]) => normalPostcode(match) ?? [],
    ),
  );
  const [first] = found;
  return found.size === 1 && first !== undefined ? first : null;
}
