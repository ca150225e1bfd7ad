import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, Col, Row } from "nhsuk-react-components";
import { INVITATION, NO_INVITATION } from "~/content/people";
import { acceptInvitation, overBecause } from "~/usecases/accept-invitation";
import { hashOfCode } from "~/usecases/invite-colleague";
import { findInvitation } from "~db/queries/invitations";
import { atWork } from "./partner-access";

export const meta: MetaFunction = () => [{ title: INVITATION.title }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { onedoor, brand, paths, now } = context;
  const viewer = atWork(context, request);
  const code = params.code ?? "";
  const invitation = await findInvitation(onedoor.db.kysely, brand.id, hashOfCode(code));
  if (invitation === undefined) return noInvitation("unknown");
  const because = overBecause(invitation, now);
  if (because !== undefined) return noInvitation(because);
  const { organisationId, role } = invitation;
  const organisation = nameOf(context, organisationId);
  return {
    kind: "open" as const,
    title: INVITATION.join(organisation, role),
    may: INVITATION.may(role),
    as: INVITATION.as(viewer.name),
    action: paths.invitation(code),
  };
}

/** What a link that lets nobody in says: it never did (404), or it does no more (410). */
const noInvitation = (why: keyof typeof NO_INVITATION) =>
  data({ kind: "none" as const, ...NO_INVITATION[why] }, { status: why === "unknown" ? 404 : 410 });

const nameOf = ({ directory }: AppLoadContext, organisationId: string): string =>
  directory.organisation(organisationId)?.name ?? organisationId;

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  const result = await acceptInvitation(onedoor, brand.id, viewer, params.code ?? "");
  switch (result.kind) {
    case "joined":
      return redirect(paths.partner({ organisation: result.organisationId }), 303);
    case "here-already": {
      const title = INVITATION.here(nameOf(context, result.organisationId));
      return data({ kind: "none" as const, title, words: INVITATION.hereHow }, { status: 409 });
    }
    case "over":
      return noInvitation(result.because);
    case "not-found":
      return noInvitation("unknown");
    default:
      throw new Error(`No such outcome: ${result satisfies never}`);
  }
}

export default function AnInvitation() {
  const loaded = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? loaded;
  return (
    <Row>
      <Col width="two-thirds">
        <h1 className="nhsuk-heading-l">{page.title}</h1>
        {page.kind === "open" ? (
          <>
            <p>{page.as}</p>
            <p>{page.may}</p>
            <form method="post" action={page.action}>
              <Button type="submit">{page.title}</Button>
            </form>
          </>
        ) : (
          <p>{page.words}</p>
        )}
      </Col>
    </Row>
  );
}
