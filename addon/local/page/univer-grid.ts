import {
  type Workbook as Book,
  CustomCommandExecutionError,
  type ICommandInfo,
  ICommandService,
  type IExecutionOptions,
  type Injector,
  IPermissionService,
  IUndoRedoService,
  IUniverInstanceService,
  type Univer,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SheetPermissionCheckController, WorkbookEditablePermission } from "@univerjs/sheets";
import type { Op, TabId } from "../ops.ts";
import type { Tab } from "../tab.ts";
import { type Grid, type GridChange, movesRows } from "./grid.ts";
import { isBlocked } from "./univer/allowed.ts";
import { looksBroughtBy } from "./univer/brought-looks.ts";
import { CELL_EDITOR, Editor } from "./univer/editor.ts";
import { FormulaEchoes } from "./univer/formula-echoes.ts";
import { dressRows, type Mutation, mutationsOf, type Written } from "./univer/patch.ts";
import { sheetOf } from "./univer/sheet.ts";
import { SORT, type SortParams, sortWholeRows } from "./univer/sorting.ts";
import { EMPTY_SHEET, startUniver, UNIT } from "./univer/start.ts";
import { type Step, TabRun } from "./univer/tab-run.ts";
import { opsOf, type Part, partsOf } from "./univer/translate.ts";
import type { Language } from "./words.ts";

/** Opens the Univer grid in a box. Everything that knows the library is behind this door. */
export async function openGrid(box: HTMLElement, language: Language): Promise<Grid> {
  return new UniverGrid(await startUniver(box, language), box);
}

/** A tab in the grid. */
interface Shown {
  /** The page's copy of the tab: it changes by itself, and looks are read from it. */
  readonly tab: Tab;
  /** The library's sheet; another one each time the tab is loaded. */
  readonly sheetId: string;
  /** Changes of shape that the sheet has seen. */
  structure: number;
  /** Until the person has finished a cell: patches that move rows, and what follows them. */
  readonly waiting: (readonly Op[])[];
  /** Until then, too: the tab as it was loaded meanwhile, which makes the patches needless. */
  replacement: Tab | null;
}

class UniverGrid implements Grid {
  readonly #univer: Univer;
  readonly #box: HTMLElement;
  readonly #injector: Injector;
  readonly #commands: ICommandService;
  readonly #editor: Editor;
  readonly #tabRun: TabRun;
  readonly #echoes = new FormulaEchoes();
  readonly #shown = new Map<TabId, Shown>();
  #tell: (change: GridChange) => void = () => {};
  #readOnly = false;
  #loads = 0;

  constructor(univer: Univer, box: HTMLElement) {
    this.#univer = univer;
    this.#box = box;
    this.#injector = univer.__getInjector();
    this.#commands = this.#injector.get(ICommandService);
    this.#editor = new Editor(this.#injector, () => this.#catchUp());
    this.#tabRun = new TabRun(this.#injector);
    this.#commands.beforeCommandExecuted((command, options) => this.#stop(command, options));
    this.#commands.onCommandExecuted((command, options) => this.#hear(command, options));
    this.#sayLockedAnew();
  }

