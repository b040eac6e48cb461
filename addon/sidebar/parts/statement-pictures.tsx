import { useMemo } from "preact/hooks";
import { type DocumentLanguage, type Statement, statementPictures } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { copyPicture, type Picture, pictureOf } from "../statements/picture.ts";
import { Quiet } from "./buttons.tsx";

interface Props {
  readonly statement: Statement;
  readonly language: DocumentLanguage;
}

/** The statement as pictures to send in a chat, each to be copied. */
export function StatementPictures({ statement, language }: Props) {
  const { say, tell } = useDesk();
  const pictures = useMemo(() => drawn(statement, language), [statement, language]);
  if (pictures.length === 0) return <p class="strip plain">{say("statement.noPicture")}</p>;
  const copy = async (picture: Picture, n: number) => {
    const isCopied = await copyPicture(picture);
    if (isCopied) tell({ text: say("done.pictureCopied", { n }) });
    else tell({ text: say("statement.pictureBarred"), isTrouble: true });
  };
  return (
    <ul class="pictures">
      {pictures.map((picture, at) => {
        const place = { number: statement.number, n: at + 1, of: pictures.length };
        return (
          <li key={place.n}>
            <img
              src={picture.url}
              width={picture.width}
              height={picture.height}
              alt={say("statement.page", place)}
            />
            <Quiet label={say("act.copyPicture")} onPress={() => void copy(picture, place.n)} />
          </li>
        );
      })}
    </ul>
  );
}

/** None where the browser cannot draw: printing and the text are there all the same. */
function drawn(statement: Statement, language: DocumentLanguage): readonly Picture[] {
  try {
    return statementPictures(statement, language).map(pictureOf);
  } catch {
    return [];
  }
}
