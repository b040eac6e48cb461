import "@univerjs/design/lib/index.css";
import "@univerjs/ui/lib/index.css";
import "@univerjs/docs-ui/lib/index.css";
import "@univerjs/sheets-ui/lib/index.css";
import "@univerjs/sheets-formula-ui/lib/index.css";
import "@univerjs/sheets-sort-ui/lib/index.css";
import {
  type ILanguagePack,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import { UniverSheetsSortUIPlugin } from "@univerjs/sheets-sort-ui";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import { UniverUIPlugin } from "@univerjs/ui";
import { type Language, wordsFor } from "../words.ts";
import { menus } from "./allowed.ts";

/** The one workbook of the grid. */
export const UNIT = "ledger";

/**
 * Starts the grid library in a box: core sheets, formulas, number formats and sorting. No conditional
 * formatting (it makes sorting quadratic), no presets (they bring packages without a licence), and none
 * of its own toolbar and tab bar: the page has its own.
 */
export async function startUniver(container: HTMLElement, language: Language): Promise<Univer> {
  const locale = language === "zh" ? LocaleType.ZH_CN : LocaleType.EN_US;
  const univer = new Univer({
    locale,
    locales: { [locale]: await wordsOf(language) },
    logLevel: LogLevel.ERROR,
  });
  const menu = menus(wordsFor(language));
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    // The header holds the formula bar.
    header: true,
    toolbar: false,
    footer: false,
    // The grid comes last: by then somebody may be typing in the sidebar.
    disableAutoFocus: true,
    menu,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    footer: false,
    formulaBar: true,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    clipboardConfig: { hidePasteOptions: true },
    menu,
  });
  // The ledger's formulas come with their values; only what a person changes is computed here.
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  // The editor of a cell is part of this package, for plain text too.
  univer.registerPlugin(UniverSheetsFormulaUIPlugin, { menu });
  univer.registerPlugin(UniverSheetsNumfmtPlugin, {
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
  });
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsSortUIPlugin, { menu });
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: UNIT,
    name: UNIT,
    locale,
    appVersion: "0.25.1",
    styles: {},
    sheetOrder: [EMPTY_SHEET],
    sheets: { [EMPTY_SHEET]: { id: EMPTY_SHEET, name: EMPTY_SHEET, rowCount: 1, columnCount: 1 } },
  });
  return univer;
}

/** A workbook cannot be without sheets: this one is there until the first tab has come. */
export const EMPTY_SHEET = "empty";

async function wordsOf(language: Language): Promise<ILanguagePack> {
  const packs =
    language === "zh"
      ? [
          import("@univerjs/design/locale/zh-CN"),
          import("@univerjs/ui/locale/zh-CN"),
          import("@univerjs/docs-ui/locale/zh-CN"),
          import("@univerjs/sheets/locale/zh-CN"),
          import("@univerjs/sheets-ui/locale/zh-CN"),
          import("@univerjs/sheets-formula/locale/zh-CN"),
          import("@univerjs/sheets-formula-ui/locale/zh-CN"),
          import("@univerjs/sheets-sort-ui/locale/zh-CN"),
        ]
      : [
          import("@univerjs/design/locale/en-US"),
          import("@univerjs/ui/locale/en-US"),
          import("@univerjs/docs-ui/locale/en-US"),
          import("@univerjs/sheets/locale/en-US"),
          import("@univerjs/sheets-ui/locale/en-US"),
          import("@univerjs/sheets-formula/locale/en-US"),
          import("@univerjs/sheets-formula-ui/locale/en-US"),
          import("@univerjs/sheets-sort-ui/locale/en-US"),
        ];
  const loaded = await Promise.all<{ default: ILanguagePack }>(packs);
  return mergeLocales(...loaded.map((pack) => pack.default));
}
