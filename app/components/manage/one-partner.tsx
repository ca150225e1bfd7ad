import { SummaryList, Tag } from "nhsuk-react-components";
import { ONE_PARTNER, PARTNER_FACTS } from "~/content/manage/partners";
import type { Mark } from "~/domain/directory/types";
import { ButtonLink } from "../form/button-link";
import { OrganisationMark } from "../organisation-mark";

/** What is still to be done before people can ask for a partner's care, each with the way to do it. */
export function ToDo({
  place,
  offer,
  manager,
  invited,
  newPlace,
  newOffer,
}: {
  readonly place: boolean;
  readonly offer: boolean;
  readonly manager: boolean;
  readonly invited: boolean;
  readonly newPlace: string;
  readonly newOffer: string;
}) {
  if (offer && manager) return null;
  return (
    <section aria-labelledby="todo">
      <h2 className="nhsuk-heading-m" id="todo">
        {ONE_PARTNER.todo}
      </h2>
      <ol className="manage-todo">
        <Step done={place} href={newPlace} todo={ONE_PARTNER.place} hint={ONE_PARTNER.optional} />
        <Step done={offer} href={newOffer} todo={ONE_PARTNER.offer} />
        <Step done={manager} href="#invite" todo={invited ? ONE_PARTNER.managerAsked : ONE_PARTNER.manager} />
      </ol>
    </section>
  );
}

const Step = ({
  done,
  href,
  todo,
  hint,
}: {
  readonly done: boolean;
  readonly href: string;
  readonly todo: string;
  readonly hint?: string;
}) => (
  <li>
    <span>
      <a href={href}>{todo}</a>
      {hint && !done ? <span className="manage-list__small">{hint}</span> : null}
    </span>
    {done ? <Tag modifier="green">{ONE_PARTNER.done}</Tag> : <Tag>{ONE_PARTNER.todoNow}</Tag>}
  </li>
);

export interface Facts {
  readonly kind: string;
  readonly about: string;
  readonly phone: string;
  readonly website: string;
  readonly standing: string;
  readonly arrangement: string;
  readonly lead: string;
  readonly since: string;
}

/** Who a partner is and how it is bound, a line each; what is not known is left out. */
export const PartnerFacts = ({ facts, mark }: { readonly facts: Facts; readonly mark: Mark }) => (
  <section aria-labelledby="facts">
    <h2 className="nhsuk-heading-m" id="facts">
      {ONE_PARTNER.facts}
    </h2>
    <SummaryList noBorder className="manage-facts">
      <SummaryList.Row>
        <SummaryList.Key>{PARTNER_FACTS.mark}</SummaryList.Key>
        <SummaryList.Value>
          <OrganisationMark mark={mark} size={36} />
        </SummaryList.Value>
      </SummaryList.Row>
      {(Object.keys(facts) as (keyof Facts)[])
        .filter((fact) => facts[fact] !== "")
        .map((fact) => (
          <SummaryList.Row key={fact}>
            <SummaryList.Key>{PARTNER_FACTS[fact]}</SummaryList.Key>
            <SummaryList.Value>{facts[fact]}</SummaryList.Value>
          </SummaryList.Row>
        ))}
    </SummaryList>
  </section>
);

/** The places of a partner, and the way to add one. */
export const Places = ({
  places,
  newPlace,
}: {
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly where: string;
    readonly popUp: string;
  }[];
  readonly newPlace: string;
}) => (
  <section aria-labelledby="places">
    <h2 className="nhsuk-heading-m" id="places">
      {ONE_PARTNER.places}
    </h2>
    <ul className="manage-list" aria-labelledby="places">
      {places.map(({ id, name, where, popUp }) => (
        <li key={id}>
          <span className="manage-list__name">
            {name}
            <span className="manage-list__small">{where}</span>
          </span>
          {popUp === "" ? null : <span>{popUp}</span>}
        </li>
      ))}
    </ul>
    <ButtonLink href={newPlace} className="nhsuk-button--secondary">
      {ONE_PARTNER.newPlace}
    </ButtonLink>
  </section>
);

/** What care a partner gives, each with the way to close it or to open it again, and the way to add some. */
export const CareGiven = ({
  offers,
  newOffer,
}: {
  readonly offers: readonly {
    readonly id: string;
    readonly service: string;
    readonly seen: string;
    readonly where: string;
    readonly open: boolean;
    readonly change: string;
  }[];
  readonly newOffer: string;
}) => (
  <section aria-labelledby="offers">
    <h2 className="nhsuk-heading-m" id="offers">
      {ONE_PARTNER.offers}
    </h2>
    <ul className="manage-list" aria-labelledby="offers">
      {offers.map(({ id, service, seen, where, open, change }) => (
        <li key={id}>
          <span className="manage-list__name">
            <a href={seen}>{service}</a>
            <span className="manage-list__small">{where}</span>
          </span>
          <span>{open ? ONE_PARTNER.open : ONE_PARTNER.closed}</span>
          <a href={change}>
            {open ? ONE_PARTNER.close : ONE_PARTNER.reopen}
            <span className="nhsuk-u-visually-hidden">
              {" "}
              {service}, {where}
            </span>
          </a>
        </li>
      ))}
    </ul>
    <ButtonLink href={newOffer} className="nhsuk-button--secondary">
      {ONE_PARTNER.newOffer}
    </ButtonLink>
  </section>
);
