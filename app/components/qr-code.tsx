/** A code as it was drawn: squares a side, and the dark ones as a path. */
interface Drawn {
  readonly size: number;
  readonly path: string;
}

/** A QR code, drawn as one shape. Dark on white whatever the theme is: a camera reads nothing else. */
export function QrCode({ code, label }: { readonly code: Drawn; readonly label: string }) {
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#ffffff" />
      <path d={code.path} fill="#000000" />
    </svg>
  );
}
