import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BoxLegend } from "~/components/box-legend";
import { FrontDoorDrawing } from "~/components/home/drawings";
import { HowItWorks } from "~/components/home/how-it-works";
import { NeedTiles } from "~/components/home/need-tiles";
import { LanguagesLink } from "~/components/languages-link";
import { SearchBox } from "~/components/search-box";
import { ENGLISH_FRAME } from "~/content/frame";
import { popularServices } from "~/domain/directory/popular";
import { useFrontDoor } from "~/front-door";

export const handle = { kept: [] };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brandName ?? "Onedoor"}: find care near you` },
  { name: "description", content: "Ask for local health and care in one place, and know who it comes from." },
];

const POPULAR = 8;

export async function loader({ context: { brand, directory } }: LoaderFunctionArgs) {
  const open = directory.services.filter(({ status }) => status === "open");
  return {
    brandName: brand.name,
    needs: [...new Set(open.flatMap(({ needs }) => needs))],
    popular: popularServices(directory, POPULAR).map(({ id, name, summary }) => ({ id, name, summary })),
  };
}

export default function Home() {
  const { needs, popular } = useLoaderData<typeof loader>();
  const { brand, paths } = useFrontDoor();
  return (
    <>
      <div className="hero">
        <div>
          <h1>Find care in and around {brand.area}</h1>
          <p className="hero__lead">
            One front door. Say what is wrong, see who can help, and know who your care will come from.
          </p>
          <SearchBox id="search" action={paths.services()} suggest={paths.servicesSuggest()} look="hero" />
          <p className="hero__more">
            <LanguagesLink paths={paths} words={ENGLISH_FRAME} />
          </p>
        </div>
        <FrontDoorDrawing />
      </div>

      <section className="home-section" aria-labelledby="needs">
        <h2 className="nhsuk-heading-l" id="needs">
          Or start here
        </h2>
        <NeedTiles paths={paths} used={needs} />
      </section>

      <section className="home-section" aria-labelledby="how">
        <h2 className="nhsuk-heading-l" id="how">
          How it works
        </h2>
        <HowItWorks />
        <BoxLegend brand={brand.name} />
      </section>

      <section className="home-section" aria-labelledby="popular">
        <h2 className="nhsuk-heading-l" id="popular">
          Often asked for
        </h2>
        <ul className="link-columns">
          {popular.map((service) => (
            <li key={service.id}>
              <a href={paths.service(service.id)}>{service.name}</a>
              <p>{service.summary}</p>
            </li>
          ))}
        </ul>
        <p>
          <a href={paths.services({ view: "a-to-z" })}>All services, A to Z</a>
        </p>
      </section>
    </>
  );
}
