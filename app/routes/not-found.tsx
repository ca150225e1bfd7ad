/** Any address that is not in the URL map. What every page stands in draws it (routes/any-page). */
export function loader(): never {
  throw new Response(null, { status: 404, statusText: "Not Found" });
}

export default function NotFound() {
  return null;
}
