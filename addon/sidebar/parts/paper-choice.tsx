import type { PaperKind } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { Choice } from "./fields.tsx";

const PAPERS: readonly PaperKind[] = ["a4", "tractorHalf", "tractorFull"];

/** The paper that documents are printed on: A4, or continuous forms of 241 mm. */
export function PaperChoice({ value, onValue }: { value: PaperKind; onValue: (paper: PaperKind) => void }) {
  const { say } = useDesk();
  const options = PAPERS.map((paper) => ({ value: paper, label: say(`paper.${paper}`) }));
  return <Choice label={say("field.paper")} value={value} options={options} onValue={onValue} />;
}
