import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "nhsuk-react-components";
import { z } from "zod";
import { DoneNote } from "~/components/done-note";
import { ErrorSummary } from "~/components/form/error-summary";
import type { SentBack } from "~/components/manage/typed";
import { BoxForm as BoxFields } from "~/components/work/box-form";
import { BoxPreview, BoxVersions, type VersionChange } from "~/components/work/box-preview";
import { WorkHead } from "~/components/work/work-head";
import { BOX_ERRORS, BOX_PAGE, ONE_BOX, STYLE_WORDS, TONE_WORDS } from "~/content/box";
import { whenWords } from "~/content/deadlines";
import { readOnlyWords } from "~/content/people";
import { may, seesAs } from "~/domain/access/may";
import { agreedNow } from "~/domain/boxes/agreed";
import { boxChanges, boxOf } from "~/domain/boxes/box";
import type { BoxSettings, Offer } from "~/domain/directory/types";
import { line } from "~/domain/journeys/input";
import { listInWords } from "~/domain/shared/in-words";
import { localDate } from "~/domain/shared/time";
import { useFrontDoor } from "~/front-door";
import type { PartnerViewer } from "~/server/app-context";
import { boxVersions, setBox } from "~/usecases/set-box";
import { formOf, readForm } from "../read-form";
import { BoxForm, typedBox } from "./box-form";
import { previewOf } from "./box-preview";
import { managersOf } from "./colleagues";
import { offerWords } from "./offers-with-box";
import { atWork, notFound, organisationsOf } from "./partner-access";
import { placesOf } from "./places";

