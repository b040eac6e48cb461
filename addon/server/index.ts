import { answer } from "./rpc.ts";
import { addMark } from "./state-tab.ts";

/** Everything that Google calls by name. The build makes one global function of each export. */

export function rpc(name: string, input: unknown): string {
  return JSON.stringify(answer(name, input));
}

/** A person typed or pasted: only remembers where, so that the next action looks there. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event;
  addMark(range.getSheet().getName(), `${range.getRow()}:${range.getNumRows()}`);
}
