import {
  CustomCommandExecutionError,
  Direction,
  type ICommandInfo,
  ICommandService,
  type Injector,
  IUniverInstanceService,
  Rectangle,
  type Workbook,
} from "@univerjs/core";
import { type ISelectionWithStyle, SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { MoveSelectionEnterAndTabCommand } from "@univerjs/sheets-ui";
import { KeyCode } from "@univerjs/ui";
import { UNIT } from "./start.ts";

/** What Tab and Enter send. */
export interface Step {
  direction?: Direction;
  keycode?: KeyCode;
}

/** One selected cell. */
interface Place {
  readonly sheetId: string;
  readonly selection: ISelectionWithStyle;
}

/**
 * Tab along a row, then Enter: to the cell below the one in which the Tabs began. The library remembers
 * that cell through clicks elsewhere, and what is typed next would land in another row. Here a run of
 * Tabs ends with the first selection that neither Tab nor Enter has made.
 */
export class TabRun {
  readonly #injector: Injector;
  readonly #commands: ICommandService;
  readonly #selections: SheetsSelectionsService;
  #start: Place | null = null;
  /** Where the last Tab led to; null while a step is on its way. */
  #end: Place | null = null;

  constructor(injector: Injector) {
    this.#injector = injector;
    this.#commands = injector.get(ICommandService);
    this.#selections = injector.get(SheetsSelectionsService);
    this.#commands.onCommandExecuted(({ id }) => {
      if (id === MoveSelectionEnterAndTabCommand.id) this.#end = this.#here();
      else if (id === SetSelectionsOperation.id && this.#hasLeft()) this.#start = null;
    });
  }

  /** Called before each command. Where several cells are selected, the library goes round in them by itself. */
  follow({ id, params }: Readonly<ICommandInfo<Step>>): void {
    const here = id === MoveSelectionEnterAndTabCommand.id ? this.#here() : null;
    if (!here || !params) return;
    const isTab = params.direction === Direction.LEFT || params.direction === Direction.RIGHT;
    if (params.direction === Direction.RIGHT && this.#isInLastColumn(here))
      throw new CustomCommandExecutionError(id);
    const start = this.#startFor(here);
    // The library remembers a cell at a Tab, and at nothing else.
    params.keycode = KeyCode.ENTER;
    if (!isTab && start !== here) this.#select(start);
    this.#start = isTab ? start : null;
    this.#end = null;
  }

  // An open cell that closes selects itself once more: that leaves nothing.
  #hasLeft(): boolean {
    const here = this.#here();
    if (!this.#end) return false;
    return (
      here?.sheetId !== this.#end.sheetId ||
      !Rectangle.equals(here.selection.range, this.#end.selection.range)
    );
  }

  #here(): Place | null {
    const selection = this.#selections.getCurrentSelections().at(-1);
    const sheetId = this.#selections.currentSelectionParam?.sheetId;
    if (!sheetId || !selection?.primary || !Rectangle.equals(selection.range, selection.primary)) return null;
    // A copy: the library empties the one that it has left.
    return { sheetId, selection: structuredClone(selection) };
  }

  #isInLastColumn({ selection }: Place): boolean {
    const book = this.#injector.get(IUniverInstanceService).getUnit<Workbook>(UNIT);
    return selection.range.endColumn + 1 === book?.getActiveSheet(true)?.getMaxColumns();
  }

  #startFor(here: Place): Place {
    const start = this.#start;
    const isInRow = start?.selection.range.startRow === here.selection.range.startRow;
    return start?.sheetId === here.sheetId && isInRow ? start : here;
  }

  #select({ sheetId, selection }: Place): void {
    const params = { unitId: UNIT, subUnitId: sheetId, selections: [selection] };
    this.#commands.syncExecuteCommand(SetSelectionsOperation.id, params);
  }
}
