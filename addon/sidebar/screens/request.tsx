import { useRef, useState } from "preact/hooks";
import { type Money, moneyText } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { useAct } from "../act.ts";
import { useDesk, useKept } from "../desk.ts";
import { type About, type RequestDraft, readRequest } from "../forms/request-form.ts";
import { ActorField, isNamed } from "../parts/actor-field.tsx";
import { Choice } from "../parts/fields.tsx";
import { FormBody } from "../parts/form-body.tsx";
import { FormFoot } from "../parts/form-foot.tsx";
import { SubjectFields } from "../parts/request-fields.tsx";
import { RequestSent } from "../parts/request-sent.tsx";
import { useReason, useRequestText } from "../parts/request-text.ts";
import { Screen } from "../parts/screen.tsx";
import { Reading, TroubleBox } from "../parts/states.tsx";
import { WhyFields } from "../parts/why-fields.tsx";
import { slot } from "../router.ts";
import { call, newActionId } from "../server.ts";
import { markOld, useAnswer } from "../shelf.ts";
import { focusFault } from "./receipt.tsx";

type Standing = Output<"standing">;

interface Props {
  readonly customer: string;
  readonly about: About;
  /** Of a release: what was checked. */
  readonly amount?: Money | undefined;
  readonly order?: string | undefined;
}

const TITLES = {
  limit: "title.requestLimit",
  terms: "title.requestTerms",
  grade: "title.requestGrade",
  release: "title.requestRelease",
} as const;

/** A request 申请 for a limit, terms, a grade or a release: what is in force stands until somebody else has decided. */
export function Request(props: Props) {
  const { say } = useDesk();
  const loaded = useAnswer("standing", { customer: props.customer });
  if (loaded.value) return <Form {...props} standing={loaded.value} />;
  return (
    <Screen title={say(TITLES[props.about])}>
      <Reading loaded={loaded}>{() => null}</Reading>
    </Screen>
  );
}

const drafts = slot<RequestDraft>();

function Form({ standing, ...props }: Props & { standing: Standing }) {
  const { say, today } = useDesk();
  const [draft, setDraft] = useKept(drafts, () => firstDraft(props, standing));
  const [sent, setSent] = useState<string | undefined>(undefined);
  const [showsFaults, setShowsFaults] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct();
  const reasonOf = useReason();
  const textOf = useRequestText();
  const isRelease = draft.about === "release";
  const currency = isRelease ? standing.currency : standing.agreed.currency;
  const { asked, faults } = readRequest(draft, { today, currency });
  const actor = { asks: standing.acting.asksName, names: standing.acting.users };
  const send = async () => {
    setShowsFaults(true);
    if (!asked || !isNamed(actor, draft.by)) return focusFault(form.current);
    const reason = reasonOf(draft);
    const said = { ...(reason ? { reason } : {}), ...(actor.asks ? { by: draft.by.trim() } : {}) };
    const input = { action: draft.action, customer: props.customer, ...asked, ...said };
    if (!(await act.run(() => call("requestApproval", input)))) return;
    const amount = asked.amount ?? (asked.subject.kind === "limit" ? asked.subject.limit : undefined);
    setSent(textOf({ draft, amount, reason }, standing));
    markOld();
  };
  if (sent !== undefined) return <RequestSent text={sent} />;
  const set = (change: Partial<RequestDraft>) => setDraft({ ...draft, ...change });
  const isFixed = act.isBusy || act.isUnsure;
  const shown = { standing, draft, faults: showsFaults ? faults : {}, isFixed, onDraft: set };
  const foot = <FormFoot act={act} label={say("act.sendRequest")} needs="ask" onSave={() => void send()} />;
  return (
    <Screen title={say(TITLES[draft.about])} part="form" primary={foot}>
      {act.trouble ? <TroubleBox trouble={act.trouble} kind="write" /> : null}
      <p class="lead">
        {standing.name}
        <br />
        {say(isRelease ? "request.howRelease" : "request.how")}
      </p>
      <FormBody form={form}>
        {isRelease ? null : <AboutField draft={draft} isFixed={isFixed} onDraft={set} />}
        <SubjectFields {...shown} />
        <WhyFields {...shown} />
        <ActorField
          {...actor}
          id="actor"
          label={say("field.actor")}
          hint={say("hint.actor")}
          value={draft.by}
          showsFault={showsFaults}
          isDisabled={isFixed}
          onValue={(by) => set({ by })}
        />
      </FormBody>
    </Screen>
  );
}

/** The proposal fills the form where it is in the customer's currency; what was checked fills a release. */
function firstDraft({ about, amount, order }: Omit<Props, "customer">, standing: Standing): RequestDraft {
  const { currency, agreed, grade } = standing;
  const proposed =
    about === "limit" && agreed.currency === currency && grade.suggestedLimit > 0
      ? grade.suggestedLimit
      : undefined;
  const sum = amount ?? proposed;
  return {
    ...{ action: newActionId(), about, limitType: "amount", until: "", terms: "", grade: "" },
    amount: sum === undefined ? "" : moneyText(sum, currency),
    ...{ order: order ?? "", why: "", remark: "", by: "" },
  };
}

interface AboutProps {
  readonly draft: RequestDraft;
  readonly isFixed: boolean;
  readonly onDraft: (change: Partial<RequestDraft>) => void;
}

function AboutField({ draft, isFixed, onDraft }: AboutProps) {
  const { say } = useDesk();
  return (
    <Choice<About>
      label={say("field.requestFor")}
      value={draft.about}
      options={[
        { value: "limit", label: say("requestFor.limit") },
        { value: "terms", label: say("requestFor.terms") },
        { value: "grade", label: say("requestFor.grade") },
      ]}
      isDisabled={isFixed}
      onValue={(about) => onDraft({ about })}
    />
  );
}
