import { Col, Row } from "nhsuk-react-components";
import { useFrontDoor } from "~/front-door";

/** For someone at work who is not one of the front desk's people. */
export function NotAtDesk({ name }: { readonly name: string }) {
  const { brand, paths } = useFrontDoor();
  return (
    <Row>
      <Col width="two-thirds">
        <h1 className="nhsuk-heading-l">This page is for the front desk</h1>
        <p>
          You are signed in as {name}, who does not work at the front desk of {brand.name}.
        </p>
        <p>
          <a href={paths.partner()}>Go to your worklist</a>
        </p>
      </Col>
    </Row>
  );
}
