/** The JSON values of the command line as a script that calls it knows them. Amounts are whole cents. */
export interface Imported {
  readonly batch: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly rowsListed: number;
  readonly rowsKnown: number;
  readonly amountTaken: number;
  readonly amountListed: number;
  readonly roundingDifference: string;
  readonly currencies: readonly { currency: string; rowsRounded: number; sumInFile: string }[];
  readonly problems: readonly { kind: string; place: { row: number; column?: string } }[];
}

export interface Figures {
  readonly current: number;
  readonly buckets: readonly number[];
  readonly unapplied: number;
  readonly balance: number;
}

export interface Aged {
  readonly asOf: string;
  readonly edges: readonly number[];
  readonly totals: readonly (Figures & { currency: string })[];
  readonly customers: readonly (Figures & { id: string; code: string; name: string; currency: string })[];
  readonly notTakenOver: { rows: number };
}

export interface Printed {
  readonly documents: readonly {
    readonly id: string;
    readonly already: boolean;
    readonly number: string;
    readonly customer: string;
    readonly currency: string;
    readonly from: string;
    readonly to: string;
    readonly opening: number;
    readonly closing: number;
    readonly files: readonly string[];
  }[];
}

export interface Booked {
  readonly seq: number;
  readonly id: string;
  readonly action: string;
  readonly already: boolean;
}

export interface Received extends Booked {
  readonly parts: readonly { item: string; open: number; amount: number; rule: string }[];
  readonly unapplied: number;
  readonly difference: number;
  readonly differenceAllowed: boolean;
}

export interface Checked {
  readonly sound: boolean;
  readonly entries: number;
  readonly head: string;
  readonly totals: readonly { currency: string; balance: number }[];
  readonly toTake: number;
  readonly toRestore: number;
  readonly problems: readonly { kind: string }[];
}
