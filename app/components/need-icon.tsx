import type { ReactNode } from "react";
import type { NeedId } from "~/content/needs";

const DRAWINGS: Readonly<Record<NeedId, ReactNode>> = {
  everyday: (
    <>
      <path d="M13 4a3 3 0 0 1 6 0v14.5a6 6 0 1 1-6 0z" />
      <path d="M16 11v12M22 7h3M22 12h3" />
    </>
  ),
  moving: (
    <>
      <circle cx="19" cy="6" r="3" />
      <path d="M8 14l6-3 5 3 2 5 5 1M16 13l-3 7 5 4v6M13 20l-2 5-5 1" />
    </>
  ),
  mind: (
    <>
      <path d="M12 29v-5H8v-4l-3-1 3-5c0-6 4-10 9-10 6 0 10 4 10 10 0 4-2 6-4 8v7" />
      <path d="M13 14c1.5-2 3-2 4.5 0s3 2 4.5 0" />
    </>
  ),
  skin: (
    <>
      <path d="M4 10c4-3 8-3 12 0s8 3 12 0M4 18c4-3 8-3 12 0s8 3 12 0M4 26c4-3 8-3 12 0s8 3 12 0" />
      <circle cx="21" cy="14" r="1.5" fill="currentColor" />
    </>
  ),
  senses: (
    <>
      <path d="M3 16c3.5-6 8-9 13-9s9.5 3 13 9c-3.5 6-8 9-13 9s-9.5-3-13-9z" />
      <circle cx="16" cy="16" r="4.5" />
    </>
  ),
  private: <path d="M16 4c5 6.5 8 10.5 8 15a8 8 0 0 1-16 0c0-4.5 3-8.5 8-15zM12 19a4 4 0 0 0 4 4" />,
  family: (
    <>
      <circle cx="11" cy="8" r="4" />
      <circle cx="22" cy="14" r="3" />
      <path d="M4 28v-5c0-4 3-7 7-7 3 0 5 1.5 6 4M17 28v-3c0-3 2-5 5-5s5 2 5 5v3" />
    </>
  ),
  prevention: (
    <>
      <circle cx="16" cy="16" r="5.5" />
      <path d="M16 4v3M16 25v3M4 16h3M25 16h3M7.5 7.500l2 2M22.5 22.500l2 2M24.5 7.500l-2 2M9.5 22.500l-2 2" />
    </>
  ),
  tests: (
    <>
      <path d="M9 4h8M11 4v20a4 4 0 0 0 8 0V4h-2" />
      <path d="M11 16h8M24 12v16M22 28h4" />
    </>
  ),
  home: (
    <>
      <path d="M4 16L16 5l12 11M7 13.500V28h18V13.5" />
      <path d="M13 28v-8h6v8" />
    </>
  ),
  company: (
    <>
      <path d="M4 5h15v11h-8l-4 4v-4H4z" />
      <path d="M23 11h5v11h-3v4l-4-4h-7v-2" />
    </>
  ),
};

const isNeedId = (id: string): id is NeedId => id in DRAWINGS;

/** A small drawing for a way into the catalogue. Decoration: the name stands beside it. */
export function NeedIcon({ need }: { readonly need: string }) {
  if (!isNeedId(need)) return null;
  return (
    <svg
      className="need-icon"
      width="40"
      height="40"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[need]}
    </svg>
  );
}
