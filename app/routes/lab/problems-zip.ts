import type { AppLoadContext } from "@remix-run/node";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { csvText } from "~/content/spreadsheet";
import { toJson } from "~/domain/shared/json";
import type { TaggedMoment } from "~/domain/usability/results/tagged";
import { readPicture } from "~db/queries/lab-pictures";
import { readSnapshot } from "~db/queries/lab-snapshots";
import { pageFile } from "./page-file";
import { picturesHere } from "./pictures-of";
import { type MomentFiles, problemRows, problemsAsJson } from "./problem-list";
import type { ResultsHere } from "./results-of";

interface FileInZip {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The problems with all that shows them, to be put into a tracker: the list twice, for a spreadsheet and for a program, and
 * beside it the pictures and the pages that it names. It is written as it is read, one picture at a time.
 */
export async function problemsZip(
  context: AppLoadContext,
  here: ResultsHere,
): Promise<ReadableStream<Uint8Array>> {
  const seen = here.results.problems.flatMap(({ moments }) => moments);
  const pictures = await picturesHere(context, [...new Set(seen.map(({ code }) => code))]);
  const files: MomentFiles = (moment) => {
    const page = moment.page?.snapshot;
    if (page == null) return { picture: null, html: null };
    const { picture, html } = namesOf(moment.code, page);
    return { picture: pictures.of(moment.code, page, "") === null ? null : picture, html };
  };
  return zipped(filesOf(context, here, seen, files));
}

async function* filesOf(
  context: AppLoadContext,
  here: ResultsHere,
  seen: readonly TaggedMoment[],
  files: MomentFiles,
): AsyncGenerator<FileInZip> {
  const { onedoor, brand } = context;
  const rows = problemRows(context, here, files);
  yield { name: "problems.csv", bytes: strToU8(csvText(rows)) };
  yield { name: "problems.json", bytes: strToU8(`${toJson(problemsAsJson(context, here, files))}\n`) };
  const pages = new Map(
    seen.flatMap(({ code, page }) =>
      page?.snapshot == null ? [] : [[namesOf(code, page.snapshot).html, { code, page: page.snapshot }]],
    ),
  );
  for (const { code, page } of pages.values()) {
    const names = namesOf(code, page);
    // Whoever withdrew meanwhile has left nothing.
    const png = await readPicture(onedoor.db.kysely, brand.id, code, page);
    if (png !== undefined) yield { name: names.picture, bytes: new Uint8Array(png) };
    const html = await readSnapshot(onedoor.db.kysely, brand.id, code, page);
    if (html !== undefined) yield { name: names.html, bytes: strToU8(html) };
  }
}

function namesOf(code: string, page: string) {
  const name = pageFile(code, page);
  return { picture: `pictures/${name}.png`, html: `pages/${name}.html` };
}

/** Files as one, in the order in which they come. What is compressed already is kept as it is. */
function zipped(files: AsyncGenerator<FileInZip>): ReadableStream<Uint8Array> {
  let zip: Zip;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) controller.error(error);
        else controller.enqueue(chunk);
        if (final && !error) controller.close();
      });
    },
    async pull() {
      const next = await files.next();
      if (next.done) {
        zip.end();
        return;
      }
      const { name, bytes } = next.value;
      const file = name.endsWith(".png") ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      zip.add(file);
      file.push(bytes, true);
    },
    async cancel() {
      zip.terminate();
      await files.return(undefined);
    },
  });
}
