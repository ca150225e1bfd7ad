/** What the form before has come to; nothing where it came to nothing. */
export const DoneNote = ({ words }: { readonly words: string }) =>
  words === "" ? null : (
    <div className="done-note" role="status">
      <p>{words}</p>
    </div>
  );
