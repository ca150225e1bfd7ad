import type { ReactNode } from "react";

const KRAFT = "#e3cda3";
const KRAFT_EDGE = "#a98a57";
const TEAL = "#0d5257";
const TEAL_DEEP = "#0a3b40";
const LAMP = "#f6bd4a";
const PAPER = "#fffdf8";

function Drawing({
  width,
  height,
  className,
  children,
}: {
  width: number;
  height: number;
  className: string;
  children: ReactNode;
}) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** A parcel with a label; `sign` is drawn on the label. */
function Parcel({
  x,
  y,
  size,
  sign,
}: {
  x: number;
  y: number;
  size: number;
  sign: "door" | "stamp" | "both" | "none";
}) {
  const s = size / 100;
  return (
    <g transform={`translate(${x} ${y}) scale(${s})`} stroke={KRAFT_EDGE} strokeWidth={2.5 / s}>
      <path d="M0 22L14 0h72l14 22v62H0z" fill={KRAFT} />
      <path d="M0 22h100" />
      <path d="M42 0l-2 22v14h20V22L58 0z" fill="#f3e6c9" />
      {sign === "none" ? null : <rect x="14" y="42" width="72" height="34" fill={PAPER} />}
      {sign === "door" || sign === "both" ? <DoorSign x={sign === "both" ? 22 : 24} /> : null}
      {sign === "stamp" || sign === "both" ? (
        <rect
          x={sign === "both" ? 56 : 58}
          y="47"
          width="22"
          height="24"
          fill="#7a3b12"
          stroke="#7a3b12"
          strokeDasharray="1 5"
        />
      ) : null}
      {sign === "both" || sign === "none" ? null : (
        <path
          d={sign === "door" ? "M48 54h30M48 64h20" : "M22 54h28M22 64h18"}
          stroke="#b9ae9a"
          strokeWidth={3 / s}
        />
      )}
    </g>
  );
}

const DoorSign = ({ x }: { x: number }) => (
  <g transform={`translate(${x} 46)`} stroke="none">
    <path d="M0 0h16v26H0z" fill={LAMP} />
    <path d="M0 0l10 4v26L0 26z" fill={TEAL} />
  </g>
);

/** The front door, ajar in the evening, with the lamp on and boxes on the step. */
export function FrontDoorDrawing() {
  return (
    <Drawing width={420} height={340} className="hero-drawing">
      <path d="M0 318h420" stroke={TEAL_DEEP} strokeWidth="4" />
      <path d="M96 318V54a22 22 0 0 1 22-22h132a22 22 0 0 1 22 22v264z" fill={TEAL_DEEP} />
      <path d="M116 318V66a14 14 0 0 1 14-14h108a14 14 0 0 1 14 14v252z" fill={LAMP} />
      <path d="M170 318l82-30v30z" fill="#fbdd9a" />
      <path d="M252 318h-82l-20 0 176 0-74-20z" fill="#fbdd9a" />
      <path d="M116 52l74 26v262l-74-22z" fill={TEAL} stroke={TEAL_DEEP} strokeWidth="3" />
      <path
        d="M130 86l44 14v74l-44-8zM130 186l44 8v96l-44-10z"
        fill="none"
        stroke={TEAL_DEEP}
        strokeWidth="3"
      />
      <circle cx="181" cy="208" r="5" fill={LAMP} />
      <path d="M138 138l28 7" stroke={LAMP} strokeWidth="5" />
      <path d="M76 332h216" stroke={KRAFT_EDGE} strokeWidth="10" />
      <path
        d="M36 318v-44M36 290c-16-4-20-18-16-30 12 4 18 14 16 30zM36 282c14-6 16-18 12-30-12 6-16 16-12 30z"
        fill="#3f7d63"
        stroke="#2c5b48"
        strokeWidth="3"
      />
      <path d="M20 318l4-26h24l4 26z" fill="#b7653a" />
      <circle cx="60" cy="96" r="16" fill="#fdeec8" />
      <path d="M60 84v24M50 96h20" stroke="none" />
      <path d="M60 72v-16h28" fill="none" stroke={TEAL_DEEP} strokeWidth="4" />
      <path d="M48 78h24l-4 34H52z" fill={LAMP} stroke={TEAL_DEEP} strokeWidth="3" />
      <Parcel x={286} y={236} size={98} sign="door" />
      <Parcel x={304} y={170} size={66} sign="stamp" />
    </Drawing>
  );
}

/** One drawing for each of the three steps. */
export function StepDrawing({ step }: { readonly step: "ask" | "match" | "box" }) {
  switch (step) {
    case "ask":
      return (
        <Drawing width={240} height={130} className="step-drawing">
          <path d="M20 120h200" stroke={TEAL_DEEP} strokeWidth="3" />
          <path d="M44 120V24h58v96z" fill={LAMP} stroke={TEAL_DEEP} strokeWidth="4" />
          <path d="M44 24l36 12v94l-36-10z" fill={TEAL} stroke={TEAL_DEEP} strokeWidth="3" />
          <circle cx="73" cy="80" r="3.5" fill={LAMP} />
          <path d="M124 22h92v52h-62l-16 16V74h-14z" fill={PAPER} stroke={TEAL_DEEP} strokeWidth="3" />
          <path d="M138 40h64M138 55h40" stroke="#8a9a98" strokeWidth="5" />
        </Drawing>
      );
    case "match":
      return (
        <Drawing width={240} height={130} className="step-drawing">
          <path d="M20 120h200" stroke={TEAL_DEEP} strokeWidth="3" />
          <path
            d="M46 84C60 30 92 24 120 60M120 60c-4-10-2-22 8-32M120 60c26-28 62-16 74 24"
            fill="none"
            stroke={TEAL}
            strokeWidth="3"
            strokeDasharray="2 8"
          />
          <Parcel x={18} y={84} size={42} sign="stamp" />
          <Parcel x={98} y={72} size={56} sign="door" />
          <Parcel x={184} y={84} size={42} sign="both" />
          <path d="M118 12l16 0 0 16-8 10-8-10z" fill={LAMP} stroke={TEAL_DEEP} strokeWidth="3" />
        </Drawing>
      );
    case "box":
      return (
        <Drawing width={240} height={130} className="step-drawing">
          <path d="M20 120h200" stroke={TEAL_DEEP} strokeWidth="3" />
          <path d="M44 54L62 22h116l18 32v66H44z" fill={KRAFT} stroke={KRAFT_EDGE} strokeWidth="3" />
          <path d="M44 54h152" stroke={KRAFT_EDGE} strokeWidth="3" />
          <rect x="66" y="64" width="108" height="46" fill={PAPER} stroke={KRAFT_EDGE} strokeWidth="2" />
          <path d="M74 71h16v26H74z" fill={LAMP} />
          <path d="M74 71l10 4v28l-10-6z" fill={TEAL} />
          <rect
            x="144"
            y="71"
            width="22"
            height="24"
            fill="#7a3b12"
            stroke={PAPER}
            strokeWidth="2"
            strokeDasharray="1 4"
          />
          <path d="M98 76h36M98 86h28M98 100h66" stroke="#8a9a98" strokeWidth="4" />
        </Drawing>
      );
    default:
      return step satisfies never;
  }
}
