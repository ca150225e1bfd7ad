import { PageModule } from "~/components/page-module";
import { TAKING } from "~/content/lab/taking";

/** The end, with thanks. */
export function TestOver({
  finished,
  code,
  keptUntil,
}: {
  readonly finished: boolean;
  readonly code: string;
  /** The day on which everything is deleted, in words. */
  readonly keptUntil: string | null;
}) {
  const { over } = TAKING;
  return (
    <>
      <h1 className="nhsuk-heading-l">{finished ? over.finished : over.stopped}</h1>
      <p>{over.words}</p>
      <p>{over.notReal}</p>
      {keptUntil === null ? null : <p>{over.kept(code, keptUntil)}</p>}
      <p>{over.upset}</p>
      <PageModule name="forget" />
    </>
  );
}
