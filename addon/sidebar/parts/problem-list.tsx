import { type Problem, problemText } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";

/** More sentences than this are only counted. */
const SHOWN = 50;

/** Problems as sentences: place, found, expected, what to do. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const { language } = useDesk();
  return (
    <ul class="rows problems">
      {problems.slice(0, SHOWN).map((problem) => {
        const text = problemText(problem, language);
        return (
          <li class="row" key={text}>
            <p class="row-plain">{text}</p>
          </li>
        );
      })}
    </ul>
  );
}
