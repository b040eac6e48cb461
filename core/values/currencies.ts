/**
 * Codes of ISO 4217 (list one, as published at https://www.six-group.com/en/products-services/financial-information/market-reference-data/data-standards.html,
 * as of 2026-01-01) by the decimals of their smallest unit. Codes that have none are no money that anybody owes
 * and stand not here: metals, units of account, XTS and XXX.
 */
const BY_DECIMALS: readonly (readonly [decimals: number, codes: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
    CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG
    YER ZAR ZMW ZWG`,
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

const decimalsByCode: ReadonlyMap<string, number> = new Map(
  BY_DECIMALS.flatMap(([decimals, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, decimals]),
  ),
);

/** The currencies 币种 that are known, by their codes, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...decimalsByCode.keys()].sort();

/**
 * Whether a code is that of a currency 币种.
 *
 * @example
 * ["ISK", "XYZ", "isk"].map(isCurrency) // => [true, false, false]
 */
export function isCurrency(code: string): boolean {
  return decimalsByCode.has(code);
}

/**
 * How many decimals a currency has (ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD. A code that is not known, as
 * earlier versions took it, has 2: what a ledger holds can always be read.
 *
 * @example
 * ["JPY", "KWD", "XYZ"].map(decimalsOf) // => [0, 3, 2]
 */
export function decimalsOf(code: string): number {
  return decimalsByCode.get(code) ?? 2;
}
