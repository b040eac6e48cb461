import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LEASE_MILLISECONDS, Lease } from "../../../addon/local/http/lease.ts";
import type { LeaseState } from "../../../addon/local/wire.ts";
import { type Served, serve } from "./served.ts";

let now = 0;

describe("the lease", () => {
  let told: LeaseState[];
  let lease: Lease;
  beforeEach(() => {
    told = [];
    lease = new Lease(
      () => now,
      (state) => told.push(state),
    );
  });

  test("goes to the first who asks, and stays while it beats", () => {
    expect(lease.beat("a")).toBe(true);
    expect(lease.beat("b")).toBe(false);
    now += LEASE_MILLISECONDS;
    expect(lease.beat("a")).toBe(true);
    now += LEASE_MILLISECONDS;
    expect(lease.beat("b")).toBe(false);
    expect(told).toEqual([{ holder: "a" }]);
  });

  test("is free when its holder falls silent", () => {
    lease.beat("a");
    now += LEASE_MILLISECONDS + 1;
    expect(lease.state).toEqual({ holder: null });
    expect(lease.beat("b")).toBe(true);
    expect(lease.beat("a")).toBe(false);
  });

  test("can be taken over, and everybody hears of it", () => {
    lease.beat("a");
    lease.take("b");
    expect(lease.beat("a")).toBe(false);
    expect(told).toEqual([{ holder: "a" }, { holder: "b" }]);
  });

  test("says who holds it, where they have logged in, and no more once nobody does", () => {
    lease.beat("a", "王芳");
    expect(lease.state).toEqual({ holder: "a", user: "王芳" });
    lease.take("b", "李雷");
    expect(told.at(-1)).toEqual({ holder: "b", user: "李雷" });
    now += LEASE_MILLISECONDS + 1;
    expect(lease.state).toEqual({ holder: null });
  });

  test("is given back by its holder only", () => {
    lease.beat("a");
    lease.release("b");
    expect(lease.state).toEqual({ holder: "a" });
    lease.release("a");
    expect(lease.state).toEqual({ holder: null });
  });
});

describe("over the wire", () => {
  let served: Served;
  beforeEach(async () => {
    served = await serve({ now: () => now });
  });
  afterEach(() => served.server.close());

  const edit = (client: string) =>
    served.post("/api/edit", {
      client,
      structure: { items: 0 },
      ops: [{ do: "set", tab: "items", row: 3, col: 1, cells: [[client]] }],
    });

  test("the second tab cannot write until it takes over", async () => {
    expect((await edit("a")).status).toBe(200);
    const refused = await edit("b");
    expect(refused.status).toBe(423);
    expect(await refused.json()).toMatchObject({ reason: "notWriter" });
    const taken = await served.post("/api/lease", { client: "b", take: true });
    expect(await taken.json()).toEqual({ holder: "b" });
    expect((await edit("b")).status).toBe(200);
    expect((await edit("a")).status).toBe(423);
  });

  test("a tab that closes leaves the pen to the next", async () => {
    await served.post("/api/lease", { client: "a" });
    await served.post("/api/lease", { client: "a", release: true });
    expect((await edit("b")).status).toBe(200);
  });
});
