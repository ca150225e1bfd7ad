import type { Box } from "../boxes/types";
import type { Directory } from "../directory/directory";
import type { PatientTemplate } from "../fulfilment/messages";
import { type RequestDetail, servicesAskedFor } from "../fulfilment/request-detail";
import { isHeld } from "../fulfilment/transitions";
import type { CareRequest, Fulfilment, Part } from "../fulfilment/types";
import type { Instant } from "../shared/time";
import type { MessageFacts } from "./types";
import { type Reachable, writtenTo } from "./ways";

/** What a message is about: a request as it stands when the message leaves. */
export interface AboutRequest {
  readonly request: Pick<CareRequest, "serviceId">;
  readonly detail: RequestDetail;
  readonly parts: readonly { readonly part: Part; readonly fulfilments: readonly Fulfilment[] }[];
}

export interface ToWrite {
  readonly template: PatientTemplate;
  readonly reference: string;
  readonly also: readonly string[];
  readonly by: Instant | null;
  /** The part that the message tells of; null when it is about the whole request. */
  readonly partId: string | null;
}

export const reachable = ({ contact, person, need }: RequestDetail): Reachable => ({
  contact,
  name: person.name,
  postcode: need.place?.postcode ?? null,
});

/** All that a message may speak of, from the directory of now. A service that is no longer in it counts as sensitive. */
export function factsOf(
  message: ToWrite,
  { request, detail, parts }: AboutRequest,
  { directory, now, link }: { readonly directory: Directory; readonly now: Instant; readonly link: string },
): MessageFacts {
  const { brand } = directory;
  const { template, reference, also, by, partId } = message;
  const ids = servicesAskedFor(request.serviceId, detail);
  const services = ids.map((id) => directory.service(id));
  const whole = template === "request-received" || partId === null;
  return {
    template,
    reference,
    also,
    by,
    now,
    name: writtenTo(reachable(detail)),
    brand: { name: brand.name, desk: brand.desk },
    services: services.flatMap((service) => service?.name ?? []),
    sensitive: [...services, ...parts.map(({ part }) => directory.service(part.serviceId))].some(
      (service) => service === undefined || service.sensitive === true,
    ),
    boxes: different(
      parts
        .filter(({ part }) => whole || part.id === partId)
        .flatMap(({ fulfilments }) => boxNow(fulfilments.at(-1))),
    ),
    link,
  };
}

/** While nobody has the work, nobody is named as the one that it comes from. */
const boxNow = (last: Fulfilment | undefined): readonly Box[] =>
  last !== undefined && (isHeld(last.status) || last.status === "completed") ? [last.box] : [];

const different = (boxes: readonly Box[]): readonly Box[] =>
  boxes.filter(
    ({ partner, style }, place) =>
      boxes.findIndex((other) => other.partner.id === partner.id && other.style === style) === place,
  );
