import { MANAGE, MANAGE_PAGES, type ManagePage } from "~/content/manage/pages";
import { useFrontDoor } from "~/front-door";

/** The heading of a page about running a front door: which one it is, and the way to the other pages. */
export function ManageHead({ at, title }: { readonly at: ManagePage; readonly title: string }) {
  const { brand, paths } = useFrontDoor();
  const pages: readonly (readonly [ManagePage, string])[] = [
    ["start", paths.manage()],
    ["partners", paths.managePartners()],
    ["services", paths.manageServices()],
    ["look", paths.manageLook()],
  ];
  return (
    <>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {title === MANAGE.title ? brand.name : [MANAGE.title, brand.name].join(" · ")}
        </span>
        {title}
      </h1>
      <nav aria-label={MANAGE.label}>
        <ul className="staff-pages">
          {pages.map(([page, href]) => (
            <li key={page}>
              <a href={href} aria-current={page === at ? "page" : undefined}>
                {MANAGE_PAGES[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
