/** @vitest-environment jsdom */
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { FLOW } from "~/content/board/flow";
import { AreaMap } from "./area-map";
import { drawBands } from "./band-layout";
import { FlowBands } from "./flow-bands";
import { drawMap, MAP_SIZES } from "./map-layout";

it("says of a flow and of a map that too few people are behind them, where all are kept back", () => {
  const words = { title: "A picture", description: "Of nobody" };
  const bands = drawBands({ ...words, columns: ["Need", "Service"], boxes: [], bands: [] });
  const drawn = MAP_SIZES.map((size) => drawMap([], size));
  render(<FlowBands id="flow" bands={bands} />);
  render(<AreaMap id="map" map={{ ...words, places: [], drawn }} />);
  expect(screen.getAllByText(FLOW.pictureFew)).toHaveLength(2);
  expect(screen.queryByRole("img")).toBeNull();
});
