import { useRef } from "preact/hooks";
import { type Problem, type RawTable, TABLES } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";
import { Primary } from "./buttons.tsx";
import { ProblemList } from "./problem-list.tsx";
import { LinkRow } from "./row.tsx";

/** What there is to say about the choice so far. */
export interface Choosing {
  readonly problems: readonly Problem[];
  readonly note?: "noHeader" | "reading";
  /** Sheets of the chosen file, where it has several. */
  readonly tables?: readonly RawTable[];
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
  const { note, problems, tables } = choosing;
  return (
    <>
      <p class="lead">{say(tables ? "import.chooseSheet" : "import.choose")}</p>
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
      {tables ? (
        <ul class="rows links">
          {tables.map((table) => (
            <LinkRow
              key={table.name}
              title={table.name}
              sub={say("import.rows", { count: table.rows.length })}
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
