import type { Right } from "../../rights.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { Choice } from "../parts/fields.tsx";
import { LinkRow } from "../parts/row.tsx";
import { Screen } from "../parts/screen.tsx";
import type { Screen as Target } from "../router.ts";
import type { Key } from "../words/words.ts";

type ListedTitle =
  | "act.recordReceipt"
  | "act.makeStatements"
  | "act.newItem"
  | "act.openAging"
  | "act.importTable"
  | "act.checkLedger"
  | "act.newCustomer"
  | "act.viewImports"
  | "act.takeOver"
  | "act.setPolicy"
  | "act.closePeriod"
  | "act.changeSettings"
  | "act.identifyReceipts"
  | "act.settleDrafts"
  | "act.decideApprovals"
  | "act.remind"
  | "act.manageUsers";

/** A screen that a list leads to. */
interface Listed {
  readonly title: ListedTitle;
  readonly sub: Extract<Key, `documents.${string}` | `more.${string}`>;
  readonly screen: Target;
  /** What the person must be allowed, where the screen is for nothing else. */
  readonly needs?: Right;
}

const DOCUMENTS: readonly Listed[] = [
  { title: "act.recordReceipt", sub: "documents.receipt", screen: { name: "receipt" }, needs: "write" },
  { title: "act.makeStatements", sub: "documents.statements", screen: { name: "statements" } },
  { title: "act.newItem", sub: "documents.item", screen: { name: "newItem" }, needs: "write" },
  { title: "act.identifyReceipts", sub: "documents.identify", screen: { name: "identify" } },
  { title: "act.settleDrafts", sub: "documents.drafts", screen: { name: "drafts" } },
  { title: "act.decideApprovals", sub: "documents.approvals", screen: { name: "approvals" } },
  { title: "act.remind", sub: "documents.reminders", screen: { name: "reminders" } },
];

const MORE: readonly Listed[] = [
  { title: "act.openAging", sub: "more.aging", screen: { name: "aging" } },
  { title: "act.importTable", sub: "more.import", screen: { name: "import" }, needs: "write" },
  { title: "act.viewImports", sub: "more.batches", screen: { name: "batches" } },
  { title: "act.takeOver", sub: "more.handEdits", screen: { name: "handEdits" } },
  { title: "act.checkLedger", sub: "more.checkUp", screen: { name: "checkUp" } },
  { title: "act.newCustomer", sub: "more.newCustomer", screen: { name: "newCustomer" }, needs: "write" },
  { title: "act.closePeriod", sub: "more.closePeriod", screen: { name: "closePeriod" } },
  { title: "act.setPolicy", sub: "more.policy", screen: { name: "policy" } },
  { title: "act.changeSettings", sub: "more.settings", screen: { name: "settings" } },
  { title: "act.manageUsers", sub: "more.users", screen: { name: "users" } },
];

/** What is entered and sent. */
export function Documents() {
  const { say, open } = useDesk();
  const primary = (
    <Primary label={say("act.recordReceipt")} needs="write" onPress={() => open({ name: "receipt" })} />
  );
  return (
    <Screen title={say("title.documents")} primary={primary}>
      <Links list={DOCUMENTS} />
    </Screen>
  );
}

/** Everything that is not needed every day. */
export function More() {
  const { say, open, language, setLanguage } = useDesk();
  const primary = <Primary label={say("act.openAging")} onPress={() => open({ name: "aging" })} />;
  return (
    <Screen title={say("title.more")} primary={primary}>
      <Links list={MORE} />
      <Choice
        label={say("title.language")}
        value={language}
        options={[
          { value: "zh", label: say("lang.zh") },
          { value: "en", label: say("lang.en") },
        ]}
        onValue={setLanguage}
      />
    </Screen>
  );
}

function Links({ list }: { list: readonly Listed[] }) {
  const { say, open } = useDesk();
  return (
    <ul class="rows links">
      {list.map(({ title, sub, screen, needs }) => (
        <LinkRow key={title} title={say(title)} sub={say(sub)} needs={needs} onOpen={() => open(screen)} />
      ))}
    </ul>
  );
}
