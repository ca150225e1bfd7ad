import { Button } from "nhsuk-react-components";
import { FIGURES_PAGE, PERIODS } from "~/content/figures";
import { Select } from "../form/select";

/** Asks how far back the figures go, and of which care. */
export const FiguresSeek = ({
  action,
  organisation,
  weeks,
  service,
  services,
}: {
  readonly action: string;
  readonly organisation: string;
  readonly weeks: string;
  readonly service: string;
  readonly services: readonly { readonly id: string; readonly name: string }[];
}) => (
  <form method="get" action={action} className="figures-seek">
    <input type="hidden" name="organisation" value={organisation} />
    <Select name="weeks" label={FIGURES_PAGE.period} value={weeks}>
      {Object.entries(PERIODS).map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
    <Select name="service" label={FIGURES_PAGE.service} value={service}>
      <option value="">{FIGURES_PAGE.allServices}</option>
      {services.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
    <Button type="submit" secondary>
      {FIGURES_PAGE.show}
    </Button>
  </form>
);
