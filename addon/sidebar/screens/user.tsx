import { useRef, useState } from "preact/hooks";
import type { User as Known } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { readUser, type UserDraft, userDraft } from "../forms/user-form.ts";
import { Primary, Quiet } from "../parts/buttons.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { UserFields } from "../parts/user-fields.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { hasNoController } from "../users-door.ts";
import { focusFault } from "./receipt.tsx";

/** One user: added, given another role, or retired. */
export function User({ name }: { name?: string | undefined }) {
  const { say } = useDesk();
  const loaded = useAnswer("users", {});
  const users = loaded.value?.users;
  const user = users?.find((each) => each.active && each.name === name);
  if (loaded.value) return <Form user={user} known={loaded.value} />;
  return (
    <Screen title={say(name ? "title.user" : "title.newUser")}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

const drafts = slot<UserDraft>();

function Form({ user, known }: { user: Known | undefined; known: Output<"users"> }) {
  const { say, tell, back } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => userDraft(newActionId(), user, known.users));
  const [showsFaults, setShowsFaults] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const { input, faults } = readUser(draft);
  const done = (key: "done.addUser" | "done.changeUser" | "done.removeUser", name: string) => {
    tell({ text: say(key, { name }) });
    markOld();
    back();
  };
  const save = async () => {
    setShowsFaults(true);
    if (!input) return focusFault(form.current);
    const { action } = draft;
    const job = () =>
      user ? call("changeUser", { action, user: input }) : call("addUser", { action, user: input });
    if (await act.run(job)) done(user ? "done.changeUser" : "done.addUser", input.name);
  };
  const retire = async (name: string) => {
    if (await act.run(() => call("removeUser", { action: draft.action, name })))
      done("done.removeUser", name);
  };
  const foot =
    user && isAsked ? (
      <Retire act={act} onYes={() => void retire(user.name)} onBack={() => setAsked(false)} />
    ) : (
      <>
        <FormFoot act={act} needs="users" onSave={() => void save()} />
        {user && !act.isUnsure ? (
          <Quiet
            label={say("act.removeUser")}
            isBusy={act.isBusy}
            needs="users"
            onPress={() => setAsked(true)}
          />
        ) : null}
      </>
    );
  return (
    <Screen title={user ? say("title.user") : say("title.newUser")} part="form" primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      {user && isAsked ? (
        <p class="strip ask" role="alert">
          {say("users.askRemove", { name: user.name })}
        </p>
      ) : null}
      <FormBody form={form}>
        <UserFields
          draft={draft}
          faults={showsFaults ? faults : {}}
          isKnown={user !== undefined}
          isFirst={hasNoController(known)}
          isFixed={act.isBusy || act.isUnsure || isAsked}
          onDraft={setDraft}
        />
      </FormBody>
    </Screen>
  );
}

interface RetireProps {
  readonly act: ReturnType<typeof useAct>;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/** Retiring is asked for once more: undo does not bring a user back. */
function Retire({ act, onYes, onBack }: RetireProps) {
  const { say } = useDesk();
  return (
    <>
      <Primary
        label={say(act.isUnsure ? "act.retry" : "act.removeUser")}
        isBusy={act.isBusy}
        onPress={onYes}
      />
      {act.isUnsure ? null : <Quiet label={say("act.leave")} isBusy={act.isBusy} onPress={onBack} />}
    </>
  );
}
