import { type Change, type Fields, nameKey, type Problem, type User } from "../../../core/index.ts";
import type { Desk, TypedChange, TypedTable } from "./desk.ts";
import { textsOf } from "./typed-fields.ts";
import type { TypedRow } from "./typed-row.ts";

/** Users 用户 that people typed: who works here, as what. A passphrase is not given here. */
export const typedUsers: TypedTable = {
  needs: ["name", "role"],
  filled: () => ["active"],
  add: (row, desk) => userFrom(row, row.fields, desk.ids.other(), desk),
  change: ({ row, fields, known }: TypedChange, desk) => userFrom(row, fields, known.id, desk),
};

/** No two active users have one name. */
function userFrom(row: TypedRow, fields: Fields, id: string, desk: Desk): readonly Change[] | Problem {
  const name = String(fields.name);
  const active = fields.active !== false;
  const isTaken = desk.scratch.book.users.some(
    (user) => active && user.active && user.id !== id && nameKey(user.name) === nameKey(name),
  );
  if (isTaken) return { kind: "valueTaken", place: desk.place(row, "name"), found: name };
  const user: User = {
    id,
    name,
    role: fields.role as User["role"],
    active,
    ...textsOf(fields, ["team"]),
  };
  return [{ put: "user", row: user }];
}
