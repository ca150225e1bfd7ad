import type { ReactNode } from "react";
import type { BoxLine } from "~/domain/boxes/types";
import type { BoxStyle } from "~/domain/directory/types";

/** Drawn in one weight of line, in the colour of the text beside them. All are decoration. */
function Icon({ size = 24, children }: { readonly size?: number; readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const LINES: Readonly<Record<BoxLine, ReactNode>> = {
  letter: (
    <>
      <rect x="3" y="5.5" width="18" height="13" rx="1.5" />
      <path d="M3.5 7l8.5 6.500L20.5 7" />
    </>
  ),
  text: (
    <>
      <path d="M4 5h16v11h-9l-4 3.500V16H4z" />
      <path d="M8 9h8M8 12h5" />
    </>
  ),
  call: (
    <path d="M7 3.500l2.5 5-2 1.800c1 2.7 3 4.8 5.7 6l2-2 5 2.500c-.3 2.2-1.9 3.7-4 3.700C9.5 20 3.8 14 3.5 7.500c0-2.1 1.4-3.7 3.5-4z" />
  ),
  door: (
    <>
      <path d="M6 21V4h12v17M3.5 21h17" />
      <path d="M14.5 12.500v.01" />
    </>
  ),
  accountable: (
    <>
      <path d="M12 3l7.5 2.500V11c0 4.7-3 8.2-7.5 10-4.5-1.8-7.5-5.3-7.5-10V5.500z" />
      <path d="M8.5 12l2.5 2.5 4.5-5" />
    </>
  ),
  record: (
    <>
      <path d="M3 6.500h6.500l2 2.500H21v10.500H3z" />
      <path d="M7 13h10M7 16h6" />
    </>
  ),
  questions: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 9.500a2.5 2.5 0 1 1 3.7 2.200c-.8.5-1.2 1-1.2 2M12 16.800v.01" />
    </>
  ),
};

export const BoxLineIcon = ({ line }: { readonly line: BoxLine }) => <Icon>{LINES[line]}</Icon>;

/**
 * Whose box, by shape: a box with the front door on it, a box with a partner's stamp on it, or a box in two halves
 * with both. The shapes differ in outline and filling, so that they can be told apart in black and white.
 */
export function BoxShape({ style, size = 40 }: { readonly style: BoxStyle; readonly size?: number }) {
  return (
    <svg
      className="box-shape"
      width={size}
      height={size}
      viewBox="0 0 40 40"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4 13L9 6h22l5 7v21H4z" fill="#ffffff" />
      {style === "brand" ? <path d="M4 13L9 6h22l5 7v21H4z" fill="currentColor" /> : null}
      {style === "both" ? <path d="M4 13L9 6h11v28H4z" fill="currentColor" /> : null}
      <path d="M4 13h32" stroke={style === "brand" ? "#ffffff" : "currentColor"} />
      {style === "both" ? <path d="M5.5 13H19" stroke="#ffffff" /> : null}
      {style === "brand" ? <DoorOn x={14.5} /> : null}
      {style === "both" ? <DoorOn x={7} /> : null}
      {style === "partner" ? <StampOn x={13.5} /> : null}
      {style === "both" ? <StampOn x={22.5} /> : null}
    </svg>
  );
}

const DoorOn = ({ x }: { readonly x: number }) => (
  <g transform={`translate(${x} 16.5)`} stroke="#ffffff" strokeWidth="1.8">
    <path d="M1.5 14V1h8v13" />
    <path d="M1.5 1l5 2v12" />
  </g>
);

const StampOn = ({ x }: { readonly x: number }) => (
  <rect x={x} y="18" width="11" height="11" strokeWidth="2" strokeDasharray="2.2 1.7" />
);
