import { ICommandService, type Injector } from "@univerjs/core";
import { DeviceInputEventType } from "@univerjs/engine-render";
import { IEditorBridgeService, SetCellEditVisibleOperation } from "@univerjs/sheets-ui";
import type { Op } from "../../ops.ts";
import { movesRows } from "../grid.ts";
import { UNIT } from "./start.ts";

/** Where the library takes the keyboard, for cells that are open and for those that are only selected. */
export const CELL_EDITOR = '[contenteditable="true"][id$="DOCS_NORMAL"]';

// What was typed is written a moment after the editor has closed.
const WRITTEN_MILLISECONDS = 30;

/** The open cell, if any: what a person types there has not reached the sheet yet. */
export class Editor {
  readonly #bridge: IEditorBridgeService;
  readonly #commands: ICommandService;

  /** @param closed called after a cell was left and its text, if it changed, was written. */
  constructor(injector: Injector, closed: () => void) {
    this.#bridge = injector.get(IEditorBridgeService);
    this.#commands = injector.get(ICommandService);
    this.#commands.onCommandExecuted(({ id }) => {
      if (id === SetCellEditVisibleOperation.id && !this.#isOpen) setTimeout(closed, WRITTEN_MILLISECONDS);
    });
  }

  /** Whether a cell of this sheet is being edited. */
  isIn(sheetId: string): boolean {
    return this.#isOpen && this.#bridge.getEditLocation()?.sheetId === sheetId;
  }

  /** Whether operations would pull rows away under the open cell, or write over what is typed there. */
  isDisturbedBy(ops: readonly Op[], sheetId: string): boolean {
    const place = this.#bridge.getEditLocation();
    if (!place || !this.isIn(sheetId)) return false;
    return ops.some((op) => movesRows(op) || reaches(op, place.row + 1, place.column + 1));
  }

  /** Leaves the cell and keeps what was typed; resolves when it was written. */
  async finish(): Promise<void> {
    if (!this.#isOpen) return;
    this.#commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
      visible: false,
      eventType: DeviceInputEventType.Dblclick,
      unitId: UNIT,
    });
    await new Promise((resolve) => setTimeout(resolve, WRITTEN_MILLISECONDS));
  }

  get #isOpen(): boolean {
    return this.#bridge.isVisible().visible;
  }
}

function reaches(op: Op, row: number, col: number): boolean {
  if (op.do !== "set" && op.do !== "format" && op.do !== "style") return false;
  const rows = op.do === "set" ? op.cells.length : op.rows;
  const cols = op.do === "set" ? (op.cells[0]?.length ?? 0) : op.cols;
  const isBelow = rows === 0 || row < op.row + rows;
  return row >= op.row && isBelow && col >= op.col && col < op.col + cols;
}
