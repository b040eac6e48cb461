import { useEffect, useMemo, useState } from "preact/hooks";
import { type Currency, type Language, plainDate } from "../../core/index.ts";
import { troubleText } from "./act.ts";
import { type Desk, DeskContext, type Facts, type Note } from "./desk.ts";
import { followLedger } from "./following.ts";
import { listenToKeys } from "./keyboard.ts";
import { Screen as Frame } from "./parts/screen.tsx";
import { Reading } from "./parts/states.tsx";
import { back, goTo, open, type Route, replaceTop, type Screen, startAt, top } from "./router.ts";
import { Aging } from "./screens/aging.tsx";
import { Approvals } from "./screens/approvals.tsx";
import { Batches } from "./screens/batches.tsx";
import { CheckUp } from "./screens/check-up.tsx";
import { ClosePeriod } from "./screens/close-period.tsx";
import { Credit } from "./screens/credit.tsx";
import { Customer } from "./screens/customer.tsx";
import { Customers } from "./screens/customers.tsx";
import { Draft } from "./screens/draft.tsx";
import { Drafts } from "./screens/drafts.tsx";
import { HandEdits } from "./screens/hand-edits.tsx";
import { Hold } from "./screens/hold.tsx";
import { Identify } from "./screens/identify.tsx";
import { Identity } from "./screens/identity.tsx";
import { Import } from "./screens/import.tsx";
import { ImportedRow } from "./screens/imported-row.tsx";
import { Documents, More } from "./screens/lists.tsx";
import { NewCustomer } from "./screens/new-customer.tsx";
import { NewItem } from "./screens/new-item.tsx";
import { OrderCheck } from "./screens/order-check.tsx";
import { Policy } from "./screens/policy.tsx";
import { PolicyPart } from "./screens/policy-part.tsx";
import { PolicyVersions } from "./screens/policy-versions.tsx";
import { PromiseToPay } from "./screens/promise.tsx";
import { Receipt } from "./screens/receipt.tsx";
import { Reminder } from "./screens/reminder.tsx";
import { Reminders } from "./screens/reminders.tsx";
import { ReopenPeriod } from "./screens/reopen-period.tsx";
import { Request } from "./screens/request.tsx";
import { Reviews } from "./screens/reviews.tsx";
import { Settings } from "./screens/settings.tsx";
import { Start } from "./screens/start.tsx";
import { Statement } from "./screens/statement.tsx";
import { Statements } from "./screens/statements.tsx";
import { Today } from "./screens/today.tsx";
import { Undo } from "./screens/undo.tsx";
import { User } from "./screens/user.tsx";
import { Users } from "./screens/users.tsx";
import { call, focusSheet, onIdentityAsked } from "./server.ts";
import { useAnswer } from "./shelf.ts";
import type { StartAt } from "./start-at.ts";
import { useVerified } from "./verifying.ts";
import { wordsOf } from "./words/words.ts";

/** The whole sidebar; as a dialog, one screen of it. */
export function App({ start }: { start: StartAt }) {
  const { dialog } = start;
  const status = useAnswer("status", {});
  // Asked together, so that the first screen is there one answer later, not two.
  const today = useAnswer("today", {});
  const [route, setRoute] = useState<Route>(() =>
    dialog ? open(startAt("more"), { name: dialog }) : startOf(start.screen),
  );
  const [note, tell] = useState<Note | undefined>(undefined);
  const [chosen, setLanguage] = useState<Language | undefined>(undefined);
  const [isIdentityAsked, setIdentityAsked] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const facts = trusted(status.value?.facts, today.value?.facts);
  const language = chosen ?? facts?.language ?? browserLanguage();
  const say = useMemo(() => wordsOf(language), [language]);
  useVerified(today.value && !dialog ? facts : undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the row that was selected.
  useEffect(() => {
    if (start.code === "") return;
    void call("findCustomer", { code: start.code }).then((found) => {
      if (found.ok) setRoute(startFor(start.screen, found.value.id));
      else tell({ text: troubleText(found.trouble, say), isTrouble: true });
    });
  }, []);
  useEffect(followLedger, []);
  useEffect(() => onIdentityAsked(() => setIdentityAsked(true)), []);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = say("app.name");
  }, [language, say]);
  useEffect(() => {
    const toSearch = () => {
      setRoute(goTo(route, "customers"));
      focusSearch();
    };
    return listenToKeys({ toSearch, escape: () => dialog || focusSheet() });
  }, [route, dialog]);

  const desk: Desk = {
    ...{ say, language, setLanguage, route, note, tell, recent, facts },
    me: status.value?.me,
    entry: top(route),
    isDialog: dialog !== undefined,
    today: facts?.today ?? plainDate("1970-01-01"),
    ...currenciesOf(facts?.baseCurrency, today.value?.totals ?? []),
    open: (screen) => setRoute(open(route, screen)),
    back: () => setRoute(back(route)),
    replaceTop: (screen) => setRoute(replaceTop(route, screen)),
    goTo: (tab) => setRoute(goTo(route, tab)),
    use: (customer) => setRecent((ids) => [customer, ...ids.filter((id) => id !== customer)].slice(0, 50)),
  };
  return (
    <DeskContext.Provider value={desk}>
      {isIdentityAsked ? (
        <Identity onSettled={() => setIdentityAsked(false)} />
      ) : status.value?.isLedger ? (
        <ScreenOf key={desk.entry.id} screen={desk.entry.screen} />
      ) : status.value ? (
        <Start />
      ) : (
        <Frame title={say("title.today")} isAlone={status.trouble !== undefined}>
          <Reading loaded={status}>{() => null}</Reading>
        </Frame>
      )}
    </DeskContext.Provider>
  );
}