  load(tab: Tab): void {
    const before = this.#shown.get(tab.id);
    if (before && this.#editor.isIn(before.sheetId)) {
      before.replacement = tab;
      return;
    }
    this.#loads += 1;
    const sheetId = `${tab.id}#${this.#loads}`;
    const wasActive = this.#book.getActiveSheet(true)?.getSheetId() === before?.sheetId;
    const sheet = sheetOf(tab, sheetId, this.#book.getStyles());
    this.#shown.set(tab.id, { tab, sheetId, structure: tab.structure, waiting: [], replacement: null });
    this.#run({ id: "sheet.mutation.insert-sheet", params: { index: 0, sheet } });
    if (before && wasActive) this.#activate(sheetId);
    if (before) this.#remove(before.sheetId);
    if (this.#book.getSheetBySheetId(EMPTY_SHEET)) {
      this.#activate(sheetId);
      this.#remove(EMPTY_SHEET);
    }
    this.#forgetUndo();
  }

  has(tab: TabId): boolean {
    return this.#shown.has(tab);
  }

  structureOf(tab: TabId): number {
    const shown = this.#shown.get(tab);
    if (!shown) return -1;
    if (shown.replacement) return shown.replacement.structure;
    return shown.structure + shown.waiting.flat().filter(movesRows).length;
  }

  apply(ops: readonly Op[]): void {
    for (const [tab, shown] of this.#shown) {
      const own = ops.filter((op) => "tab" in op && op.tab === tab);
      if (own.length > 0) this.#applyTo(shown, own);
    }
  }

  onChange(listener: (change: GridChange) => void): void {
    this.#tell = listener;
  }

  setReadOnly(readOnly: boolean): void {
    if (this.#readOnly === readOnly) return;
    // What is being typed is told before the pen is taken away: it will be refused, and kept.
    if (readOnly) void this.#editor.finish();
    this.#readOnly = readOnly;
    this.#injector
      .get(IPermissionService)
      .updatePermissionPoint(new WorkbookEditablePermission(UNIT).id, !readOnly);
  }

  show(tab: TabId): void {
    const shown = this.#shown.get(tab);
    if (shown) this.#activate(shown.sheetId);
  }

  async finishEditing(): Promise<void> {
    await this.#editor.finish();
  }

  focus(): void {
    this.#box.querySelector<HTMLElement>(CELL_EDITOR)?.focus();
  }

  dispose(): void {
    this.#univer.dispose();
  }

  get #book(): Book {
    const book = this.#injector.get(IUniverInstanceService).getUnit<Book>(UNIT);
    if (!book) throw new Error("the grid has lost its workbook");
    return book;
  }

  #applyTo(shown: Shown, ops: readonly Op[]): void {
    if (shown.waiting.length > 0 || this.#editor.isDisturbedBy(ops, shown.sheetId)) {
      shown.waiting.push(ops);
      return;
    }
    const mutations = mutationsOf(ops, this.#writtenTo(shown));
    if (mutations === null) {
      this.load(shown.tab);
      return;
    }
    for (const mutation of mutations) this.#run(mutation, shown);
    const moves = ops.filter(movesRows).length;
    shown.structure += moves;
    if (moves > 0) this.#forgetUndo();
  }

  // The person has finished a cell: what waited for it is shown now.
  #catchUp(): void {
    for (const shown of [...this.#shown.values()]) {
      if (this.#editor.isIn(shown.sheetId)) continue;
      if (shown.replacement) this.load(shown.replacement);
      else for (const ops of shown.waiting.splice(0)) this.#applyTo(shown, ops);
    }
  }

  // The library would open a dialog of its own, of protected ranges and their creators.
  #sayLockedAnew(): void {
    this.#injector.get(IPermissionService).setShowComponents(false);
    const { triggerPermissionUIEvent$: refused } = this.#injector.get(SheetPermissionCheckController);
    refused.subscribe(() => this.#tell({ locked: true }));
  }

  #stop(command: Readonly<ICommandInfo<SortParams & Step>>, options: IExecutionOptions | undefined): void {
    if (options?.fromCollab) return;
    const { id, params } = command;
    this.#tabRun.follow(command);
    if (id === SORT) sortWholeRows(params ?? {}, this.#shownNamed(params?.subUnitId)?.tab);
    if (!isBlocked(id)) return;
    this.#tell({ blocked: id });
    throw new CustomCommandExecutionError(id);
  }

  #hear(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    // Only mutations of our own sheets change the ledger; commands and operations lead to them.
    if (!command.id.startsWith("sheet.mutation.") || options?.fromCollab) return;
    for (const part of partsOf(command)) {
      const shown = this.#shownNamed(part.params?.subUnitId);
      if (shown) this.#hearIn(shown, part, options?.fromFormula === true);
    }
  }

  #hearIn(shown: Shown, part: Part, isResult: boolean): void {
    const written = this.#writtenTo(shown);
    const ops = opsOf(part, { ...written, tab: shown.tab.id });
    if (ops === null) {
      this.#tell({ unknown: shown.tab.id });
      return;
    }
    const looks = looksBroughtBy(part, written);
    for (const mutation of looks.cleaning) this.#run(mutation, shown);
    for (const op of ops) {
      if (op.do === "insertRows") this.#run(dressRows(op.row, op.count, written), shown);
    }
    // A tab that may only look computes formulas too, but has nothing to tell of them.
    const results = isResult ? this.#echoes.unknownIn(ops) : ops;
    if (!(isResult && this.#readOnly)) this.#report(shown, [...looks.ops, ...results]);
  }

  #report(shown: Shown, ops: Op[]): void {
    if (ops.length === 0) return;
    const { structure } = shown;
    shown.structure += ops.filter(movesRows).length;
    this.#tell({ tab: shown.tab.id, structure, ops });
  }

  #shownNamed(sheetId: string | undefined): Shown | undefined {
    return [...this.#shown.values()].find((shown) => shown.sheetId === sheetId);
  }

  #writtenTo({ tab, sheetId }: Shown): Written {
    const sheet = this.#book.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`the grid has lost the sheet of ${tab.name}`);
    const formulas = this.#injector.get(FormulaDataModel);
    const formulaAt = (row: number, col: number) => {
      const raw = sheet.getCellRaw(row, col);
      if (raw?.f == null && raw?.si == null) return null;
      return formulas.getFormulaStringByCell(row, col, sheetId, UNIT) ?? raw.f ?? null;
    };
    return { tab, sheet, styles: this.#book.getStyles(), formulaAt };
  }

  #run({ id, params }: Mutation, shown?: Shown): void {
    const sheet = shown ? { subUnitId: shown.sheetId } : {};
    this.#commands.syncExecuteCommand(id, { unitId: UNIT, ...sheet, ...params }, { fromCollab: true });
  }

  #activate(sheetId: string): void {
    this.#run({ id: "sheet.operation.set-worksheet-active", params: { subUnitId: sheetId } });
  }

  #remove(sheetId: string): void {
    this.#run({ id: "sheet.mutation.remove-sheet", params: { subUnitId: sheetId, subUnitName: sheetId } });
  }

  // Undo remembers places: after rows were moved from outside it would write into other rows.
  #forgetUndo(): void {
    this.#injector.get(IUndoRedoService).clearUndoRedo(UNIT);
  }
}
