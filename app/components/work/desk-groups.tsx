import { type DeskGroup, GROUPS } from "~/content/desk";

/** How much of each kind there is to do, each with the way to it; what there is none of is left out. */
export function DeskGroups({ many }: { readonly many: Readonly<Record<DeskGroup, number>> }) {
  const groups = (Object.keys(GROUPS.words) as DeskGroup[]).filter((group) => many[group] > 0);
  if (groups.length === 0) return null;
  return (
    <nav aria-label={GROUPS.label}>
      <ul className="state-filter">
        {groups.map((group) => (
          <li key={group}>
            <a href={`#${group}`}>
              {GROUPS.words[group]} <strong>{many[group]}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
