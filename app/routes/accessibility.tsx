import type { MetaFunction } from "@remix-run/node";
import { Col, Row } from "nhsuk-react-components";
import { WordsSections } from "~/components/words-sections";
import { ACCESSIBILITY_TITLE, accessibilityWords } from "~/content/accessibility";
import { useFrontDoor } from "~/front-door";

export const handle = { kept: [] };

export const meta: MetaFunction = () => [{ title: ACCESSIBILITY_TITLE }];

export default function Accessibility() {
  const { brand } = useFrontDoor();
  return (
    <Row>
      <Col width="two-thirds">
        <h1 className="nhsuk-heading-l">{ACCESSIBILITY_TITLE}</h1>
        <WordsSections sections={accessibilityWords(brand.desk)} />
      </Col>
    </Row>
  );
}
