/** The database that every test's own is copied from: migrated and empty. */
export const TEMPLATE = "onedoor_template";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the tests' PostgreSQL, without a database's name. */
    postgres: string;
    /** A folder for what the database tests write; it is removed at the end of the run. */
    scratch: string;
  }
}
