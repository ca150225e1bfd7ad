import { Button } from "nhsuk-react-components";
import { TAKING } from "~/content/lab/taking";
import { useFrontDoor } from "~/front-door";

interface Who {
  readonly name: string;
  readonly bornOn: string;
  readonly postcode: string | null;
  readonly practice: string | null;
  readonly phone: string | null;
  readonly signedIn: boolean;
}

/** A task before it is begun, or while it is under way and the participant came back to this page. */
export function TaskShown({
  going,
  paused,
  moderated,
  task,
  place,
  of,
  who,
}: {
  readonly going: boolean;
  readonly paused: boolean;
  /** Somebody sits beside them, and hears what they say. */
  readonly moderated: boolean;
  readonly task: { readonly id: string; readonly words: string };
  readonly place: number;
  readonly of: number;
  readonly who: Who | null;
}) {
  const { paths } = useFrontDoor();
  const { shown } = TAKING;
  return (
    <>
      <h1 className="nhsuk-heading-l">{paused ? TAKING.paused.title : shown.title(place, of)}</h1>
      {paused ? <p>{TAKING.paused.words}</p> : going ? <p>{TAKING.going.lead}</p> : null}
      <div className="take__task">
        {task.words.split(/\n\s*\n/).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {who === null ? null : <WhoTheyAre who={who} />}
      {moderated ? <p>{shown.aloud}</p> : null}
      <p>{shown.bar}</p>
      <form method="post" action={paths.labTake()}>
        <input type="hidden" name="task" value={task.id} />
        <Button type="submit" name="intent" value="begin">
          {paused ? TAKING.paused.goOn : going ? TAKING.going.goOn : shown.begin}
        </Button>
      </form>
      {going ? null : <p className="take__small">{shown.ready}</p>}
    </>
  );
}

function WhoTheyAre({ who }: { readonly who: Who }) {
  const { shown } = TAKING;
  const lines = [
    [shown.name, who.name],
    [shown.born, who.bornOn],
    [shown.postcode, who.postcode],
    [shown.practice, who.practice],
    [shown.phone, who.phone],
  ] as const;
  return (
    <section className="take__who" aria-labelledby="who">
      <h2 className="nhsuk-heading-s" id="who">
        {shown.who}
      </h2>
      <dl>
        {lines.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="take__small">
        {shown.whoHow} {who.signedIn ? shown.signedIn : shown.guest}
      </p>
    </section>
  );
}
