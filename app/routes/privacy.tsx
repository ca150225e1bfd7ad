import type { MetaFunction } from "@remix-run/node";
import { Col, Row } from "nhsuk-react-components";
import { WordsSections } from "~/components/words-sections";
import { COOKIES } from "~/content/cookies";
import {
  COOKIES_LEAD,
  COOKIES_OF_SIGN_IN,
  COOKIES_TABLE,
  COOKIES_TITLE,
  PRIVACY_TITLE,
  privacyWords,
} from "~/content/privacy";
import { useFrontDoor } from "~/front-door";

export const handle = { kept: [] };

export const meta: MetaFunction = () => [{ title: PRIVACY_TITLE }];

export default function Privacy() {
  const { brand } = useFrontDoor();
  return (
    <Row>
      <Col width="two-thirds">
        <h1 className="nhsuk-heading-l">{PRIVACY_TITLE}</h1>
        <WordsSections
          sections={privacyWords({ name: brand.name, kind: brand.kind, desk: brand.desk.name })}
        />
        <h2 className="nhsuk-heading-m" id="cookies">
          {COOKIES_TITLE}
        </h2>
        <p>{COOKIES_LEAD}</p>
        <dl className="cookie-list">
          {Object.entries(COOKIES).map(([kind, { use, length }]) => (
            <div key={kind}>
              <dt>
                <span className="nhsuk-u-visually-hidden">{COOKIES_TABLE.name}: </span>
                <code>{`onedoor_${kind}_${brand.id}`}</code>
              </dt>
              <dd>{use}</dd>
              <dd className="cookie-list__length">
                {COOKIES_TABLE.length}: {length}
              </dd>
            </div>
          ))}
        </dl>
        <p>{COOKIES_OF_SIGN_IN}</p>
      </Col>
    </Row>
  );
}
