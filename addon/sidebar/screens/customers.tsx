import { useMemo, useState } from "preact/hooks";
import type { Output } from "../../protocol.ts";
import { useDesk, useKept } from "../desk.ts";
import { Primary, Quiet, Secondary } from "../parts/buttons.tsx";
import { Amount, useMoneyText } from "../parts/money.tsx";
import { LinkRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import { SearchBox } from "../parts/search-box.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { slot } from "../router.ts";
import { CustomerIndex } from "../search/customer-search.ts";
import { useAnswer } from "../shelf.ts";
import type { Say } from "../words/words.ts";

type Listed = Output<"customers">["customers"][number];
type Filter = "all" | "overdue" | "disputed";

interface Wish {
  readonly text: string;
  readonly filter: Filter;
}

const wishes = slot<Wish>();
const FILTERS: readonly Filter[] = ["all", "overdue", "disputed"];

/** Finds one of up to ten thousand customers while typing. */
export function Customers() {
  const { say, open, recent } = useDesk();
  const loaded = useAnswer("customers", {});
  const [wish, setWish] = useKept<Wish>(wishes, () => ({ text: "", filter: "all" }));
  const index = useMemo(() => new CustomerIndex(loaded.value?.customers ?? []), [loaded.value]);
  const found = useMemo(() => listed(index, wish, recent), [index, wish, recent]);
  const openFirst = () => {
    if (found[0]) open({ name: "customer", id: found[0].id });
  };
  const typed = wish.text.trim();
  const primary = (
    <Primary
      label={say("act.newCustomer")}
      needs="write"
      onPress={() => open({ name: "newCustomer", ...(typed && found.length === 0 ? { typed } : {}) })}
    />
  );
  return (
    <Screen title={say("title.customers")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <SearchBox value={wish.text} onValue={(text) => setWish({ ...wish, text })} onEnter={openFirst} />
      <fieldset class="filters">
        <legend class="for-readers">{say("filter.label")}</legend>
        {FILTERS.map((filter) => (
          <button
            type="button"
            key={filter}
            aria-pressed={wish.filter === filter}
            onClick={() => setWish({ ...wish, filter })}
          >
            {say(`filter.${filter}`)}
          </button>
        ))}
      </fieldset>
      <Reading loaded={loaded} rows={6}>
        {({ customers }) =>
          found.length > 0 ? (
            <List found={found} key={`${typed} ${wish.filter}`} />
          ) : (
            <NoneFound wish={wish} isEmpty={customers.length === 0} onWish={setWish} />
          )
        }
      </Reading>
    </Screen>
  );
}

/** Without a search: who is overdue most comes first, after those used in this session. */
function listed(index: CustomerIndex<Listed>, wish: Wish, recent: readonly string[]): Listed[] {
  const hits = index.search(wish.text, recent).hits.map(({ customer }) => customer);
  const kept = hits.filter((each) => isWanted(each, wish.filter));
  if (wish.text.trim() !== "") return kept;
  const used = new Map(recent.map((id, i) => [id, i]));
  const place = (each: Listed) => used.get(each.id) ?? recent.length;
  return kept.sort((a, b) => place(a) - place(b) || b.overdue - a.overdue || b.balance - a.balance);
}

function isWanted(customer: Listed, filter: Filter): boolean {
  if (filter === "overdue") return [customer, ...customer.others].some(({ overdue }) => overdue > 0);
  return filter === "all" || customer.disputed;
}

const PAGE = 40;

function List({ found }: { found: readonly Listed[] }) {
  const { say, open } = useDesk();
  const moneyText = useMoneyText();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <p class="counts" role="status">
        {say("customers.count", { count: found.length })}
      </p>
      <ul class="rows">
        {found.slice(0, shown).map((each) => (
          <LinkRow
            key={each.id}
            title={each.name}
            sub={subOf(each, say, moneyText)}
            value={each.balance === 0 ? null : <Amount value={each.balance} currency={each.currency} />}
            onOpen={() => open({ name: "customer", id: each.id })}
          />
        ))}
      </ul>
      {found.length > shown ? (
        <Quiet label={say("act.showMore")} onPress={() => setShown(shown + PAGE * 5)} />
      ) : null}
    </>
  );
}

function subOf(customer: Listed, say: Say, moneyText: ReturnType<typeof useMoneyText>): string {
  const amount = moneyText(customer.overdue, customer.currency);
  const parts = [
    customer.code,
    customer.overdue > 0 ? say("customers.overdue", { amount }) : "",
    ...customer.others.map(({ currency, balance }) => (balance === 0 ? "" : moneyText(balance, currency))),
    [customer, ...customer.others].every(({ balance, overdue }) => balance === 0 && overdue === 0)
      ? say("customers.settled")
      : "",
    customer.disputed ? say("customer.disputed") : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function NoneFound(props: { wish: Wish; isEmpty: boolean; onWish: (wish: Wish) => void }) {
  const { say } = useDesk();
  const { wish, isEmpty, onWish } = props;
  if (isEmpty) return <Empty kind="nothing" title={say("customers.none")} how={say("customers.noneHow")} />;
  if (wish.filter !== "all") {
    return (
      <Empty kind="filtered" title={say("customers.filtered")}>
        <Secondary label={say("act.clearFilter")} onPress={() => onWish({ ...wish, filter: "all" })} />
      </Empty>
    );
  }
  return (
    <Empty
      kind="filtered"
      title={say("customers.noHit", { text: wish.text.trim() })}
      how={say("customers.noHitHow")}
    >
      <Secondary label={say("act.clearSearch")} onPress={() => onWish({ ...wish, text: "" })} />
    </Empty>
  );
}
