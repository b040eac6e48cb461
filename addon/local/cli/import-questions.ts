import {
  type ColumnMapping,
  type ImportField,
  type Language,
  type MappingAnswer,
  type MappingQuestion,
  mappedColumn,
  type RawTable,
  tableLayoutOf,
  type Words,
} from "../../../core/index.ts";
import { type AnswerChoice, asked, whyOf } from "../../sidebar/importing/questions.ts";
import { wordsOf } from "../../sidebar/words/words.ts";
import { Refused } from "./refused.ts";

/** What questions are asked about, and how they are said. */
interface Asked {
  readonly mapping: ColumnMapping;
  readonly table: RawTable;
  readonly isJson: boolean;
}

/** What must be answered before a table is read, and a mapping to put the answers in: for programs, or as sentences. */
export function refusedWith(questions: readonly MappingQuestion[], about: Asked): Refused {
  const told = (language: Language) =>
    questions.map((each) => (about.isJson ? `- ${JSON.stringify(each)}` : sentences(each, about, language)));
  const [count, start] = [questions.length, JSON.stringify(about.mapping)];
  return new Refused({
    en: `The table leaves ${count} question(s) open:\n${told("en").join("\n")}\nAnswer them in a file and pass it with --mapping, starting from:\n${start}`,
    zh: `这张表有 ${count} 处不能确定：\n${told("zh").join("\n")}\n请在文件里答复，用 --mapping 交给命令。可从下面这份开始：\n${start}`,
  });
}

/** The question as the sidebar puts it, and below it each answer with what it is in the file. */
function sentences(question: MappingQuestion, about: Asked, language: Language): string {
  const { title, examples, choices } = put(question, language);
  const say = wordsOf(language);
  const example = examples === "" ? "" : language === "zh" ? `（${examples}）` : ` (${examples})`;
  const lines = choices.map(
    ({ label, answer }) =>
      `    ${label}${language === "zh" ? "：" : ": "}${partFor(answer, about)[language]}`,
  );
  const none = choices.length === 0 ? [`    ${say("import.noColumn")}`] : [];
  return [`- ${title}${example}`, ...lines, ...none].join("\n");
}

function put(question: MappingQuestion, language: Language) {
  const say = wordsOf(language);
  if (question.kind !== "currency") return asked(question, say);
  const choices = question.choices.map(
    (value): AnswerChoice => ({ label: value, answer: { kind: "currency", value } }),
  );
  return { title: say("import.askCurrency"), examples: whyOf(question, say), choices };
}

/** What an answer is in the mapping's file, exactly as it is to be written. */
function partFor(answer: MappingAnswer, about: Asked): Words {
  switch (answer.kind) {
    case "field":
      return columnPart(answer, about);
    case "dateOrder":
      return inColumns([answer.field], `"dateOrder": "${answer.value}"`);
    case "numberStyle":
      return inColumns([answer.field], `"numberStyle": "${answer.value}"`);
    case "carryDown":
      return answer.fields.length > 0 ? inColumns(answer.fields, '"carryDown": true') : NOTHING;
    case "rowsAre":
      return atTop(`"rowsAre": "${answer.value}"`);
    case "groupsAre":
      return atTop('"groupsAre": "customerName"');
    case "creditsAre":
      return atTop(`"creditsAre": "${answer.value}"`);
    case "currency":
      return {
        en: `"currency": "${answer.value}", "currencyTold": true; or --currency ${answer.value}, without a file`,
        zh: `"currency": "${answer.value}", "currencyTold": true；或不用文件，写 --currency ${answer.value}`,
      };
  }
}

const NOTHING: Words = { en: "nothing to write", zh: "不用写" };

function atTop(part: string): Words {
  return { en: part, zh: part };
}

function inColumns(fields: readonly ImportField[], part: string): Words {
  const columns = fields.map((field) => `"field": "${field}"`);
  return {
    en: `${part} in the column of ${columns.join(" and of ")}`,
    zh: `在 ${columns.join("、")} 的列里写 ${part}`,
  };
}

function columnPart({ column, field }: MappingAnswer & { kind: "field" }, { mapping, table }: Asked): Words {
  const headers = tableLayoutOf(table)?.headers ?? [];
  const place = mappedColumn(field ?? "note", headers, column);
  const isThis = ({ header, occurrence }: typeof place) =>
    header === place.header && occurrence === place.occurrence;
  const now = mapping.columns.find(isThis);
  if (now?.field === field) return { en: "as it stands", zh: "保持原样" };
  const named = `"header": "${place.header}", "occurrence": ${place.occurrence}`;
  if (field === undefined) return { en: `take the column with ${named} out`, zh: `去掉 ${named} 的列` };
  const whole = `{ "field": "${field}", ${named} }`;
  return now
    ? { en: `${whole} in place of the column with that header`, zh: `${whole}，换下同一表头的列` }
    : { en: `${whole} in "columns"`, zh: `在 "columns" 里加 ${whole}` };
}
