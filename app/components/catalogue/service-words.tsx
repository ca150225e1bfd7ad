import type { ReactNode } from "react";
import { SERVICE_TITLES } from "~/content/service";
import type { Service } from "~/domain/directory/types";
import { TelephoneLink } from "../telephone-link";

/** What a service is, in its own words. A part with nothing to say is left out. */
export function ServiceWords({ service }: { readonly service: ServiceText }) {
  return (
    <>
      <Part id="what" title={SERVICE_TITLES.what} lines={service.whatItIs} as="text" />
      <Part id="who" title={SERVICE_TITLES.who} lines={service.whoItIsFor} as="list">
        {service.notFor ? (
          <>
            <h3 className="nhsuk-heading-s">{SERVICE_TITLES.notFor}</h3>
            <Lines lines={service.notFor} as="list" />
          </>
        ) : null}
      </Part>
      <Part id="expect" title={SERVICE_TITLES.expect} lines={service.whatToExpect} as="steps" />
      <Part id="long" title={SERVICE_TITLES.howLong} lines={service.howLong ?? []} as="text" />
      <Part id="cost" title={SERVICE_TITLES.cost} lines={[service.cost]} as="text" />
      <Part id="bring" title={SERVICE_TITLES.bring} lines={service.whatToBring} as="list" />
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
  "whatItIs" | "whoItIsFor" | "notFor" | "whatToExpect" | "howLong" | "cost" | "whatToBring" | "ifWorse"
>;

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly as: "text" | "list" | "steps";
  /** What belongs under the same heading. */
  readonly children?: ReactNode;
}

function Part({ id, title, lines, as, children }: PartProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="service-part">
      <h2 className="nhsuk-heading-m" id={id}>
        {title}
      </h2>
      <Lines lines={lines} as={lines.length === 1 ? "text" : as} />
      {children}
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
