import { describe, expect, test } from "vitest";
import type { Op } from "../../../../addon/local/ops.ts";
import { Api, RefusedByServer } from "../../../../addon/local/page/api.ts";
import { Outbox, type Refused } from "../../../../addon/local/page/outbox.ts";

const set = (text: string): Op => ({ do: "set", tab: "items", row: 1, col: 1, cells: [[text]] });
const insert: Op = { do: "insertRows", tab: "items", row: 1, count: 1 };
const edit = (structure: number, ...ops: Op[]) => ({ tab: "items", structure, ops });

/** An api that notes what it was sent and answers as told. */
class NotingApi extends Api {
  readonly sent: [Op[], number | undefined][] = [];
  answer: () => Promise<void> = async () => {};

  override async edit(ops: Op[], structure: Record<string, number>) {
    this.sent.push([ops, structure.items]);
    await this.answer();
    return { ops, revision: 1 };
  }
}

function outbox() {
  const api = new NotingApi("");
  const refused: Refused[] = [];
  const box = new Outbox(api, { refused: (what) => refused.push(what), changed: () => {} });
  return { api, box, refused };
}

describe("the outbox", () => {
  test("joins what one act brings about, on the ground of its first step", async () => {
    const { api, box } = outbox();
    box.add(edit(3, insert));
    box.add(edit(4, set("a")));
    box.add(edit(4, set("b")));
    await box.idle();
    expect(api.sent).toEqual([[[insert, set("a"), set("b")], 3]]);
  });

  test("does not join across a change of shape that came from elsewhere", async () => {
    const { api, box } = outbox();
    box.add(edit(3, set("a")));
    box.add(edit(4, set("b")));
    await box.idle();
    expect(api.sent).toEqual([
      [[set("a")], 3],
      [[set("b")], 4],
    ]);
  });

  test("sends one at a time, in order", async () => {
    const { api, box } = outbox();
    let letGo = () => {};
    api.answer = () =>
      new Promise((resolve) => {
        letGo = resolve;
      });
    box.add(edit(0, set("a")));
    await Promise.resolve();
    box.add(edit(0, set("b")));
    box.add(edit(0, set("c")));
    expect(api.sent).toHaveLength(1);
    api.answer = async () => {};
    letGo();
    await box.idle();
    expect(api.sent.map(([ops]) => ops)).toEqual([[set("a")], [set("b"), set("c")]]);
    expect(box.busy).toBe(false);
  });

  test("hands everything back that stood on refused ground, and goes on with the next", async () => {
    const { api, box, refused } = outbox();
    api.answer = async () => {
      throw new RefusedByServer({ error: "moved", reason: "stale" });
    };
    box.add(edit(0, set("a")));
    box.add(edit(5, set("b")));
    await box.idle();
    expect(refused).toEqual([
      { tab: "items", ops: [set("a"), set("b")], refusal: { error: "moved", reason: "stale" } },
    ]);
    api.answer = async () => {};
    box.add(edit(1, set("c")));
    await box.idle();
    expect(refused).toHaveLength(1);
  });

  test("a lost connection is a refusal without a reason", async () => {
    const { api, box, refused } = outbox();
    api.answer = async () => {
      throw new TypeError("Failed to fetch");
    };
    box.add(edit(0, set("a")));
    await box.idle();
    expect(refused).toEqual([{ tab: "items", ops: [set("a")], refusal: null }]);
  });
});
