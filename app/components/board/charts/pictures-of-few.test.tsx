/** @vitest-environment jsdom */
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { FLOW } from "~/content/board/flow";
import { AreaMap } from "./area-map";
import { FlowBands } from "./flow-bands";

it("says of a flow and of a map that too few people are behind them, where all are kept back", () => {
  const words = { title: "A picture", description: "Of nobody" };
  render(<FlowBands id="flow" bands={{ ...words, columns: ["Need", "Service"], boxes: [], bands: [] }} />);
  render(<AreaMap id="map" map={{ ...words, places: [] }} />);
  expect(screen.getAllByText(FLOW.pictureFew)).toHaveLength(2);
  expect(screen.queryByRole("img")).toBeNull();
});
