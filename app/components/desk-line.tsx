import type { Brand } from "~/domain/directory/types";
import { InEnglish } from "./in-english";
import { TelephoneLink } from "./telephone-link";

/** Who is at the front desk, and the number to ring, on a page in any language. */
export function DeskLine({ desk: { name, phone } }: { readonly desk: Brand["desk"] }) {
  return (
    <>
      <InEnglish>{name}</InEnglish>
      {phone ? (
        <>
          : <TelephoneLink number={phone} />
        </>
      ) : null}
    </>
  );
}
