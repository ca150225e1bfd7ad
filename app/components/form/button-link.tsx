import { Button } from "nhsuk-react-components";

/** Without a script the space bar does not press a link, as the library's `role="button"` would promise. */
const STAYS_A_LINK = { role: undefined };

/** A link that looks like a button. */
export const ButtonLink = ({
  href,
  className,
  children,
}: {
  readonly href: string;
  readonly className?: string;
  readonly children: string;
}) => (
  <Button as="a" href={href} className={className} {...STAYS_A_LINK}>
    {children}
  </Button>
);
