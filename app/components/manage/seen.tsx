import type { Fields } from "./typed";

/**
 * Carries along how what a form is about stood when its page was opened: nobody overwrites what they have not seen. A
 * form that was sent back carries what it came with.
 */
export const Seen = ({ fields, seen }: { readonly fields: Fields; readonly seen: string }) => (
  <input type="hidden" name="seen" value={fields.text("seen").value ?? seen} />
);