/** The ledger's own currency, and all that it holds. */
function currenciesOf(base: Currency = "CNY", totals: readonly { readonly currency: Currency }[]) {
  return { currency: base, currencies: [...new Set([base, ...totals.map(({ currency }) => currency)])] };
}

/** What stands there is selected: what is typed next takes its place. */
function focusSearch(): void {
  const box = document.getElementById("search");
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

/** Sums of everybody show more than the state alone: doubt of either is told on every screen. */
function trusted(facts: Facts | undefined, ofSums: Facts | undefined): Facts | undefined {
  return facts && ofSums?.doubt && facts.damagedRow === undefined ? { ...facts, doubt: true } : facts;
}

function ScreenOf({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case "today":
      return <Today />;
    case "customers":
      return <Customers />;
    case "documents":
      return <Documents />;
    case "more":
      return <More />;
    case "customer":
      return <Customer id={screen.id} asOf={screen.asOf} />;
    case "receipt":
      return <Receipt customer={screen.customer} />;
    case "newItem":
      return <NewItem customer={screen.customer} />;
    case "newCustomer":
      return <NewCustomer typed={screen.typed} />;
    case "aging":
      return <Aging bucket={screen.bucket} />;
    case "statements":
      return <Statements customer={screen.customer} />;
    case "statement":
      return <Statement id={screen.id} />;
    case "import":
      return <Import />;
    case "checkUp":
      return <CheckUp />;
    case "batches":
      return <Batches />;
    case "identify":
      return <Identify receipt={screen.receipt} />;
    case "handEdits":
      return <HandEdits />;
    case "undo":
      return <Undo of={screen.of} />;
    case "importedRow":
      return <ImportedRow customer={screen.customer} record={screen.record} />;
    case "approvals":
      return <Approvals />;
    case "reminders":
      return <Reminders />;
    case "reminder":
      return <Reminder customer={screen.customer} currency={screen.currency} />;
    case "reviews":
      return <Reviews />;
    case "credit":
      return <Credit id={screen.id} />;
    case "orderCheck":
      return <OrderCheck customer={screen.customer} />;
    case "request": {
      const { customer, about, amount, order } = screen;
      return <Request {...{ customer, about, amount, order }} />;
    }
    case "hold":
      return <Hold customer={screen.customer} lift={screen.lift} />;
    case "promise":
      return <PromiseToPay customer={screen.customer} />;
    case "drafts":
      return <Drafts />;
    case "draft":
      return <Draft customer={screen.customer} receipt={screen.receipt} />;
    case "users":
      return <Users />;
    case "user":
      return <User name={screen.user} />;
    case "policy":
      return <Policy />;
    case "policyPart":
      return <PolicyPart part={screen.part} />;
    case "policyVersions":
      return <PolicyVersions />;
    case "settings":
      return <Settings />;
    case "closePeriod":
      return <ClosePeriod />;
    case "reopenPeriod":
      return <ReopenPeriod />;
  }
}

/** The first screen that the menu asked for. */
function startOf(screen: StartAt["screen"]): Route {
  switch (screen) {
    case "receipt":
      return open(startAt("today"), { name: "receipt" });
    case "statements":
      return open(startAt("documents"), { name: "statements" });
    case "reminders":
      return open(startAt("documents"), { name: "reminders" });
    case "import":
      return open(startAt("more"), { name: "import" });
    case "check":
      return open(startAt("more"), { name: "checkUp" });
    case "customer":
      return startAt("customers");
    default:
      return startAt("today");
  }
}

/** The same for the customer of the selected row. */
function startFor(screen: StartAt["screen"], id: string): Route {
  if (screen === "receipt") return open(startAt("today"), { name: "receipt", customer: id });
  return open(startAt("customers"), { name: "customer", id });
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
