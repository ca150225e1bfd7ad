import { Button } from "nhsuk-react-components";
import { PARTICIPANTS } from "~/content/lab/participants";
import { PRINT } from "~/content/print";
import { useFrontDoor } from "~/front-door";
import { TextField } from "../form/text-fields";
import { fieldsOf, type SentBack } from "../manage/typed";
import { PageModule } from "../page-module";
import { QrCode } from "../qr-code";

/** The links that were just made, each as a slip to cut out and give to one person. They are not to be had again. */
export function MadeLinks({
  brandName,
  made,
}: {
  readonly brandName: string;
  readonly made: readonly {
    readonly id: string;
    readonly href: string;
    readonly code: Parameters<typeof QrCode>[0]["code"];
  }[];
}) {
  if (made.length === 0) return null;
  return (
    <section aria-label={PARTICIPANTS.made(made.length)}>
      <div className="done-note lab-not-printed" role="status">
        <p>
          {PARTICIPANTS.made(made.length)}. {PARTICIPANTS.once} {PARTICIPANTS.print}
        </p>
        <Button type="button" secondary small hidden data-print="">
          {PRINT.print}
        </Button>
      </div>
      <ul className="lab-links">
        {made.map(({ id, href, code }) => (
          <li key={id}>
            <p className="lab-links__for">
              <strong>{brandName}</strong> {PARTICIPANTS.slip.title}
            </p>
            <div className="lab-links__code">
              <QrCode code={code} label={PARTICIPANTS.qr(id)} />
              <p>
                {PARTICIPANTS.slip.code} <span className="lab-code">{id}</span>
              </p>
            </div>
            <p>
              {PARTICIPANTS.slip.how} <a href={href}>{href}</a>
            </p>
            <p className="lab-links__small">{PARTICIPANTS.slip.words}</p>
          </li>
        ))}
      </ul>
      <PageModule name="print" />
    </section>
  );
}

/** Asks how many links to make; or says why none can be. */
export function AskForm({
  studyId,
  isOpen,
  most,
  sent,
  formKey,
}: {
  readonly studyId: string;
  readonly isOpen: boolean;
  readonly most: number;
  readonly sent: SentBack | null;
  readonly formKey: string;
}) {
  const { paths } = useFrontDoor();
  return (
    <section aria-label={PARTICIPANTS.ask} className="lab-not-printed">
      <h2 className="nhsuk-heading-m">{PARTICIPANTS.ask}</h2>
      {isOpen ? (
        <form method="post" action={paths.labParticipants(studyId)} noValidate>
          <input type="hidden" name="key" value={formKey} />
          <TextField
            {...fieldsOf(sent?.errors.length ? sent : null, { many: "6" }).text("many")}
            label={PARTICIPANTS.many}
            hint={PARTICIPANTS.manyHint(most)}
            width={2}
            inputMode="numeric"
            autoComplete="off"
          />
          <Button type="submit" name="intent" value="ask">
            {PARTICIPANTS.make}
          </Button>
        </form>
      ) : (
        <p>
          {PARTICIPANTS.notOpen} <a href={paths.labStudy(studyId)}>{PARTICIPANTS.toStudy}</a>
        </p>
      )}
    </section>
  );
}

interface Line {
  readonly id: string;
  readonly state: keyof typeof PARTICIPANTS.states;
  readonly variant: string;
  readonly version: number;
  /** Where they can be watched, or judged once it is over, and where it can be looked back at; null where there is nothing to see. */
  readonly watch: string | null;
  readonly replay: string | null;
  readonly delete: string;
}

/** Everybody who was asked, by code. */
export function ParticipantList({
  studyId,
  participants,
  formKey,
}: {
  readonly studyId: string;
  readonly participants: readonly Line[];
  readonly formKey: string;
}) {
  return (
    <section id="participants" aria-label={PARTICIPANTS.list} className="lab-not-printed">
      <h2 className="nhsuk-heading-m">{PARTICIPANTS.list}</h2>
      {participants.length === 0 ? <p>{PARTICIPANTS.none}</p> : null}
      {participants.some(({ state }) => state === "left") ? (
        <p>
          {PARTICIPANTS.states.left}: {PARTICIPANTS.leftHow}
        </p>
      ) : null}
      <ul className="manage-list lab-people-list" aria-label={PARTICIPANTS.list}>
        {participants.map((each) => (
          <li key={each.id}>
            <span className="manage-list__name">
              <span className="lab-code">{each.id}</span>
              <span className="manage-list__small">
                {each.variant} · {PARTICIPANTS.version(each.version)}
              </span>
            </span>
            <span>{PARTICIPANTS.states[each.state]}</span>
            <Does studyId={studyId} formKey={formKey} {...each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Does({
  studyId,
  formKey,
  id,
  state,
  watch,
  replay,
  delete: deleteAt,
}: Line & { readonly studyId: string; readonly formKey: string }) {
  const { paths } = useFrontDoor();
  const of = <span className="nhsuk-u-visually-hidden">{PARTICIPANTS.of(id)}</span>;
  return (
    <form method="post" action={paths.labParticipants(studyId)} className="lab-does manage-list__does">
      <input type="hidden" name="participant" value={id} />
      <input type="hidden" name="key" value={formKey} />
      {watch === null ? null : (
        <a href={watch}>
          {state === "over" ? PARTICIPANTS.session : PARTICIPANTS.watch} {of}
        </a>
      )}
      {replay === null ? null : (
        <a href={replay}>
          {PARTICIPANTS.replay} {of}
        </a>
      )}
      {state === "over" ? null : (
        <Button type="submit" name="intent" value="link" secondary small>
          {PARTICIPANTS.link} {of}
        </Button>
      )}
      <a href={deleteAt}>
        {PARTICIPANTS.delete} {of}
      </a>
    </form>
  );
}

/** Asks once more, before everything of somebody is deleted. */
export function SureToDelete({ studyId, code }: { readonly studyId: string; readonly code: string }) {
  const { paths } = useFrontDoor();
  return (
    <section className="lab-task" aria-label={PARTICIPANTS.sure(code)}>
      <h2 className="nhsuk-heading-m">{PARTICIPANTS.sure(code)}</h2>
      <p>{PARTICIPANTS.sureWords}</p>
      <form method="post" action={paths.labParticipants(studyId)} className="lab-does">
        <input type="hidden" name="participant" value={code} />
        <Button type="submit" name="intent" value="delete" warning>
          {PARTICIPANTS.sureDo(code)}
        </Button>
        <a href={paths.labParticipants(studyId)}>{PARTICIPANTS.keep}</a>
      </form>
    </section>
  );
}
