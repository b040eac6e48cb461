import { copyOfWorkbook, QuickBench } from "./quick-bench.ts";
import { WarmBundle } from "./warm-bundle.ts";

const running = new WarmBundle();

/** A {@link QuickBench} of today: its clock is the machine's, as the clock of a page that asks it. */
export class RunningBench extends QuickBench {
  override copy(): RunningBench {
    return new RunningBench({ workbook: copyOfWorkbook(this.workbook), zone: this.zone });
  }

  protected override get bundle(): WarmBundle {
    return running;
  }
}
