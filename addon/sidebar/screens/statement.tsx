import { useState } from "preact/hooks";
import {
  type DocumentLanguage,
  type PaperKind,
  statementHtml,
  statementText,
  UNNAMED_FIRM,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { copyText } from "../copy.ts";
import { useDesk } from "../desk.ts";
import { Primary, Secondary } from "../parts/buttons.tsx";
import { Choice } from "../parts/fields.tsx";
import { PaperChoice } from "../parts/paper-choice.tsx";
import { Screen } from "../parts/screen.tsx";
import { StatementFigures } from "../parts/statement-figures.tsx";
import { StatementPictures } from "../parts/statement-pictures.tsx";
import { Reading } from "../parts/states.tsx";
import { printDocuments } from "../print.ts";
import { useAnswer } from "../shelf.ts";
import { dayText } from "../words/days.ts";

type Frozen = Output<"statement">;

const LANGUAGES = [
  { value: "zh", word: "lang.zh" },
  { value: "en", word: "lang.en" },
  { value: "both", word: "lang.both" },
] as const;

/** A statement 对账单 that was made: shown, printed and copied as it was frozen. */
export function Statement({ id }: { id: string }) {
  const { say, tell } = useDesk();
  const loaded = useAnswer("statement", { id });
  const [paper, setPaper] = useState<PaperKind>("a4");
  const [chosen, setLanguage] = useState<DocumentLanguage | undefined>(undefined);
  const { value } = loaded;
  const language = chosen ?? value?.language ?? "zh";
  const copy = async ({ statement }: Frozen) => {
    const text = statementText(statement, language === "en" ? "en" : "zh");
    if (await copyText(text)) tell({ text: say("done.copied") });
  };
  const print = ({ statement }: Frozen) => printDocuments([statementHtml(statement, { paper, language })]);
  const foot = value ? (
    <>
      <Primary label={say("act.print")} onPress={() => void print(value)} />
      <Secondary label={say("act.copyText")} onPress={() => void copy(value)} />
    </>
  ) : undefined;
  return (
    <Screen title={value?.statement.number ?? say("title.statement")} primary={foot}>
      <Reading loaded={loaded} rows={6}>
        {(frozen) => (
          <>
            <Known frozen={frozen} />
            <div class="controls">
              <PaperChoice value={paper} onValue={setPaper} />
              <Choice
                label={say("field.printLanguage")}
                value={language}
                options={LANGUAGES.map(({ value: each, word }) => ({ value: each, label: say(word) }))}
                onValue={setLanguage}
              />
            </div>
            <StatementPictures statement={frozen.statement} language={language} />
          </>
        )}
      </Reading>
    </Screen>
  );
}

/** Whose it is, its figures, and that they stand. */
function Known({ frozen: { statement, hash } }: { frozen: Frozen }) {
  const { say, language } = useDesk();
  const { customer, from, to, firm, issued } = statement;
  const day = dayText(issued, language);
  return (
    <>
      <p class="lead">
        {customer.name}
        <br />
        {say("statements.period", { from, to })}
      </p>
      {firm.name === UNNAMED_FIRM ? <p class="strip ask">{say("statement.unnamed")}</p> : null}
      <StatementFigures statement={statement} />
      <p class="counts">{say("statement.frozen", { day, hash: hash.slice(0, 12) })}</p>
    </>
  );
}
