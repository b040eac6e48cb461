import { Fragment } from "preact";
import type { User } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { Primary } from "../parts/buttons.tsx";
import { LinkRow, PlainRow } from "../parts/row.tsx";
import { roleWord } from "../parts/row-words.ts";
import { Screen } from "../parts/screen.tsx";
import { Empty, Reading } from "../parts/states.tsx";
import { useAnswer } from "../shelf.ts";

/** A passphrase is never typed in a sidebar: the command line asks for it. */
const COMMAND = ["npm run ledger --", "set-passphrase"];

/** Users 用户: who works in the ledger, and as what. */
export function Users() {
  const { say, open } = useDesk();
  const loaded = useAnswer("users", {});
  const primary = <Primary label={say("act.addUser")} needs="users" onPress={() => open({ name: "user" })} />;
  return (
    <Screen title={say("title.users")} at={loaded.at} refresh={loaded.refresh} primary={primary}>
      <Reading loaded={loaded}>{({ users }) => <List users={users} />}</Reading>
    </Screen>
  );
}

function List({ users }: { users: readonly User[] }) {
  const { say } = useDesk();
  const active = users.filter((user) => user.active);
  const retired = users.filter((user) => !user.active);
  return (
    <>
      {active.length === 0 ? (
        <Empty kind="nothing" title={say("users.none")} how={say("users.noneHow")} />
      ) : (
        <ActiveUsers users={active} />
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

function ActiveUsers({ users }: { users: readonly User[] }) {
  const { language, open } = useDesk();
  return (
    <ul class="rows users">
      {users.map(({ id, name, role, team }) => (
        <LinkRow
          key={id}
          title={name}
          sub={team}
          value={roleWord(role, language)}
          onOpen={() => open({ name: "user", user: name })}
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
