/** A number that can be tapped. It is read out and shown as it was written, in any language. */
export function TelephoneLink({
  number,
  className,
}: {
  readonly number: string;
  readonly className?: string;
}) {
  return (
    <a className={className ?? "telephone"} href={`tel:${number.replace(/[^\d+]/g, "")}`} dir="ltr">
      {number}
    </a>
  );
}
