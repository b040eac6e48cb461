import type { RawCell, RawTable } from "../../../core/index.ts";
import { type Answer, call } from "../server.ts";

/** Reads a tab of the workbook as a raw table, part by part. */
export async function tableOfTab(tab: string): Promise<Answer<RawTable>> {
  const rows: RawCell[][] = [];
  for (;;) {
    const answer = await call("tabRows", { tab, from: rows.length });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    if (answer.value.rows.length === 0 || rows.length >= answer.value.total)
      return { ok: true, value: { name: tab, rows } };
  }
}
