import { useLoaderData } from "@remix-run/react";

export function loader() {
  return { items: Array.from({ length: 50 }, (_, number) => `Item ${number + 1}`) };
}

export default function FiftyItems() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
