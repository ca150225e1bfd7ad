/**
 * Nothing from elsewhere and nothing inline. Interactive pages alone carry a nonce, made for one answer; the pages of a
 * stage's world alone may be framed, by pages of ours.
 */
export function contentSecurityPolicy({
  nonce,
  framedBySelf = false,
}: {
  readonly nonce?: string;
  readonly framedBySelf?: boolean;
} = {}): string {
  const scripts = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBySelf ? "'self'" : "'none'"}`,
  ].join("; ");
}
