import * as z from "zod/mini";

/**
 * Every call that the sidebar, the command line and scripts make of the add-on: a name, what goes in,
 * what comes out. Plain JSON both ways.
 */
const LanguageShape = z.enum(["zh", "en"]);

export const CALLS = {
  /** Makes the tabs of a ledger; what is there stays. */
  setup: {
    input: z.object({ language: LanguageShape }),
    output: z.object({ made: z.array(z.string()), kept: z.array(z.string()) }),
  },
} as const;

export type CallName = keyof typeof CALLS;
export type Input<N extends CallName> = z.infer<(typeof CALLS)[N]["input"]>;
export type Output<N extends CallName> = z.infer<(typeof CALLS)[N]["output"]>;

/** What every call comes back as: an answer, a refusal in one sentence, or a report of a bug of ours. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: "refusal"; readonly why: string; readonly sentence: string }
  | { readonly ok: false; readonly kind: "bug"; readonly report: string };
