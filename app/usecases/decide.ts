import type { Mode, Priority, Sex } from "~/domain/directory/types";
import { route } from "~/domain/routing/route";
import type { Need, RoutingDecision, SpecialNeeds } from "~/domain/routing/types";
import { normalPostcode } from "~/domain/shared/identifiers";
import type { PlainDate } from "~/domain/shared/time";
import { UnknownBrand } from "~db/queries/directory";
import { findPostcode } from "~db/queries/places";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

export interface Question {
  readonly service: string;
  readonly postcode: string | null;
  readonly bornOn: PlainDate | null;
  readonly sex: Sex | null;
  readonly registeredWith: string | null;
  /** Left out: any way will do. */
  readonly modes?: readonly Mode[];
  /** Left out: as urgent as the service usually is. */
  readonly priority?: Priority | undefined;
  readonly needs?: SpecialNeeds;
  /** How much distance, wait and continuity matter to the person, where they say so. */
  readonly weights?: Need["preferences"]["weights"];
}

export type Decided =
  | { readonly kind: "decided"; readonly decision: RoutingDecision }
  | { readonly kind: "unknown"; readonly problem: string };

/** The routing decision that a request would get now, without making one. A read: it keeps nothing. */
export async function decide(onedoor: Onedoor, brandId: string, question: Question): Promise<Decided> {
  const unknown = (problem: string): Decided => ({ kind: "unknown", problem });
  const brand = await brandSetting(onedoor, brandId).catch((error: unknown) => {
    if (error instanceof UnknownBrand) return undefined;
    throw error;
  });
  if (brand === undefined) return unknown(`There is no brand "${brandId}"`);
  const { directory, overlay, setting } = brand;
  const service = directory.service(question.service);
  if (service === undefined) return unknown(`${directory.brand.name} has no service "${question.service}"`);

  if (service.parts) {
    const parts = service.parts.map(({ serviceId }) => serviceId).join(", ");
    return unknown(
      `"${service.id}" has several parts, each with a decision of its own. Ask for one of ${parts}`,
    );
  }

  const place = question.postcode === null ? null : await findPostcode(onedoor.db.kysely, question.postcode);
  if (place === undefined) {
    return unknown(
      normalPostcode(question.postcode ?? "") === undefined
        ? `"${question.postcode}" is not a postcode`
        : `The postcode ${question.postcode} is not known here`,
    );
  }
  const { bornOn, sex, registeredWith, modes = [], needs } = question;
  if (registeredWith !== null && directory.organisationByOds(registeredWith)?.kind !== "practice") {
    return unknown(`${directory.brand.name} has no practice with the ODS code ${registeredWith}`);
  }
  const decision = route(
    directory,
    overlay,
    {
      serviceId: service.id,
      priority: question.priority ?? service.priority,
      person: {
        bornOn,
        sex,
        registeredWith: registeredWith === null ? null : { ods: registeredWith, checked: false },
      },
      place: place === null ? null : { postcode: place.postcode, position: place.position },
      ...(needs === undefined ? {} : { needs }),
      preferences: {
        modes,
        first: "recommended",
        ...(question.weights === undefined ? {} : { weights: question.weights }),
        knownTo: [],
      },
      alreadyAsked: [],
    },
    setting.now,
  );
  return { kind: "decided", decision };
}
