import { Col, Row } from "nhsuk-react-components";
import { NOT_RUNNING } from "~/content/manage/pages";
import { useFrontDoor } from "~/front-door";

/** For someone at work who does not run this front door. */
export function NotRunning({ name }: { readonly name: string }) {
  const { brand, paths } = useFrontDoor();
  return (
    <Row>
      <Col width="two-thirds">
        <h1 className="nhsuk-heading-l">{NOT_RUNNING.title}</h1>
        <p>{NOT_RUNNING.words(name, brand.name)}</p>
        <p>
          <a href={paths.partner()}>{NOT_RUNNING.back}</a>
        </p>
      </Col>
    </Row>
  );
}
