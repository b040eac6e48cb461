import { useRef } from "preact/hooks";
import { type Problem, type RawTable, TABLES } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import type { Sheets } from "../importing/sheets.ts";
import { useAnswer } from "../shelf.ts";
import { Primary, Quiet } from "./buttons.tsx";
import { ProblemList } from "./problem-list.tsx";
import { LinkRow } from "./row.tsx";

/** What there is to say about the choice so far. */
export interface Choosing {
  readonly problems: readonly Problem[];
  readonly note?: "noHeader" | "reading";
  /** Sheets of the chosen file, where it has several or only hidden ones. */
  readonly sheets?: Sheets;
}

interface Props {
  readonly choosing: Choosing;
  readonly onTab: (tab: string) => void;
  readonly onTable: (table: RawTable) => void;
}

/** The tables to choose from: the firm's own tabs in this workbook, or the sheets of a file. */
export function ImportChoose({ choosing, onTab, onTable }: Props) {
  const { say, facts } = useDesk();
  const status = useAnswer("status", {});
  const own = new Set(TABLES.map(({ name }) => name[facts?.language ?? "zh"]));
  const tabs = (status.value?.tabs ?? []).filter((tab) => !own.has(tab));
  const { note, problems, sheets } = choosing;
  return (
    <>
      <p class="lead">{say(sheets ? leadOf(sheets) : "import.choose")}</p>
      {note === "reading" ? (
        <p class="strip plain" role="status">
          {say("import.reading")}
        </p>
      ) : null}
      {note === "noHeader" ? (
        <p class="strip ask" role="alert">
          {say("import.noHeader")}
        </p>
      ) : null}
      {problems.length > 0 ? <ProblemList problems={problems} /> : null}
      {sheets ? (
        <ul class="rows links">
          {[...sheets.seen, ...sheets.hidden].map((table) => (
            <LinkRow
              key={table.name}
              title={table.name}
              sub={say(table.hidden ? "import.hiddenSheet" : "import.rows", { count: table.rows.length })}
              onOpen={() => onTable(table)}
            />
          ))}
        </ul>
      ) : tabs.length > 0 ? (
        <section>
          <h2>{say("title.tabs")}</h2>
          <ul class="rows links">
            {tabs.map((tab) => (
              <LinkRow key={tab} title={tab} onOpen={() => onTab(tab)} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function leadOf({ seen }: Sheets) {
  return seen.length === 0 ? "import.onlyHidden" : "import.chooseSheet";
}

interface HiddenProps {
  readonly sheets: Sheets | undefined;
  readonly taken: RawTable;
  readonly onChoose: (sheets: Sheets) => void;
}

/** Hidden sheets that are not read, by name, and the way to them. */
export function HiddenSheets({ sheets, taken, onChoose }: HiddenProps) {
  const { say } = useDesk();
  const left = (sheets?.hidden ?? []).filter((each) => each !== taken);
  if (!sheets || left.length === 0) return null;
  const names = left.map(({ name }) => name).join(say("list.comma"));
  return (
    <div class="strip plain">
      <span class="strip-text">{say("import.hiddenSheets", { count: left.length, names })}</span>
      <Quiet label={say("act.chooseSheet")} onPress={() => onChoose(sheets)} />
    </div>
  );
}

/** Chooses a file; the browser's own file field speaks the browser's language, so a button stands for it. */
export function FileButton({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const { say } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id="file"
        type="file"
        class="none"
        accept=".csv,.txt,.tsv,.xlsx,.xls"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <Primary label={say("act.chooseFile")} isBusy={isBusy} onPress={() => input.current?.click()} />
    </>
  );
}
