export type Paths = ReturnType<typeof pathsFor>;

/** Every address of a brand's pages. The prefix is "" at bare addresses, or "/b/larkmouth". */
export function pathsFor(prefix: string) {
  return {
    home: () => prefix || "/",
    theme: () => `${prefix}/theme.css`,
    signIn: (as: "patient" | "partner", next: string) =>
      `${prefix}/sign-in?${new URLSearchParams({ as, next })}`,
    signInCallback: () => `${prefix}/sign-in/callback`,
    signOut: () => `${prefix}/sign-out`,
  };
}
