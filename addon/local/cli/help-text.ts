/** The help of one action in Chinese: what it does, and each of its options. */
export interface Help {
  readonly what: string;
  readonly options?: Readonly<Record<string, string>>;
}
