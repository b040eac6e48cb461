import type { PlainDate } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import type { Fault } from "../forms/typed.ts";
import type { AgingWish } from "./aging-wish.ts";
import { Choice, DateField } from "./fields.tsx";

interface Props {
  readonly wish: AgingWish;
  readonly fault: Fault | undefined;
  readonly basis: "dueDate" | "documentDate";
  readonly monthEnd: PlainDate;
  readonly onWish: (wish: AgingWish) => void;
}

/** As of when, counted from what, added up by whom. */
export function AgingControls({ wish, fault, basis, monthEnd, onWish }: Props) {
  const { say, today } = useDesk();
  const set = (change: Partial<AgingWish>) => onWish({ ...wish, ...change });
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <div class="as-of-line">
        <DateField
          id="as-of"
          label={say("field.asOf")}
          today={today}
          value={wish.asOf}
          fault={fault}
          onValue={(asOf) => set({ asOf })}
        />
        <div class="chips">
          <button type="button" aria-pressed={wish.asOf === today} onClick={() => set({ asOf: today })}>
            {say("aging.asOf.today")}
          </button>
          <button type="button" aria-pressed={wish.asOf === monthEnd} onClick={() => set({ asOf: monthEnd })}>
            {say("aging.asOf.monthEnd")}
          </button>
        </div>
      </div>
      <Choice
        label={say("field.basis")}
        value={basis}
        options={[
          { value: "dueDate", label: say("aging.basis.dueDate") },
          { value: "documentDate", label: say("aging.basis.documentDate") },
        ]}
        onValue={(value) => set({ basis: value })}
      />
      <Choice
        label={say("field.by")}
        value={wish.by}
        options={[
          { value: "customer", label: say("aging.by.customer") },
          { value: "payer", label: say("aging.by.payer") },
          { value: "salesperson", label: say("aging.by.salesperson") },
        ]}
        onValue={(by) => set({ by, salesperson: undefined })}
      />
    </form>
  );
}
