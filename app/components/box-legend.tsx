import { boxStyleWords } from "~/content/boxes";
import type { BoxStyle } from "~/domain/directory/types";
import { BoxShape } from "./icons";

const STYLES: readonly BoxStyle[] = ["brand", "partner", "both"];

/** The three shapes of box and what each means, for the front door called `brand`. */
export function BoxLegend({ brand }: { readonly brand: string }) {
  return (
    <ul className="box-legend">
      {STYLES.map((style) => {
        const words = boxStyleWords(style, brand, "the partner");
        return (
          <li key={style}>
            <BoxShape style={style} size={44} />
            <p>
              <strong>{words.legend}</strong> {words.meaning}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
