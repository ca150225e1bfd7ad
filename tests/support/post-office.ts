import { writeLight } from "~/content/messages/light";
import { writeMessage } from "~/content/messages/write";
import type { DeliveryNews } from "~/domain/messages/delivery";
import { doormat } from "~/integrations/notify/doormat";
import type { Parcel, Post } from "~/integrations/notify/post";
import { linkCodes } from "~/server/link-codes";
import type { PostOffice } from "~/usecases/send-messages";

/** What stands before the addresses of a brand's pages. */
const byName = (brandId: string): string => `https://care.example/b/${brandId}`;

/** An office whose post is given; nothing leaves a brand of real names, as in the real one. */
export const postOffice = (post: Post = doormat, doorOf = byName): PostOffice => ({
  postFor: ({ kind }) => (kind === "real" ? null : post),
  write: writeMessage,
  writeLight,
  addressesAt: async (brandId) => ({
    tracking: (reference) => `${doorOf(brandId)}/requests/${reference}`,
    light: (code) => `${doorOf(brandId)}/light/${code}`,
  }),
  codeOf: codeOfLink,
});

/** The code of a one-time link, as an installation with this secret makes it. */
export const codeOfLink = linkCodes("a secret of the tests, and of nobody else");

/** A provider that answers as it is told, and keeps what it was handed. */
export function provider(answer: (parcel: Parcel) => DeliveryNews): Post & { readonly handed: Parcel[] } {
  const handed: Parcel[] = [];
  return {
    handed,
    async send(parcel) {
      handed.push(parcel);
      return answer(parcel);
    },
  };
}
