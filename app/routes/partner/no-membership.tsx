import { Button, Col, Row } from "nhsuk-react-components";
import { useFrontDoor } from "~/front-door";

/** For someone who is known, and works for nobody here. */
export function NoMembership({ name }: { readonly name: string }) {
  const { brand, paths } = useFrontDoor();
  return (
    <Row>
      <Col width="two-thirds">
        <h1 className="nhsuk-heading-l">You do not work with {brand.name} yet</h1>
        <p>
          You are signed in as {name}. Nobody has added you to an organisation here, so there is nothing that
          we can show you.
        </p>
        <p>
          Ask whoever looks after accounts where you work to add you, or call {brand.desk.name} on{" "}
          {brand.desk.phone}.
        </p>
        <form method="post" action={paths.signOut()}>
          <Button type="submit" name="as" value="partner" secondary>
            Sign out
          </Button>
        </form>
      </Col>
    </Row>
  );
}
