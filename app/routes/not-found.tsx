/** Any address that is not in the URL map. The root's error boundary draws the page. */
export function loader(): never {
  throw new Response(null, { status: 404, statusText: "Not Found" });
}

export default function NotFound() {
  return null;
}
