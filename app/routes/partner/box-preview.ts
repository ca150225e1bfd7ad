import type { AppLoadContext } from "@remix-run/node";
import type { Arrival } from "~/components/doormat";
import { ONE_BOX } from "~/content/box";
import { whenWords } from "~/content/deadlines";
import { writeMessage } from "~/content/messages/write";
import { boxOf } from "~/domain/boxes/box";
import type { Box } from "~/domain/boxes/types";
import type { BoxSettings, Offer } from "~/domain/directory/types";

/** What a person would see of an offer's care with some settings. */
export interface BoxPreview {
  readonly box: Box;
  readonly letter: Arrival;
}

const REFERENCE = "K7PM-3QXR";

/** The label and a letter, by the same functions that make a person's; `address` is any of this front door's. Nobody is written to. */
export function previewOf(
  { directory, brand, paths, now }: AppLoadContext,
  offer: Offer,
  settings: BoxSettings,
  address: string,
): BoxPreview {
  const box = boxOf(directory, offer.id, settings);
  const service = directory.service(offer.serviceId);
  const written = writeMessage("letter", {
    template: "time-given",
    reference: REFERENCE,
    also: [],
    by: null,
    now,
    name: ONE_BOX.example,
    brand: { name: brand.name, desk: brand.desk },
    services: service === undefined ? [] : [service.name],
    sensitive: service?.sensitive === true,
    boxes: [box],
    link: new URL(paths.request(REFERENCE), address).href,
  });
  return {
    box,
    letter: {
      id: "preview-letter",
      channel: "letter",
      status: "delivered",
      when: whenWords(now, now),
      to: [ONE_BOX.example],
      written,
      page: paths.request(REFERENCE),
    },
  };
}
