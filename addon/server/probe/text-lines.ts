import { all, type ProbeLine, refused, same } from "./line.ts";

/** What becomes of text written into text columns and automatic ones. */
export const TEXT_LINES: readonly ProbeLine[] = [
  {
    id: "text.zeros",
    assumption: 'Leading zeros written into a text ("@") column stay.',
    covers: ["Range.setValue", "Range.getValue", "Range.setNumberFormat", "text.column"],
    run: ({ told }) => same(told("00123", "@"), "00123"),
  },
  {
    id: "text.twentyDigits",
    assumption: "A number of 20 digits written as text into a text column stays as it is.",
    covers: ["text.column"],
    run: ({ told }) => same(told("62220210010012345678", "@"), "62220210010012345678"),
  },
  {
    id: "text.dateLike",
    assumption: "Text that looks like a date stays text in a text column.",
    covers: ["text.column"],
    run: ({ told }) => same(told("2026-02-28", "@"), "2026-02-28"),
  },
  {
    id: "text.booleanLike",
    assumption: '"TRUE" stays text in a text column.',
    covers: ["text.column"],
    run: ({ told }) => same(told("TRUE", "@"), "TRUE"),
  },
  {
    id: "auto.number",
    assumption: 'In an automatic column the text "00123" becomes the number 123.',
    covers: ["auto.number"],
    run: ({ told }) => same(told("00123"), 123),
  },
  {
    id: "auto.grouped",
    assumption: 'In an automatic column "1,234.50" becomes the number 1234.5.',
    covers: ["auto.number"],
    run: ({ told }) => same(told("1,234.50"), 1234.5),
  },
  {
    id: "auto.spaces",
    assumption: "Spaces around a number do not keep it from becoming one in an automatic column.",
    covers: ["auto.number"],
    run: ({ told }) => same(told(" 12 "), 12),
  },
  {
    id: "auto.twentyDigits",
    assumption: "In an automatic column 20 digits become a number and lose their last ones.",
    covers: ["auto.number"],
    run: ({ told }) => same(typeof told("62220210010012345678"), "number"),
  },
  {
    id: "auto.boolean",
    assumption: 'In an automatic column the texts "TRUE" and "false" become booleans.',
    covers: ["auto.boolean"],
    run: ({ told }) => all(same(told("TRUE"), true), same(told("false"), false)),
  },
  {
    id: "auto.plain",
    assumption: "Ordinary text in an automatic column stays as it is.",
    covers: ["auto.plain"],
    run: ({ told }) => same(told("恒通 Hengtong Co."), "恒通 Hengtong Co."),
  },
  {
    id: "apostrophe.auto",
    assumption: "A leading apostrophe makes text in an automatic column and is not part of it.",
    covers: ["apostrophe"],
    run: ({ told }) => all(same(told("'00123"), "00123"), same(told("'=1+1"), "=1+1")),
  },
  {
    id: "apostrophe.text",
    assumption: "A leading apostrophe is not part of the text in a text column either.",
    covers: ["apostrophe"],
    run: ({ told }) => all(same(told("'=1+1", "@"), "=1+1"), same(told("'-5", "@"), "-5")),
  },
  {
    id: "text.signs",
    assumption: 'Text that starts with "+", "-" or "@" stays text in a text column.',
    covers: ["text.column"],
    run: ({ told }) => all(same(told("-5", "@"), "-5"), same(told("@a", "@"), "@a")),
  },
  {
    id: "text.long",
    assumption: "A text of 40,000 characters comes back whole.",
    covers: ["text.longest"],
    run: ({ told }) => same(told("客a".repeat(20_000), "@"), "客a".repeat(20_000)),
  },
  {
    id: "text.tooLong",
    assumption: "A text of more than 50,000 characters is refused.",
    covers: ["text.longest"],
    run: ({ told }) => refused(() => told("a".repeat(50_001), "@")),
  },
  {
    id: "text.unicode",
    assumption: "Rare characters, emoji and line feeds come back as they were written.",
    covers: ["text.column"],
    run: ({ told }) => same(told("𠮷野家\n🧾 ␟ e\u0301", "@"), "𠮷野家\n🧾 ␟ e\u0301"),
  },
];
