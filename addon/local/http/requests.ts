import * as z from "zod/mini";
import type { Op } from "../ops.ts";
import type { EditRequest } from "../wire.ts";
import { Refused } from "./refusals.ts";

/** What a browser tab calls itself: random, and never shown. */
const client = z.string().check(z.regex(/^[\w-]{1,64}$/));
const tab = z.string().check(z.minLength(1), z.maxLength(100));
const place = z.int().check(z.gte(1), z.lte(1_000_000));
const size = z.int().check(z.gte(1), z.lte(1_000_000));
const value = z.union([z.string().check(z.maxLength(50_000)), z.number(), z.boolean()]);
const cell = z.union([value, z.strictObject({ f: z.string().check(z.maxLength(50_000)), v: value })]);
const rectangle = {
  tab,
  row: place,
  col: place,
  rows: z.int().check(z.gte(0), z.lte(1_000_000)),
  cols: size,
};
const color = z.string().check(z.regex(/^(#[0-9a-fA-F]{3,8}|rgba?\([\d., ]+\))$/));
const style = z.strictObject({
  bold: z.exactOptional(z.boolean()),
  background: z.exactOptional(color),
  color: z.exactOptional(color),
  wrap: z.exactOptional(z.boolean()),
  align: z.exactOptional(z.enum(["left", "center", "right"])),
});

/**
 * What a person's hand may do in the grid. Whole tabs, columns, properties, protection and lists are
 * made by the add-on only.
 */
const op = z.union([
  z.strictObject({ do: z.literal("set"), tab, row: place, col: place, cells: z.array(z.array(cell)) }),
  z.strictObject({ do: z.enum(["insertRows", "removeRows"]), tab, row: place, count: size }),
  z.strictObject({ do: z.literal("format"), ...rectangle, format: z.string().check(z.maxLength(200)) }),
  z.strictObject({ do: z.literal("style"), ...rectangle, style }),
  z.strictObject({ do: z.literal("width"), tab, col: place, pixels: z.int().check(z.gte(5), z.lte(2000)) }),
]);

const edit = z.strictObject({
  client,
  structure: z.record(z.string(), z.int()),
  ops: z.array(op).check(z.minLength(1), z.maxLength(10_000)),
});
const callName = z.string().check(z.regex(/^[A-Za-z$]\w{0,99}$/));
const call = z.strictObject({
  client,
  name: callName,
  args: z.array(z.unknown()),
});
const login = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  passphrase: z.string().check(z.minLength(1), z.maxLength(1000)),
});
const command = z.strictObject({
  user: z.string().check(z.maxLength(200)),
  name: callName,
  args: z.array(z.unknown()),
});
const lease = z.strictObject({ client, take: z.optional(z.boolean()), release: z.optional(z.boolean()) });

/** Parses the body of `POST /api/edit`; refuses operations that a browser may not send. */
export function parseEdit(body: unknown): EditRequest & { ops: Op[] } {
  return parsed(edit, body);
}

/** Parses the body of `POST /api/call`. A name that ends with "_" is private, as in Apps Script. */
export function parseCall(body: unknown): z.infer<typeof call> {
  const asked = parsed(call, body);
  if (asked.name.endsWith("_")) throw new Refused("invalid");
  return asked;
}

/** Parses the body of `POST /api/lease`. */
export function parseLease(body: unknown): z.infer<typeof lease> {
  return parsed(lease, body);
}

/** Parses the body of `POST /api/login`. */
export function parseLogIn(body: unknown): z.infer<typeof login> {
  return parsed(login, body);
}

/** Parses the body of `POST /api/command`: a call of the command line, under the name it acts for. */
export function parseCommand(body: unknown): z.infer<typeof command> {
  return parsed(command, body);
}

/** A client's name from an address, or a refusal. */
export function parseClient(text: string | null): string {
  return parsed(client, text);
}

function parsed<T extends z.core.$ZodType>(schema: T, body: unknown): z.output<T> {
  const result = z.safeParse(schema, body);
  if (!result.success) throw new Refused("invalid");
  return result.data;
}
