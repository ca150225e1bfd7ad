import type { FrameWords } from "~/content/frame";
import type { Brand } from "~/domain/directory/types";

/** Says that a demonstration is one, above everything else. */
export function KindBanner({
  kind,
  words: { banner, bannerLabel },
}: {
  readonly kind: Brand["kind"];
  readonly words: FrameWords;
}) {
  const { lead, rest } = banner[kind];
  return (
    <section className="kind-banner" aria-label={bannerLabel}>
      <p className="nhsuk-width-container">
        <strong>{lead}</strong> {rest}
      </p>
    </section>
  );
}
