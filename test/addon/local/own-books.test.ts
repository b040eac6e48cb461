import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildIfStale } from "../../../addon/local/build.ts";
import { fillIfEmpty } from "../../../addon/local/first-filling.ts";
import { takeLedger } from "../../../addon/local/ledger-lock.ts";
import {
  closeLedger,
  type OpenedLedger,
  openLedger,
  serveLedger,
} from "../../../addon/local/opened-ledger.ts";
import { BooksBesideSample } from "../../../addon/local/own-books.ts";
import type { RunningServer } from "../../../addon/local/server.ts";
import type { Output, Reply } from "../../../addon/protocol.ts";

/** The way from the sample to one's own books 自己的账本: a second folder, served by the same process. */
const base = mkdtempSync(join(tmpdir(), "onaccount-own-"));
const closing: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  await buildIfStale();
}, 240_000);
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface SampleServed {
  readonly sample: OpenedLedger;
  readonly server: RunningServer;
  readonly told: string[];
}

async function served(name: string, filling: "sample" | "empty" = "sample"): Promise<SampleServed> {
  const directory = join(base, name, "ledger");
  takeLedger(directory);
  const sample = openLedger(directory);
  fillIfEmpty(sample.host, filling, "zh");
  const told: string[] = [];
  const ownBooks = new BooksBesideSample(sample, (_url, folder) => told.push(folder));
  const server = await serveLedger(sample, { port: 0, shared: [], always: false, ownBooks });
  closing.push(async () => {
    await Promise.all([server.close(), ownBooks.close()]);
    closeLedger(sample);
  });
  return { sample, server, told };
}

function post(url: string, path: string, body: object): Promise<Response> {
  const { origin, searchParams } = new URL(url);
  const headers = {
    "content-type": "application/json",
    "x-onaccount-token": searchParams.get("token") ?? "",
  };
  return fetch(origin + path, { method: "POST", headers, body: JSON.stringify({ client: "c1", ...body }) });
}

async function statusAt(url: string): Promise<Output<"status">> {
  const answer = await post(url, "/api/call", { name: "rpc", args: ["status", {}] });
  const reply = JSON.parse(((await answer.json()) as { result: string }).result) as Reply<Output<"status">>;
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

const isSample = async (server: RunningServer) => {
  const headers = { "x-onaccount-token": server.token };
  const view = await fetch(new URL("/api/workbook", server.url), { headers });
  return ((await view.json()) as { isSample: boolean }).isSample;
};

const bytesOf = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => [name, readFileSync(join(directory, name), "utf8")]);

describe("one's own books beside the sample", { timeout: 120_000 }, () => {
  it("are an empty ledger in the sample's language, in a folder of their own; the sample stays", async () => {
    const { sample, server, told } = await served("first");
    expect(await isSample(server)).toBe(true);
    const before = bytesOf(sample.directory);
    const { url } = (await (await post(server.url, "/api/own-books", {})).json()) as { url: string };
    expect(await statusAt(url)).toMatchObject({ isLedger: true, facts: { sample: false, language: "zh" } });
    expect((await statusAt(url)).facts).toMatchObject({ firm: expect.not.stringContaining("示例") });
    expect(told).toEqual([join(base, "first", "my-ledger")]);
    expect(bytesOf(sample.directory)).toEqual(before);
  });

  it("are made once: whoever presses again is led to the same ones", async () => {
    const { server, told } = await served("twice");
    const ask = async () =>
      ((await (await post(server.url, "/api/own-books", {})).json()) as { url: string }).url;
    const urls = await Promise.all([ask(), ask()]);
    expect(new Set([...urls, await ask()]).size).toBe(1);
    expect(told).toHaveLength(1);
  });

  it("keep what was entered in them when they are opened again", async () => {
    const first = await served("again");
    const { url } = (await (await post(first.server.url, "/api/own-books", {})).json()) as { url: string };
    const customer = { code: "K1", name: "恒通" };
    const args = ["addCustomer", { action: "action-001", customer }];
    await post(url, "/api/call", { name: "rpc", args });
    for (const close of closing.splice(0).reverse()) await close();
    const again = await served("again");
    const reopened = (await (await post(again.server.url, "/api/own-books", {})).json()) as { url: string };
    const answer = await post(reopened.url, "/api/call", { name: "rpc", args: ["customers", {}] });
    expect(await answer.text()).toContain("恒通");
  });

  it("are not offered in a ledger that is no sample", async () => {
    const { server } = await served("empty", "empty");
    expect(await isSample(server)).toBe(false);
    expect((await post(server.url, "/api/own-books", {})).status).toBe(404);
  });
});
