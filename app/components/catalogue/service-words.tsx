import type { Service } from "~/domain/directory/types";
import { TelephoneLink } from "../telephone-link";

/** What a service is, in its own words. A part with nothing to say is left out. */
export function ServiceWords({ service }: { readonly service: ServiceText }) {
  return (
    <>
      <Part id="what" title="What it is" lines={service.whatItIs} as="text" />
      <Part id="who" title="Who it is for" lines={service.whoItIsFor} as="list" />
      <Part id="expect" title="What to expect" lines={service.whatToExpect} as="steps" />
      <Part id="bring" title="What to bring" lines={service.whatToBring} as="list" />
      <section className="if-worse" aria-labelledby="worse">
        <h2 className="nhsuk-heading-m" id="worse">
          If it gets worse
        </h2>
        <p>{service.ifWorse}</p>
        <p>
          Need help today and not sure? <TelephoneLink number="111" />. In an emergency:{" "}
          <TelephoneLink number="999" />.
        </p>
      </section>
    </>
  );
}

export type ServiceText = Pick<
  Service,
  "whatItIs" | "whoItIsFor" | "whatToExpect" | "whatToBring" | "ifWorse"
>;

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly as: "text" | "list" | "steps";
}

function Part({ id, title, lines, as }: PartProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="service-part">
      <h2 className="nhsuk-heading-m" id={id}>
        {title}
      </h2>
      <Lines lines={lines} as={lines.length === 1 ? "text" : as} />
    </section>
  );
}

function Lines({ lines, as }: Pick<PartProps, "lines" | "as">) {
  if (as === "text") return lines.map((line) => <p key={line}>{line}</p>);
  const items = lines.map((line) => <li key={line}>{line}</li>);
  return as === "steps" ? (
    <ol className="nhsuk-list nhsuk-list--number">{items}</ol>
  ) : (
    <ul className="nhsuk-list nhsuk-list--bullet">{items}</ul>
  );
}
