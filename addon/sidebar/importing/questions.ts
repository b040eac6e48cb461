import type { CurrencyQuestion, ImportField, MappingAnswer } from "../../../core/index.ts";
import type { Say } from "../words/words.ts";
import type { PutQuestion } from "./asking.ts";

/** One way to answer a question: what is shown, and what it means for the mapping. */
export interface AnswerChoice {
  readonly label: string;
  readonly answer: MappingAnswer;
}

/** A question as a person reads it. */
export interface AskedQuestion {
  readonly title: string;
  readonly examples: string;
  readonly choices: readonly AnswerChoice[];
}

/** Of a customer's code and name a table that has only one of them has the name. */
function missingField(fields: readonly ImportField[]): ImportField | undefined {
  return fields.includes("customerName") ? "customerName" : fields[0];
}

const CREDITS = {
  receipts: "import.credits.receipts",
  creditNotes: "import.credits.creditNotes",
} as const;

/** Puts a question of the reader into words and choices. */
export function asked(question: PutQuestion, say: Say): AskedQuestion {
  const name = (field: ImportField) => say(`column.${field}`);
  switch (question.kind) {
    case "field": {
      const { column, header, examples, choices } = question;
      const fields = choices.map((field) => ({
        label: name(field),
        answer: { kind: "field" as const, column, field },
      }));
      const unused = { label: say("import.unused"), answer: { kind: "field" as const, column } };
      return {
        title: say("import.ask", { header }),
        examples: examples.join(say("list.comma")),
        choices: [...fields, unused],
      };
    }
    case "missing": {
      const field = missingField(question.fields);
      const choices = question.choices.map(({ column, header, examples }) => ({
        label: say("import.column", { header, values: examples.join(say("list.comma")) }),
        answer: { kind: "field" as const, column, ...(field ? { field } : {}) },
      }));
      return { title: say("import.missing", { field: field ? name(field) : "" }), examples: "", choices };
    }
    case "dateOrder":
    case "numberStyle": {
      const { field, header, example } = question;
      const choices = question.choices.map(
        (choice): AnswerChoice => ({
          label: choice.reading,
          answer: { kind: question.kind, field, value: choice.value } as MappingAnswer,
        }),
      );
      return { title: say("import.askStyle", { header }), examples: example, choices };
    }
    case "carryDown":
      return {
        title: say("import.askCarry", { count: question.blankRows }),
        examples: question.fields.map(name).join(say("list.comma")),
        choices: [
          { label: say("import.carry"), answer: { kind: "carryDown", fields: question.fields } },
          { label: say("import.carryNot"), answer: { kind: "carryDown", fields: [] } },
        ],
      };
    case "rowsAre":
      return {
        title: say("import.askRows", { number: question.number }),
        examples: "",
        choices: question.choices.map((value) => ({
          label: say(`import.rows.${value}`),
          answer: { kind: "rowsAre", value },
        })),
      };
    case "creditsAre":
      return {
        title: say("import.askCredits", { count: question.rows }),
        examples: question.examples.join(say("list.comma")),
        choices: question.choices.map((value) => ({
          label: say(CREDITS[value]),
          answer: { kind: "creditsAre", value },
        })),
      };
    case "groupsAre":
      return {
        title: say("import.askGroups"),
        examples: question.examples.join(say("list.comma")),
        choices: [{ label: say("import.groups"), answer: { kind: "groupsAre" } }],
      };
  }
}

/** Why it is asked in which currency a table is. */
export function whyOf({ why, word }: CurrencyQuestion, say: Say): string {
  if (why === "contradicting") return say("import.askCurrenciesWhy", { words: word });
  return say(why === "yuan" ? "import.askYuanWhy" : "import.askCurrencyWhy");
}
