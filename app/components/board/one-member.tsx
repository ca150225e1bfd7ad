import { SummaryList } from "nhsuk-react-components";
import { MEMBER } from "~/content/board/partners";

type Fact = keyof typeof MEMBER.facts;

/** How one member is bound, a line each; what is not so is left out. */
export const MemberFacts = ({
  facts,
  returnTicket,
}: {
  readonly facts: Readonly<Record<Fact, string>>;
  readonly returnTicket: string;
}) => (
  <section aria-labelledby="bound">
    <h2 className="nhsuk-heading-m" id="bound">
      {MEMBER.bound}
    </h2>
    <SummaryList noBorder className="manage-facts">
      {(Object.keys(MEMBER.facts) as Fact[])
        .filter((fact) => facts[fact] !== "")
        .map((fact) => (
          <SummaryList.Row key={fact}>
            <SummaryList.Key>{MEMBER.facts[fact]}</SummaryList.Key>
            <SummaryList.Value>{facts[fact]}</SummaryList.Value>
          </SummaryList.Row>
        ))}
    </SummaryList>
    {returnTicket === "" ? null : (
      <>
        <h2 className="nhsuk-heading-m">{MEMBER.returnTicket}</h2>
        <p>{MEMBER.returnTicketIntro}</p>
        <blockquote className="return-ticket">{returnTicket}</blockquote>
      </>
    )}
  </section>
);

/** What a member gives, a line each. */
export const MemberOffers = ({
  offers,
}: {
  readonly offers: readonly {
    readonly id: string;
    readonly service: string;
    readonly where: readonly string[];
    readonly alone: boolean;
  }[];
}) => (
  <section aria-labelledby="gives">
    <h2 className="nhsuk-heading-m" id="gives">
      {MEMBER.gives}
    </h2>
    {offers.length === 0 ? (
      <p>{MEMBER.givesNothing}</p>
    ) : (
      <ul className="manage-list" aria-labelledby="gives">
        {offers.map(({ id, service, where, alone }) => (
          <li key={id}>
            <span className="manage-list__name">
              {service}
              {where.map((way) => (
                <span className="manage-list__small" key={way}>
                  {way}
                </span>
              ))}
            </span>
            {alone ? <span>{MEMBER.alone}</span> : null}
          </li>
        ))}
      </ul>
    )}
  </section>
);
