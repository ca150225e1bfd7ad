import { KIND_BANNER } from "~/content/brand";
import type { Brand } from "~/domain/directory/types";

/** Says that a demonstration is one, above everything else. */
export function KindBanner({ kind }: { readonly kind: Brand["kind"] }) {
  const words = KIND_BANNER[kind];
  return (
    <section className="kind-banner" aria-label="About this site">
      <p className="nhsuk-width-container">
        <strong>{words.lead}</strong> {words.rest}
      </p>
    </section>
  );
}
