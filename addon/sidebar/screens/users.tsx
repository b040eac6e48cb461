import { Fragment } from "preact";
import type { User } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { LinkRow, PlainRow } from "../parts/row.tsx";
import { roleWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";
import { admitsOf, hasNoController, lacksPassphrase } from "../users-door.ts";

type Known = Output<"users">;

/** A passphrase is never typed in a sidebar: the command line asks for it. */
const COMMAND = ["npm run ledger --", "set-passphrase"];

/** Users 用户: who works in the ledger, and as what. */
export function Users() {
  const { say, open } = useDesk();
  const loaded = useAnswer("users", {});
  const primary = <Primary label={say("act.addUser")} needs="users" onPress={() => open({ name: "user" })} />;
  return (
    <Screen title={say("title.users")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>{(known) => <List known={known} />}</Reading>
    </Screen>
  );
}

function List({ known }: { known: Known }) {
  const { say } = useDesk();
  const { users } = known;
  const active = users.filter((user) => user.active);
  const retired = users.filter((user) => !user.active);
  return (
    <>
      {active.length === 0 ? (
        <Empty kind="nothing" title={say("users.none")} how={say("users.noneHow")} />
      ) : (
        <>
          <Admitted known={known} />
          <ActiveUsers users={active} known={known} />
        </>
      )}
      <p class="field-hint">
        {say("users.passphrase")}{" "}
        <code>
          {[...COMMAND, `--name ${say("field.userName")}`, `--ledger ${say("users.folder")}`].map((part) => (
            <Fragment key={part}>
              <span>{part}</span>{" "}
            </Fragment>
          ))}
        </code>
      </p>
      {retired.length > 0 ? <RetiredUsers users={retired} /> : null}
    </>
  );
}

/** Names alone keep nobody out: that is said until a controller has a passphrase. */
function Admitted({ known }: { known: Known }) {
  const { say } = useDesk();
  if (admitsOf(known) !== "everybody") return null;
  return (
    <p class="strip ask" role="status">
      {say(hasNoController(known) ? "users.openNoController" : "users.open")}
    </p>
  );
}

function ActiveUsers({ users, known }: { users: readonly User[]; known: Known }) {
  const { say, language, open } = useDesk();
  return (
    <ul class="rows users">
      {users.map((user) => (
        <LinkRow
          key={user.id}
          title={user.name}
          sub={[user.team, lacksPassphrase(user, known) ? say("users.noPassphrase") : ""]
            .filter(Boolean)
            .join(" · ")}
          value={roleWord(user.role, language)}
          onOpen={() => open({ name: "user", user: user.name })}
        />
      ))}
    </ul>
  );
}

function RetiredUsers({ users }: { users: readonly User[] }) {
  const { say, language } = useDesk();
  return (
    <section>
      <h2>{say("title.retired", { count: users.length })}</h2>
      <ul class="rows">
        {users.map(({ id, name, role, team }) => (
          <PlainRow key={id} title={name} sub={team} value={roleWord(role, language)} />
        ))}
      </ul>
    </section>
  );
}
