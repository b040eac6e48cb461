import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  back,
  below,
  DEPTH,
  depthOf,
  goTo,
  open,
  type Route,
  replaceTop,
  type Screen,
  slot,
  startAt,
  TABS,
  top,
} from "../../../addon/sidebar/router.ts";

const customer: Screen = { name: "customer", id: "c1.0" };
const receipt: Screen = { name: "receipt", customer: "c1.0" };

describe("the router", () => {
  it("goes down two screens and back again", () => {
    const route = open(open(startAt("today"), customer), receipt);
    expect(depthOf(route)).toBe(2);
    expect(top(back(route)).screen).toEqual(customer);
    expect(top(back(back(route))).screen).toEqual({ name: "today" });
    expect(back(startAt("today"))).toEqual(startAt("today"));
  });

  it("keeps room for a form under a customer opened from a list's page", () => {
    const route = open(open(open(startAt("more"), { name: "aging" }), customer), receipt);
    expect(route.stack.map(({ screen }) => screen.name)).toEqual(["more", "aging", "customer", "receipt"]);
    expect(depthOf(route)).toBe(2);
  });

  it("never goes deeper than two, whatever is pressed", () => {
    const screens: Screen[] = [
      customer,
      receipt,
      { name: "newItem" },
      { name: "newCustomer" },
      { name: "aging" },
    ];
    const step = fc.oneof(
      fc.constantFrom(...screens).map((screen) => (route: Route) => open(route, screen)),
      fc.constantFrom(...screens).map((screen) => (route: Route) => replaceTop(route, screen)),
      fc.constantFrom(...TABS).map((tab) => (route: Route) => goTo(route, tab)),
      fc.constant(back),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const route = steps.reduce((at, next) => next(at), startAt("today"));
        expect(depthOf(route)).toBeLessThanOrEqual(DEPTH);
        expect(route.stack[0]).toBe(route.roots[route.tab]);
      }),
    );
  });

  it("finds a screen again as it was left, and forgets one that was closed", () => {
    const texts = slot<string>();
    const start = startAt("customers");
    texts.set(top(start), "szh");
    const down = open(start, customer);
    texts.set(top(down), "open");
    expect(texts.get(top(back(down)))).toBe("szh");
    expect(texts.get(top(open(back(down), customer)))).toBeUndefined();
    expect(texts.get(top(goTo(down, "customers")))).toBe("szh");
    expect(below(down)).toBe(top(start));
  });

  it("begins the search anew for whoever comes to the customers from another tab, and finds other tabs as they were", () => {
    const texts = slot<string>();
    const start = startAt("customers");
    texts.set(top(start), "szh");
    const more = goTo(start, "more");
    texts.set(top(more), "scrolled");
    const anew = goTo(more, "customers");
    expect(texts.get(top(anew))).toBeUndefined();
    expect(top(anew).screen).toEqual({ name: "customers" });
    expect(texts.get(top(goTo(anew, "more")))).toBe("scrolled");
    expect(top(back(open(anew, customer)))).toBe(top(anew));
  });
});
