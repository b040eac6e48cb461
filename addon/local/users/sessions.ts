import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { type KeptSession, SessionFile } from "./session-file.ts";

const DAY = 86_400_000;

/** A browser is asked again after so long without a call, and in any case after so long. */
export const IDLE_MILLISECONDS = 7 * DAY;
export const LIFE_MILLISECONDS = 30 * DAY;

/** When a session was used last is put on the disk no more often than this. */
const SAVED_EVERY = DAY / 24;

/** The oldest of one user's sessions end when there are more. */
const PER_USER = 20;

/** What a browser gets at a log-in, 256 random bits each; only their hashes are kept. */
export interface Secrets {
  /** In a cookie that no script reads. */
  readonly cookie: string;
  /** In the page's own storage: cookies are shared by all ports of an address, this is not. */
  readonly key: string;
}

/** Browsers that have logged in, in memory and as hashes on the disk, so that a restart asks nobody again. */
export class Sessions {
  private readonly sessions: Map<string, KeptSession>;
  private readonly file: SessionFile;
  private readonly now: () => number;
  private savedAt: number;

  constructor({ directory, now = Date.now }: { directory: string; now?: () => number }) {
    this.file = new SessionFile(directory);
    this.now = now;
    this.savedAt = now();
    const kept = this.file.read().filter(({ opened }) => now() - opened < LIFE_MILLISECONDS);
    this.sessions = new Map(kept.map((session) => [session.id, session]));
  }

  /** A log-in: the secrets go to the browser and are not kept. */
  open(user: string, passphrase: string): Secrets {
    const secrets = { cookie: newSecret(), key: newSecret() };
    const [opened, id] = [this.now(), hashed(secrets.cookie)];
    const session = { id, keyHash: hashed(secrets.key), user, passphrase: hashed(passphrase) };
    this.sessions.set(id, { ...session, opened, used: opened });
    this.dropOldest(user);
    this.save();
    return secrets;
  }

  /** The open session that both secrets belong to. */
  find({ cookie, key }: Secrets): KeptSession | undefined {
    const session = this.sessions.get(hashed(cookie));
    if (!session || !isSame(session.keyHash, hashed(key)) || !this.isOpen(session)) return undefined;
    this.use(session);
    return session;
  }

  /** Whose session it is. */
  userOf(id: string): string | undefined {
    return this.sessions.get(id)?.user;
  }

  /** The session of that name, while it is open for a user who still has that passphrase. */
  isAlive(id: string, passphrase: string): boolean {
    const session = this.sessions.get(id);
    return session !== undefined && this.isOpen(session) && session.passphrase === hashed(passphrase);
  }

  /** The name of a browser that has logged in before, its session open or ended. */
  knownBrowser(cookie: string): string | undefined {
    return this.sessions.get(hashed(cookie))?.id;
  }

  /** A log-out: the secrets are worth nothing from here on. */
  end(id: string): void {
    const session = this.sessions.get(id);
    if (session) this.sessions.set(id, { ...session, keyHash: "" });
    this.save();
  }

  private isOpen({ keyHash, opened, used }: KeptSession): boolean {
    const now = this.now();
    return keyHash !== "" && now - used < IDLE_MILLISECONDS && now - opened < LIFE_MILLISECONDS;
  }

  private use(session: KeptSession): void {
    const now = this.now();
    this.sessions.set(session.id, { ...session, used: Math.max(now, session.used) });
    if (now - this.savedAt > SAVED_EVERY) this.save();
  }

  private dropOldest(user: string): void {
    const own = [...this.sessions.values()].filter((session) => session.user === user);
    own.sort((a, b) => a.used - b.used);
    for (const { id } of own.slice(0, -PER_USER)) this.sessions.delete(id);
  }

  private save(): void {
    this.savedAt = this.now();
    this.file.write([...this.sessions.values()]);
  }
}

function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

function hashed(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
