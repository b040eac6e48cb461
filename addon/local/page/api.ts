import type { Op, TabId } from "../ops.ts";
import type {
  CallAnswer,
  DoorView,
  EditAnswer,
  EditRequest,
  LeaseState,
  LoggedIn,
  Refusal,
  TabHead,
  TabLine,
  TabRows,
  WorkbookView,
} from "../wire.ts";

/** The server said no: its sentence, its reason, and for a stale edit the tabs as they are now. */
export class RefusedByServer extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/** All calls to the server. A token, of the address or of the log-in, goes along as a header, which no other page can send. */
export class Api {
  /** This browser tab's own random name. */
  readonly client = randomName();
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Whether to log in; asked without a token. */
  static async door(): Promise<DoorView> {
    return json(await accepted(await fetch("/api/door")));
  }

  /** Logs in; the browser keeps the cookie that comes with the answer. */
  static async logIn(name: string, passphrase: string): Promise<LoggedIn> {
    const body = JSON.stringify({ name, passphrase });
    return json(await accepted(await fetch("/api/login", { method: "POST", headers: JSON_BODY, body })));
  }

  async workbook(): Promise<WorkbookView> {
    return json(await this.get("/api/workbook"));
  }

  async sidebar(): Promise<string> {
    return (await this.get("/api/sidebar")).text();
  }

  /** A tab with all its cells, of one revision. */
  async tab(id: TabId): Promise<TabHead & { cells: TabRows["cells"] }> {
    const lines = (await (await this.get(`/api/tab/${encodeURIComponent(id)}`)).text()).split("\n");
    const [head, ...rows] = lines.filter((line) => line !== "").map((line): TabLine => JSON.parse(line));
    if (!head || !("look" in head)) throw new Error("a tab came without its head");
    return { ...head, cells: rows.flatMap((line) => ("row" in line ? line.cells : [])) };
  }

  edit(ops: Op[], structure: EditRequest["structure"]): Promise<EditAnswer> {
    return this.#post("/api/edit", { client: this.client, structure, ops });
  }

  call(name: string, args: unknown): Promise<CallAnswer> {
    return this.#post("/api/call", { client: this.client, name, args });
  }

  /** The address of one's own books, which are made beside the sample where there are none. */
  ownBooks(): Promise<{ url: string }> {
    return this.#post("/api/own-books", { client: this.client });
  }

  lease(wish: { take?: true; release?: true } = {}): Promise<LeaseState> {
    return this.#post("/api/lease", { client: this.client, ...wish });
  }

  async logOut(): Promise<void> {
    await this.#post("/api/logout", { client: this.client });
  }

  /** A GET that throws RefusedByServer for anything but 200. */
  async get(path: string): Promise<Response> {
    return accepted(await fetch(path, { headers: this.#headers }));
  }

  async #post<T>(path: string, body: { client: string; release?: true; [key: string]: unknown }): Promise<T> {
    const headers = { ...this.#headers, ...JSON_BODY };
    // A page that is closing may still say that it gives the lease back.
    const keepalive = body.release === true;
    return json(
      await accepted(await fetch(path, { method: "POST", headers, body: JSON.stringify(body), keepalive })),
    );
  }

  get #headers(): Record<string, string> {
    return { "x-onaccount-token": this.#token };
  }
}

const JSON_BODY = { "content-type": "application/json" };

// Not randomUUID: a page that came over the office network without encryption has none.
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new RefusedByServer(await json(response));
}

// The server is ours, of the same version, and the only one the page can reach: its JSON is trusted.
async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}
