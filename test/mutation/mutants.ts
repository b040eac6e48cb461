import { parseSync } from "vite";

/** One small change of a source text: from `start` to `end` stands `put` instead. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly put: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

type Change = readonly [start: number, end: number, put: string];

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
};

const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toUpperCase: "toLowerCase",
  toLowerCase: "toUpperCase",
  floor: "ceil",
  trunc: "round",
};

const LEFT_OUT_CALLS = new Set(["filter", "sort", "slice", "trim", "reverse", "flush", "push", "set"]);

/** Every small change that a careless hand could make in a source text; types and sentences are left alone. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const { program, errors } = parseSync(file, text, { lang: "ts" });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Change[] = [];
  walk(program as unknown as Node, text, found);
  return found.map(([start, end, put]) => ({
    start,
    end,
    put,
    line: text.slice(0, start).split("\n").length,
  }));
}

/** The text with one change made. */
export function mutated(text: string, { start, end, put }: Mutant): string {
  return text.slice(0, start) + put + text.slice(end);
}

function walk(node: Node, text: string, found: Change[]): void {
  if (isLeftAlone(node)) return;
  found.push(...changesOf(node, text));
  for (const [key, value] of Object.entries(node)) {
    if (key === "typeAnnotation" || key === "returnType" || key === "typeParameters") continue;
    const children = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child) && !isFallback(node, child)) walk(child, text, found);
  }
}

/** A literal that the compiler wants for what cannot be missing: nothing can tell another one from it. */
function isFallback(node: Node, child: Node): boolean {
  const isDefault = node.type === "AssignmentPattern" || node.operator === "??";
  return isDefault && child === node.right && child.type === "Literal";
}

/** Types, imports, sentences for ourselves, and keys of objects. */
function isLeftAlone(node: Node): boolean {
  if (node.type.startsWith("TS")) return !["TSAsExpression", "TSNonNullExpression"].includes(node.type);
  if (node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration") return true;
  const callee = node.type === "CallExpression" && isNode(node.callee) ? node.callee : undefined;
  return callee?.type === "Identifier" && callee.name === "assert";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function changesOf(node: Node, text: string): Change[] {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return operatorChanges(node, text);
    case "UnaryExpression":
      return node.operator === "!" || node.operator === "-" ? [[node.start, node.start + 1, ""]] : [];
    case "ConditionalExpression":
    case "IfStatement":
      return isNode(node.test) ? ["true", "false"].flatMap((put) => at(node.test, put)) : [];
    case "FunctionDeclaration":
      return isNode(node.body) ? at(node.body, "{}") : [];
    case "ArrowFunctionExpression":
      return isNode(node.body) && node.body.type !== "BlockStatement" ? at(node.body, "(undefined)") : [];
    case "CallExpression":
      return callChanges(node, text);
    case "Literal":
      return literalChanges(node, text);
    case "ArrayExpression":
      return text.slice(node.start, node.end) === "[]" ? [] : at(node, "[]");
    default:
      return [];
  }
}

function at(node: unknown, put: string): Change[] {
  return isNode(node) ? [[node.start, node.end, put]] : [];
}

function operatorChanges(node: Node, text: string): Change[] {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right) || typeof operator !== "string") return [];
  if (isFallback(node, right)) return [];
  const start = text.indexOf(operator, left.end);
  return (OPERATORS[operator] ?? []).map((put): Change => [start, start + operator.length, put]);
}

function callChanges(node: Node, text: string): Change[] {
  const { callee } = node;
  if (!isNode(callee) || callee.type !== "MemberExpression" || !isNode(callee.property)) return [];
  const name = text.slice(callee.property.start, callee.property.end);
  const other = METHODS[name];
  if (other !== undefined) return at(callee.property, other);
  if (!LEFT_OUT_CALLS.has(name) || !isNode(callee.object)) return [];
  return [[callee.object.end, node.end, ""]];
}

function literalChanges(node: Node, text: string): Change[] {
  const { value } = node;
  if (typeof value === "boolean") return at(node, String(!value));
  if (typeof value === "number") return at(node, String(value + 1));
  if (typeof value !== "string") return [];
  return at(node, text.slice(node.start, node.end) === '""' ? '"x"' : '""');
}
