import type { Rectangle, Style } from "../ops.ts";
import { layerAt, type Tab } from "../tab.ts";
import type { Runtime } from "./runtime.ts";

/** How a range's first cell looks, told back as it was set. */
export function looksOf(run: Runtime, tab: () => Tab, at: Rectangle) {
  const settled = () => {
    run.settle();
    return tab();
  };
  const style = () => styleAt(settled(), at.row, at.col);
  return {
    getNumberFormat: () => layerAt(settled().formats, at.row, at.col) ?? "",
    getFontWeight: () => (style().bold ? "bold" : "normal"),
    getBackground: () => style().background ?? "#ffffff",
    getWrap: () => style().wrap ?? false,
    getHorizontalAlignment: () => style().align ?? "general",
    getNote: () => settled().notes.get(`${at.row}:${at.col}`) ?? "",
  };
}

/** Layers of style add up; the last one that says something wins. */
function styleAt(tab: Tab, row: number, col: number): Style {
  const covering = tab.styles.filter((layer) => layerAt([layer], row, col) !== undefined);
  return Object.assign({}, ...covering.map((layer) => layer.value));
}