export { demoStyles as links } from "~/styles/sheets";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${BOX_PAGE.title}: ${page.service}` : BOX_PAGE.title },
];

/** One of the offers of somebody's organisations; what is not theirs is not there. */
function offerHere({ directory }: AppLoadContext, viewer: PartnerViewer, id: string | undefined): Offer {
  const offer = directory.offer(id ?? "");
  if (offer === undefined || !organisationsOf(viewer).includes(offer.organisationId)) throw notFound();
  return offer;
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { directory, paths, now } = context;
  const viewer = atWork(context, request);
  const offer = offerHere(context, viewer, params.offer);
  const { organisationId } = offer;
  const organisation = directory.organisation(organisationId);
  if (organisation === undefined) throw notFound();
  const query = new URL(request.url).searchParams;
  // "Show me" asks for the page again with what was typed.
  const asked = query.has("style") ? readForm(BoxForm, formOf(query)) : null;
  const settings = asked?.ok ? asked.value : offer.box;
  const sets = may(viewer, "set-box", organisationId);
  const agreed = agreedNow(directory, organisationId, localDate(now));
  return {
    organisation: { id: organisation.id, name: organisation.name, mark: organisation.mark },
    places: await placesOf(context, viewer, organisationId, "box"),
    offerId: offer.id,
    ...offerWords(context, offer),
    back: paths.partnerBoxes({ organisation: organisationId }),
    saved: query.get("done") === "1",
    readOnly: sets
      ? ""
      : readOnlyWords({
          organisation: organisation.name,
          asLead: seesAs(viewer, organisationId) !== organisationId,
          managers: await managersOf(context, organisationId),
        }),
    agreed: ONE_BOX.agreed(
      listInWords(
        agreed.map((style) => STYLE_WORDS[style]),
        "and",
      ),
    ),
    styles: agreed.includes(settings.style) ? agreed : [...agreed, settings.style],
    fields: asked?.ok === false ? asked.sent.typed : typedBox(settings),
    errors: asked?.ok === false ? asked.sent.errors : [],
    usual: usualOf(context, offer, settings),
    preview: previewOf(context, offer, settings, request.url),
    versions: await versionsOf(context, offer),
  };
}

/** What stands on each line when nothing of one's own is typed there. */
function usualOf({ directory }: AppLoadContext, offer: Offer, settings: BoxSettings) {
  const { style } = settings;
  const none = { letterhead: null, textSender: null, caller: null, doorSign: null, questionsPhone: null };
  const { lines, questionsPhone } = boxOf(directory, offer.id, { style, ...none });
  return {
    letterhead: lines.letter,
    textSender: lines.text,
    caller: lines.call,
    doorSign: lines.door,
    questionsPhone,
  };
}

async function versionsOf({ onedoor, brand, directory, now }: AppLoadContext, offer: Offer) {
  const versions = await boxVersions(onedoor.db.kysely, brand.id, offer.id);
  return versions.map(({ seq, at, by, before, after }) => ({
    seq,
    words: ONE_BOX.changed(by.name, whenWords(at, now)),
    changes: [
      ...boxChanges(boxOf(directory, offer.id, before), boxOf(directory, offer.id, after)),
      ...toneChange(before, after),
    ],
  }));
}

function toneChange(before: BoxSettings, after: BoxSettings): readonly VersionChange[] {
  const words = ({ tone }: BoxSettings) => TONE_WORDS[tone ?? "usual"].label;
  return before.tone === after.tone ? [] : [{ line: "tone", before: words(before), after: words(after) }];
}

const PutBack = z.object({ "put-back": line.pipe(z.string().regex(/^\d{1,15}$/)) });

/** Saves the settings; or puts back those that stood before a change. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { onedoor, brand, paths } = context;
  const viewer = atWork(context, request);
  const { id: offerId, organisationId } = offerHere(context, viewer, params.offer);
  if (!may(viewer, "set-box", organisationId)) throw new Response(null, { status: 403 });
  const form = await request.formData();
  const read = form.has("put-back") ? await versionAsked(context, offerId, form) : readForm(BoxForm, form);
  if (!read.ok) return data(read.sent, { status: 400 });
  const { accountId, name } = viewer;
  const actor = { kind: "partner" as const, organisationId, accountId, name };
  const result = await setBox(onedoor, brand.id, actor, { offerId, settings: read.value });
  switch (result.kind) {
    case "done":
    case "same":
      return redirect(paths.partnerBox(offerId, { done: "1" }), 303);
    case "not-agreed":
      return data(
        { typed: read.typed, errors: [{ field: "style", message: BOX_ERRORS.notAgreed }] },
        { status: 409 },
      );
    case "not-allowed":
      throw new Response(null, { status: 403 });
    case "not-found":
      throw notFound();
    case "faulty":
      throw new Error(result.reasons.join(". "));
    default:
      throw new Error(`No such result: ${result satisfies never}`);
  }
}

async function versionAsked({ onedoor, brand }: AppLoadContext, offerId: string, form: FormData) {
  const asked = PutBack.safeParse(Object.fromEntries(form));
  const versions = await boxVersions(onedoor.db.kysely, brand.id, offerId);
  const version = versions.find(({ seq }) => String(seq) === asked.data?.["put-back"]);
  if (version === undefined) throw notFound();
  return { ok: true as const, value: version.before, typed: typedBox(version.before) };
}

export default function OneBox() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<SentBack>();
  const { brand, paths } = useFrontDoor();
  const sent = answer ?? { typed: page.fields, errors: page.errors };
  const action = paths.partnerBox(page.offerId);
  return (
    <>
      <BackLink href={page.back}>{ONE_BOX.back}</BackLink>
      <ErrorSummary errors={sent.errors} />
      <WorkHead organisation={page.organisation} places={page.places} />
      <DoneNote words={page.saved && !answer ? ONE_BOX.saved : ""} />
      <h2 className="nhsuk-heading-m">
        {page.service}
        <span className="manage-list__small">{page.place}</span>
      </h2>
      <div className="box-setting">
        {page.readOnly === "" ? (
          <BoxFields
            action={action}
            sent={sent}
            styles={page.styles}
            agreed={page.agreed}
            usual={page.usual}
            brand={brand.name}
            partner={page.organisation.name}
          />
        ) : (
          <p>{page.readOnly}</p>
        )}
        <BoxPreview {...page.preview} brandMark={brand.mark} />
      </div>
      <BoxVersions versions={page.versions} action={page.readOnly === "" ? action : null} />
    </>
  );
}
