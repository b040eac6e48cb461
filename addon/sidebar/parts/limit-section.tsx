import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import type { Say } from "../words/words.ts";
import { CreditUse } from "./credit-use.tsx";
import { limitTypeWord } from "./credit-words.ts";
import { ExposureSums } from "./exposure-sums.tsx";
import { Fold } from "./fold.tsx";
import { Amount } from "./money.tsx";

type Standing = Output<"standing">;

/** The limit 额度: how it is used, as it was agreed, and what is proposed. */
export function LimitSection({ standing }: { standing: Standing }) {
  const { say } = useDesk();
  return (
    <section class="limits">
      <h2>{say("limit.heading")}</h2>
      <CreditUse standing={standing} />
      <AgreedLimit standing={standing} />
      <Proposal standing={standing} />
    </section>
  );
}

/** The arithmetic behind what is used, and every bound of what is proposed. */
export function LimitFolds({ standing }: { standing: Standing }) {
  const { say } = useDesk();
  const { parts, exposure, limit, currency, grade } = standing;
  return (
    <>
      {parts && exposure !== undefined ? (
        <Fold title={say("how.title")}>
          <ExposureSums {...{ parts, exposure, limit, currency }} />
        </Fold>
      ) : null}
      {grade.limitBounds.length > 0 ? (
        <Fold title={say("limit.bounds")}>
          <Bounds bounds={grade.limitBounds} currency={currency} />
        </Fold>
      ) : null}
    </>
  );
}

/** What the bar does not say: a limit that is none by amount or in another currency, and its last day. */
function AgreedLimit({ standing }: { standing: Standing }) {
  const { say, language } = useDesk();
  const { agreed, asOf, limit: drawn, exposure, currency: own } = standing;
  const { limitType, limit, currency, until } = agreed;
  const isSaid = drawn !== undefined && exposure !== undefined && currency === own;
  const day = until ? dayText(until, language) : "";
  return (
    <dl class="sums">
      {isSaid ? null : (
        <div>
          <dt>{say("limit.inForce")}</dt>
          <dd>
            {limitType === "amount" && limit !== undefined ? (
              <Amount value={limit} currency={currency} />
            ) : (
              limitTypeWord(limitType, language)
            )}
          </dd>
        </div>
      )}
      {until ? (
        <div>
          <dt>{say("limit.until")}</dt>
          <dd>{until < asOf ? <span class="late">{say("limit.expired", { day })}</span> : day}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Proposal({ standing: { grade, currency } }: { standing: Standing }) {
  const { say } = useDesk();
  const { suggestedLimit, suggestedTerms } = grade;
  return (
    <dl class="sums">
      <div>
        <dt>{say("limit.proposed")}</dt>
        <dd>
          <Amount value={suggestedLimit} currency={currency} />
        </dd>
      </div>
      <div>
        <dt>{say("limit.terms")}</dt>
        <dd>{daysText(suggestedTerms.days, say)}</dd>
      </div>
      <div>
        <dt>{say("limit.deposit")}</dt>
        <dd>{depositText(suggestedTerms.deposit, say)}</dd>
      </div>
    </dl>
  );
}

function daysText(days: number, say: Say): string {
  return days === 0 ? say("limit.cash") : say("limit.termDays", { days });
}

function depositText(basisPoints: number, say: Say): string {
  return basisPoints === 0 ? say("limit.noDeposit") : say("limit.depositShare", { share: basisPoints / 100 });
}

const BOUNDS = {
  need: "limit.bound.need",
  gradeShare: "limit.bound.gradeShare",
  gradeCap: "limit.bound.gradeCap",
  capacity: "limit.bound.capacity",
} as const;

/** Every bound; the first is the one that binds, and it is said so. */
function Bounds({ bounds, currency }: { bounds: Standing["grade"]["limitBounds"]; currency: string }) {
  const { say } = useDesk();
  return (
    <dl class="sums">
      {bounds.map(({ kind, amount }, at) => (
        <div key={kind}>
          <dt>
            {say(BOUNDS[kind])}
            {at === 0 ? <span class="binding">{say("limit.binding")}</span> : null}
          </dt>
          <dd>
            <Amount value={amount} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
