import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { nameKey } from "../../../core/index.ts";

/** What one guess costs: scrypt's N as a power of two, r and p. */
export interface Cost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 128 MB and some tenths of a second for one guess. */
export const COST: Cost = { logN: 17, r: 8, p: 1 };

export const SHORTEST = 8;
export const LONGEST = 200;

/** Why a passphrase is not taken; nothing where it is. */
export function weaknessOf(passphrase: string, name: string): "short" | "long" | "guessable" | undefined {
  const characters = [...passphrase.normalize("NFKC")];
  if (characters.length < SHORTEST) return "short";
  if (characters.length > LONGEST) return "long";
  const isMonotonous = new Set(characters).size < 3;
  return isMonotonous || nameKey(passphrase) === nameKey(name) ? "guessable" : undefined;
}

/** A passphrase 口令 as it is kept: salted, and by scrypt, so that a copy of the file costs much to guess from. */
export async function hashOf(passphrase: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derived(passphrase, salt, cost);
  const parts = [cost.logN, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")];
  return `scrypt$${parts.join("$")}`;
}

/** Whether this is the passphrase that is kept. */
export async function isPassphrase(passphrase: string, kept: string): Promise<boolean> {
  const [, logN = "", r = "", p = "", salt = "", key = ""] = KEPT.exec(kept) ?? [];
  if (key === "") return false;
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  const given = await derived(passphrase, Buffer.from(salt, "base64url"), cost);
  return timingSafeEqual(given, Buffer.from(key, "base64url"));
}

/** The form in which passphrases are kept. */
export const KEPT = /^scrypt\$(1?\d)\$(\d\d?)\$(\d)\$([\w-]{22})\$([\w-]{43})$/;

function derived(passphrase: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  const options = { N, r, p, maxmem: 256 * N * r };
  // Full-width letters of a Chinese keyboard are the same passphrase.
  const text = passphrase.normalize("NFKC");
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
