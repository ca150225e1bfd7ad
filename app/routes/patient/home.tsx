import type { MetaFunction } from "@remix-run/node";
import { useFrontDoor } from "~/front-door";

export const meta: MetaFunction = () => [{ title: "Find care near you" }];

export default function Home() {
  const { brand } = useFrontDoor();
  return <h1 className="nhsuk-heading-xl">{brand.name}</h1>;
}
