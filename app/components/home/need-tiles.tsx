import { NEEDS } from "~/content/needs";
import type { Paths } from "~/paths";
import { NeedIcon } from "../need-icon";

/** Ways into the catalogue for a person who does not know what a service is called. Empty ones are left out. */
export function NeedTiles({ paths, used }: { readonly paths: Paths; readonly used: readonly string[] }) {
  return (
    <ul className="need-tiles">
      {NEEDS.filter(({ id }) => used.includes(id)).map((need) => (
        <li key={need.id} className="need-tile">
          <NeedIcon need={need.id} />
          <div>
            <h3>
              <a href={paths.services({ need: need.id })}>{need.name}</a>
            </h3>
            <p>{need.summary}</p>
          </div>
        </li>
      ))}
      <li className="need-tile need-tile--all">
        <h3>
          <a href={paths.services({ view: "a-to-z" })}>All services, A to Z</a>
        </h3>
      </li>
    </ul>
  );
}
