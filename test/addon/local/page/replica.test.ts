import { afterEach, beforeEach, expect, test } from "vitest";
import type { News } from "../../../../addon/local/host-port.ts";
import type { Op } from "../../../../addon/local/ops.ts";
import { Api } from "../../../../addon/local/page/api.ts";
import { Replica } from "../../../../addon/local/page/replica.ts";
import { type Served, serve } from "../served.ts";

let served: Served;
let heard: News[];
let replica: Replica;
beforeEach(async () => {
  served = await serve();
  heard = [];
  served.host.onOps((news) => heard.push(news));
  replica = new Replica(new ServedApi(""));
});
afterEach(() => served.server.close());

/** The page's own calls, to a server elsewhere; what happens before the answer is read is the test's. */
class ServedApi extends Api {
  static meanwhile = () => {};

  override async get(path: string): Promise<Response> {
    const response = await served.get(path);
    ServedApi.meanwhile();
    ServedApi.meanwhile = () => {};
    return response;
  }
}

const set = (row: number, text: string): Op => ({ do: "set", tab: "items", row, col: 2, cells: [[text]] });
const rows = () => replica.book.tab("items").cells.map((line) => line[1]);

test("news that arrives while a tab is on its way is applied to it once", async () => {
  await replica.begin();
  ServedApi.meanwhile = () => {
    served.host.act({ do: "insertRows", tab: "items", row: 2, count: 1 }, set(2, "新"));
    for (const news of heard.splice(0)) replica.hear(news);
  };
  await replica.load("items");
  expect(rows()).toEqual(["客户", "新", "恒通"]);
});

test("news that a tab has brought with it already is not applied again", async () => {
  await replica.begin();
  served.host.act({ do: "insertRows", tab: "items", row: 2, count: 1 });
  await replica.load("items");
  for (const news of heard.splice(0)) expect(replica.hear(news)).toEqual([]);
  expect(rows()).toEqual(["客户", undefined, "恒通"]);
  expect(replica.book.tab("items").structure).toBe(1);
});

test("news that arrives while the workbook itself is on its way is not lost", async () => {
  ServedApi.meanwhile = () => {
    served.host.act({ do: "renameTab", tab: "items", name: "明细" });
    for (const news of heard.splice(0)) replica.hear(news);
  };
  await replica.begin();
  expect(replica.book.tab("items").name).toBe("明细");
});

test("a gap in the news is noticed", async () => {
  await replica.begin();
  served.host.act(set(2, "错过的"));
  served.host.act(set(3, "听到的"));
  const [, second] = heard;
  expect(second && replica.hear(second)).toBeNull();
});
