import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink, Button, Col, Row } from "nhsuk-react-components";
import { ErrorSummary, errorOf } from "~/components/form/error-summary";
import { RoleRadios } from "~/components/work/role-radios";
import { CHOOSE_ROLE, LAST_MANAGER, PERSON } from "~/content/people";
import { organisationRole } from "~/domain/access/roles";
import { line } from "~/domain/journeys/input";
import { changeRole } from "~/usecases/change-role";
import { notFound } from "./partner-access";
import { colleagueHere, mustKeep } from "./people-access";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name ?? PERSON.back }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { directory, paths } = context;
  const { organisationId } = await mustKeep(context, request);
  const { accountId, name, role } = await colleagueHere(context, organisationId, params.account);
  const about = { organisation: organisationId };
  return {
    name,
    role: role ?? undefined,
    organisation: directory.organisation(organisationId)?.name ?? "",
    action: paths.partnerPerson(accountId, about),
    people: paths.partnerPeople(about),
    remove: paths.partnerPersonRemove(accountId, about),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const { actor, organisationId } = await mustKeep(context, request);
  const { accountId } = await colleagueHere(context, organisationId, params.account);
  const role = organisationRole(line.parse((await request.formData()).get("role")));
  const wrong = (message: string, status: number) =>
    data({ errors: [{ field: "role", message }] }, { status });
  if (role === undefined) return wrong(CHOOSE_ROLE, 400);
  const { kind } = await changeRole(onedoor, brand.id, actor, { accountId, role });
  switch (kind) {
    case "done":
      return redirect(paths.partnerPeople({ organisation: organisationId, done: "role" }), 303);
    case "last-manager":
      return wrong(LAST_MANAGER, 409);
    case "not-manager":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    default:
      throw new Error(`No such outcome: ${kind satisfies never}`);
  }
}

export default function Person() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? [];
  return (
    <Row>
      <Col width="two-thirds">
        <BackLink href={page.people}>{PERSON.back}</BackLink>
        <ErrorSummary errors={errors} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.organisation}</span>
          {page.name}
        </h1>
        <form method="post" action={page.action} noValidate>
          <RoleRadios legend={PERSON.role} error={errorOf(errors, "role")} chosen={page.role} />
          <div className="button-row">
            <Button type="submit">{PERSON.save}</Button>
            <a href={page.remove}>{PERSON.remove(page.name)}</a>
          </div>
        </form>
      </Col>
    </Row>
  );
}
