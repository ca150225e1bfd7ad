/** Makes those builds that are out of date: Node's, and with `web` (as is usual) the pages' too. */
export function build(what?: { readonly web?: boolean }): Promise<void>;
