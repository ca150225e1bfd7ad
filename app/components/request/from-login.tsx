import { SummaryList } from "nhsuk-react-components";
import type { StepInput } from "~/domain/journeys/draft-answers";
import { one } from "./fields";

/** What a proved identity says of the person who asks for themselves, and where it is changed. */
export interface FromLoginView {
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly editHref: string;
}

/** Details from NHS login as they are sent with the form, with a way to change them. */
export function FromLogin({
  login,
  typed,
  fields,
}: {
  readonly login: FromLoginView;
  readonly typed: StepInput;
  readonly fields: readonly string[];
}) {
  return (
    <section className="from-login" aria-labelledby="from-login">
      <h2 className="nhsuk-heading-s" id="from-login">
        From your NHS login
      </h2>
      <SummaryList noBorder>
        {login.lines.map(({ label, value }) => (
          <SummaryList.Row key={label}>
            <SummaryList.Key>{label}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
      {fields.map((field) => (
        <input key={field} type="hidden" name={field} value={one(typed, field)} />
      ))}
      <p>
        <a href={login.editHref}>
          Change<span className="nhsuk-u-visually-hidden"> what came from your NHS login</span>
        </a>
      </p>
    </section>
  );
}
