import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import { ErrorSummary } from "~/components/form/error-summary";
import { LAST_MANAGER, PERSON, REMOVE } from "~/content/people";
import { removeColleague } from "~/usecases/remove-colleague";
import { notFound } from "./partner-access";
import { colleagueHere, mustKeep } from "./people-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? PERSON.back }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { directory, paths } = context;
  const { organisationId, viewer } = await mustKeep(context, request);
  const { accountId, name } = await colleagueHere(context, organisationId, params.account);
  const about = { organisation: organisationId };
  return {
    title: REMOVE.title(name, directory.organisation(organisationId)?.name ?? organisationId),
    yourself: accountId === viewer.accountId,
    action: paths.partnerPersonRemove(accountId, about),
    person: paths.partnerPerson(accountId, about),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const { actor, organisationId } = await mustKeep(context, request);
  const { kind } = await removeColleague(onedoor, brand.id, actor, params.account ?? "");
  switch (kind) {
    case "done":
      return redirect(
        params.account === actor.accountId
          ? paths.partner()
          : paths.partnerPeople({ organisation: organisationId, done: "removed" }),
        303,
      );
    case "last-manager":
      return data({ errors: [{ field: "remove", message: LAST_MANAGER }] }, { status: 409 });
    case "not-manager":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${kind satisfies never}`);
  }
}

export default function RemovePerson() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  return (
    <Row>
      <Col width="two-thirds">
        <BackLink href={page.person}>{PERSON.back}</BackLink>
        <ErrorSummary errors={errors} />
        <h1 className="nhsuk-heading-l">{page.title}</h1>
        {page.yourself ? <p>{REMOVE.yourself}</p> : null}
        <p>{REMOVE.what}</p>
        <form method="post" action={page.action}>
          <div className="button-row">
            <Button type="submit" id="remove" warning>
              {REMOVE.yes}
            </Button>
            <a href={page.person}>{REMOVE.no}</a>
          </div>
        </form>
      </Col>
    </Row>
  );
}
