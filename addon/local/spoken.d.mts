export const spokenLanguage: "zh" | "en";

export function spoken(words: { readonly zh: string; readonly en: string }): string;
