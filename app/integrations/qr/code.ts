import { create } from "qrcode";

/** A QR code as it is drawn: squares on a grid, dark ones as one path. */
export interface QrCode {
  /** Squares a side, with the quiet zone of four round it. */
  readonly size: number;
  /** The dark squares as an SVG path, in units of a square. */
  readonly path: string;
}

const QUIET = 4;

/** The QR code of an address, at medium error correction: a fold or a smudge does not keep it from being read. */
export function qrCodeOf(address: string): QrCode {
  const inBytes = [{ data: Buffer.from(address, "utf8"), mode: "byte" as const }];
  const { modules } = create(inBytes, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, row) => row);
  const path = rows.flatMap((row) => runsOf(modules.size, (column) => modules.get(row, column) !== 0, row));
  return { size: modules.size + 2 * QUIET, path: path.join("") };
}

/** Dark squares side by side are one stroke. */
function runsOf(size: number, isDark: (column: number) => boolean, row: number): string[] {
  const runs: string[] = [];
  for (let from = 0; from < size; from += 1) {
    if (!isDark(from)) continue;
    let until = from;
    while (until < size && isDark(until)) until += 1;
    runs.push(`M${from + QUIET} ${row + QUIET}h${until - from}v1h-${until - from}z`);
    from = until;
  }
  return runs;
}
