import { mkdtempSync } from "node:fs";
import { request } from "node:http";
import type { NetworkInterfaceInfo } from "node:os";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listenAt } from "../../../../addon/local/listening.ts";
import { officeAddresses } from "../../../../addon/local/office-addresses.ts";
import { addressesToShare, CannotShare } from "../../../../addon/local/sharing.ts";
import { LedgerUsers } from "../../../../addon/local/users/ledger-users.ts";
import { hostWords } from "../../../../addon/local/words.ts";
import type { User } from "../../../../core/index.ts";
import { serve } from "../served.ts";
import { CHEAP } from "./served-ledger.ts";

const USER: User = { id: "o1.0", name: "王芳", role: "controller", active: true };

async function usersOf(list: readonly User[]): Promise<LedgerUsers> {
  const directory = mkdtempSync(join(tmpdir(), "onaccount-"));
  const users = new LedgerUsers({ directory, list: () => list, cost: CHEAP });
  for (const user of list) await users.setPassphrase(user, "correct horse");
  return users;
}

describe("where a ledger is shared", () => {
  const words = hostWords("en");
  const here = ["192.168.1.5", "10.0.0.7"];

  test("nowhere, unless it is said", async () => {
    const users = await usersOf([USER]);
    expect(addressesToShare({ share: false }, { here, users, words })).toEqual([]);
    expect(addressesToShare({ share: false, address: "10.0.0.7" }, { here, users, words })).toEqual([]);
  });

  test("nowhere without users who log in: one sentence that says what to do", async () => {
    for (const list of [[], [{ ...USER, active: false }]]) {
      const users = await usersOf(list);
      const share = () => addressesToShare({ share: true }, { here, users, words });
      expect(share).toThrow(CannotShare);
      expect(share).toThrow(/^[^\n]*cannot be shared[^\n]*add-user[^\n]*\.$/);
    }
  });

  test("at the addresses of the office network, or at the one that is named", async () => {
    const users = await usersOf([USER]);
    expect(addressesToShare({ share: true }, { here, users, words })).toEqual(here);
    expect(addressesToShare({ share: true, address: "10.0.0.7" }, { here, users, words })).toEqual([
      "10.0.0.7",
    ]);
    for (const address of ["8.8.8.8", "0.0.0.0", "", "evil.example"])
      expect(() => addressesToShare({ share: true, address }, { here, users, words })).toThrow(CannotShare);
    expect(() => addressesToShare({ share: true }, { here: [], users, words })).toThrow(CannotShare);
  });
});

test("office addresses are private IPv4 ones, of networks outside this computer", () => {
  const at = (address: string, more: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo =>
    ({
      address,
      family: "IPv4",
      internal: false,
      netmask: "255.255.255.0",
      mac: "00:00:00:00:00:00",
      cidr: null,
      ...more,
    }) as NetworkInterfaceInfo;
  expect(
    officeAddresses({
      lo: [at("127.0.0.1", { internal: true }), at("10.1.1.1", { internal: true })],
      eth0: [at("192.168.1.5"), at("fe80::1", { family: "IPv6" }), at("203.0.113.9")],
      wlan0: [at("172.16.0.1"), at("172.15.0.1"), at("172.31.255.1"), at("172.32.0.1"), at("169.254.3.3")],
      docker0: [at("172.17.0.1")],
      "br-1": [at("172.18.0.1")],
      none: undefined,
      en1: [at("10.0.0.7"), at("11.0.0.7"), at("192.169.0.1"), at("100.64.0.1")],
    }),
  ).toEqual(["192.168.1.5", "172.16.0.1", "172.31.255.1", "10.0.0.7"]);
});

describe("a server of several addresses", () => {
  test("answers to those names alone, each with its own origin", async () => {
    const served = await serve({ names: ["192.168.7.7"] });
    const { port, token } = served.server;
    const [own, office] = [`127.0.0.1:${port}`, `192.168.7.7:${port}`];
    const ask = (host: string, origin?: string) =>
      statusOf(port, { host, "x-onaccount-token": token, ...(origin ? { origin } : {}) });
    expect(await Promise.all([ask(own), ask(own, `http://${own}`)])).toEqual([200, 200]);
    expect(await Promise.all([ask(office), ask(office, `http://${office}`)])).toEqual([200, 200]);
    expect(await ask(office, `http://${own}`)).toBe(403);
    expect(await ask(own, `http://${office}`)).toBe(403);
    for (const host of ["192.168.7.8", `192.168.7.8:${port}`, "192.168.7.7", `0.0.0.0:${port}`])
      expect(await ask(host)).toBe(403);
    expect(served.server.urls).toEqual([own, office].map((each) => `http://${each}/?token=${token}`));
    await served.server.close();
  });

  test("that cannot have one of its addresses has none of them", async () => {
    const taken = await listenAt(["127.0.0.1"], 0, () => undefined);
    await expect(listenAt(["127.0.0.1", "127.0.0.1"], 0, () => undefined)).rejects.toThrow("EADDRINUSE");
    await expect(listenAt(["127.0.0.1"], taken.port, () => undefined)).rejects.toThrow("EADDRINUSE");
    await Promise.all(taken.servers.map((server) => server.close()));
  });
});

function statusOf(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path: "/api/workbook", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
}
