import type { Output } from "../../protocol.ts";
import { useDesk } from "../desk.ts";
import { dayText } from "../words/days.ts";
import { gradeWord } from "./credit-strip.tsx";
import { Fold } from "./fold.tsx";
import { Review } from "./review.tsx";

type Standing = Output<"standing">;
type Graded = Standing["grade"];

/** The grade 等级 with every factor, what caps it, what is missing, what would change it, and its review. */
export function GradeSection({ standing }: { standing: Standing }) {
  const { say } = useDesk();
  const { grade } = standing;
  return (
    <Fold title={say("grade.heading")} aside={gradeWord(standing, say)}>
      {grade.override ? <Overridden grade={grade} override={grade.override} /> : null}
      {grade.caps.length > 0 ? (
        <ul class="caps">
          {grade.caps.map(({ why, text }) => (
            <li key={`${why} ${text}`}>{text}</li>
          ))}
        </ul>
      ) : null}
      <Factors grade={grade} />
      {grade.missing.length > 0 ? (
        <p class="field-hint">
          {say("grade.missing", { factors: grade.missing.map(({ text }) => text).join(say("list.comma")) })}
        </p>
      ) : null}
      <Steps grade={grade} />
      <Review standing={standing} />
    </Fold>
  );
}

function Overridden({ grade, override }: { grade: Graded; override: NonNullable<Graded["override"]> }) {
  const { say, language } = useDesk();
  const { by, until } = override;
  return (
    <p class="lead">
      {until
        ? say("grade.byHandUntil", { grade: grade.grade, by, day: dayText(until, language) })
        : say("grade.byHand", { grade: grade.grade, by })}
    </p>
  );
}

function Factors({ grade }: { grade: Graded }) {
  const { say } = useDesk();
  return (
    <ul class="factors" aria-label={say("grade.heading")}>
      {grade.reasons.map(({ factor, points, most, text }) => (
        <li key={factor}>
          <span>{text}</span>
          <span class="points">{say("grade.points", { points, most })}</span>
        </li>
      ))}
    </ul>
  );
}

function Steps({ grade }: { grade: Graded }) {
  const { say } = useDesk();
  if (grade.steps.length === 0) return null;
  return (
    <>
      <h3>{say("grade.steps")}</h3>
      <ul class="factors">
        {grade.steps.map(({ factor, score, grade: would, text }) => (
          <li key={`${factor} ${score}`}>
            <span>{text}</span>
            <span class="points">{say("grade.step", { grade: would, score })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
