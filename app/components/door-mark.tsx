/**
 * The front door's sign: a door, ajar, with the lamp on inside. It takes the colour of the text around it.
 * It is decoration: the name always stands beside it.
 */
export function DoorMark({ size, colour }: { readonly size: number; readonly colour?: string }) {
  return (
    <svg
      className="door-mark"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      color={colour}
      aria-hidden="true"
      focusable="false"
    >
      <path d="M11 6h26v37H11z" fill="#f6bd4a" />
      <path
        d="M11 43V8.500a3 3 0 0 1 3-3h20a3 3 0 0 1 3 3V43"
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
      />
      <path d="M11 6.500l15.5 5V47L11 43z" fill="currentColor" />
      <circle cx="22.5" cy="29" r="1.9" fill="#f6bd4a" />
      <path d="M4 43h7M26.5 43H44" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" />
    </svg>
  );
}
