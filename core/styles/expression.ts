/** A calculation over bands, checked and with resolved names. It is plain data and never runs as code. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "band"; readonly band: number }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly Expression[] };

/** The number of operands of each function and operator; comparisons give 1 or 0. */
export const FUNCTIONS = {
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  power: 2,
  negate: 1,
  less: 2,
  less_equal: 2,
  greater: 2,
  greater_equal: 2,
  equal: 2,
  not_equal: 2,
  and: 2,
  or: 2,
  where: 3,
  min: 2,
  max: 2,
  sqrt: 1,
  log: 1,
  log10: 1,
  exp: 1,
  abs: 1,
} as const satisfies Record<string, number>;

/** A function or operator of {@link FUNCTIONS}. */
export type FunctionName = keyof typeof FUNCTIONS;

const OPERATORS: readonly Readonly<Record<string, FunctionName>>[] = [
  { "||": "or" },
  { "&&": "and" },
  {
    "<": "less",
    "<=": "less_equal",
    ">": "greater",
    ">=": "greater_equal",
    "==": "equal",
    "!=": "not_equal",
  },
  { "+": "add", "-": "subtract" },
  { "*": "multiply", "/": "divide" },
];

/** Functions that are called by name. */
const NAMED = new Set<string>(["where", "min", "max", "sqrt", "log", "log10", "exp", "abs"]);

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|"([^"]*)"|(\|\||&&|<=|>=|==|!=|\*\*|[-+*/^<>(),]))/y;

const LENGTH_MAX = 4_000;
/** Parentheses are not counted: the canonical text has more of them. */
const TOKENS_MAX = 300;
/** Of parentheses, signs and powers within each other. */
const DEPTH_MAX = 200;

interface Token {
  readonly kind: "number" | "name" | "quoted" | "symbol";
  readonly text: string;
  readonly at: number;
}

/** A mistake in an expression, described for its author. */
export class ExpressionFault extends Error {
  override readonly name = "ExpressionFault";
}

/**
 * Parses a calculation such as `(b4-b1)/(b4+b1)` or `where("nir" > 0.3, nir, 0)`. Bands are `b1`, `b2` … or
 * names of `bandNames`, in quotes unless they are plain words. Throws an ExpressionFault. The canonical text
 * of whatever it answers can be parsed again, and is its own canonical text.
 */
export function parseExpression(text: string, bandNames: readonly (string | null)[]): Expression {
  const parsed = parseText(text, bandNames);
  const canonical = formatExpression(parsed);
  if (canonical !== text) requireParsable(canonical, bandNames.length);
  return parsed;
}

function requireParsable(canonical: string, bandCount: number): void {
  try {
    parseText(
      canonical,
      Array.from({ length: bandCount }, () => null),
    );
  } catch (error) {
    throw new ExpressionFault("is too long, or nested too deeply, with all its parentheses", {
      cause: error,
    });
  }
}

function parseText(text: string, bandNames: readonly (string | null)[]): Expression {
  const tokens = tokenize(text);
  let next = 0;
  let depth = 0;
  const peek = () => tokens[next]?.text;
  const isSymbol = (symbol: string) => tokens[next]?.kind === "symbol" && peek() === symbol;
  const fail = (wanted: string): never => {
    const found = tokens[next];
    throw new ExpressionFault(
      found
        ? `expected ${wanted} at character ${found.at + 1}, found ${found.text}`
        : `ends where ${wanted} is expected`,
    );
  };
  const expect = (symbol: string) => (isSymbol(symbol) ? (next += 1) : fail(symbol));

  const parseLevel = (level: number): Expression => {
    const operators = OPERATORS[level];
    if (!operators) return parseUnary();
    let left = parseLevel(level + 1);
    for (
      let symbol = peek();
      tokens[next]?.kind === "symbol" && symbol !== undefined && Object.hasOwn(operators, symbol);
      symbol = peek()
    ) {
      next += 1;
      left = { kind: "call", name: operators[symbol]!, of: [left, parseLevel(level + 1)] };
    }
    return left;
  };
  const parseUnary = (): Expression => {
    if (isSymbol("+") || isSymbol("-")) {
      const negative = peek() === "-";
      next += 1;
      const operand = deeper(parseUnary);
      return negative ? { kind: "call", name: "negate", of: [operand] } : operand;
    }
    const base = parsePrimary();
    if (!isSymbol("^") && !isSymbol("**")) return base;
    next += 1;
    return { kind: "call", name: "power", of: [base, deeper(parseUnary)] };
  };
  const parsePrimary = (): Expression => {
    const token = tokens[next] ?? fail("a value");
    next += 1;
    if (token.kind === "number") return numberOf(token.text);
    if (token.kind === "quoted") return bandNamed(token.text, bandNames);
    if (token.kind === "name" && isSymbol("(")) return parseCall(token);
    if (token.kind === "name") return bandNamed(token.text, bandNames);
    next -= 1;
    if (!isSymbol("(")) return fail("a value");
    next += 1;
    const inner = nested();
    expect(")");
    return inner;
  };
  const parseCall = (token: Token): Expression => {
    const name = token.text.toLowerCase();
    if (!NAMED.has(name))
      throw new ExpressionFault(`knows no function ${token.text}; there are ${[...NAMED].join(", ")}`);
    expect("(");
    const of = [nested()];
    while (isSymbol(",")) {
      next += 1;
      of.push(nested());
    }
    expect(")");
    const wanted = FUNCTIONS[name as FunctionName];
    if (of.length !== wanted) throw new ExpressionFault(`${name} takes ${wanted} values, not ${of.length}`);
    return { kind: "call", name: name as FunctionName, of };
  };
  const deeper = (parse: () => Expression): Expression => {
    depth += 1;
    if (depth > DEPTH_MAX) throw new ExpressionFault("is nested too deeply");
    const inner = parse();
    depth -= 1;
    return inner;
  };
  const nested = () => deeper(() => parseLevel(0));

  const parsed = nested();
  if (next < tokens.length) fail("an operator");
  return parsed;
}

/** The bands of an expression, each once, in ascending order. */
export function bandsOf(expression: Expression): number[] {
  const found = new Set<number>();
  const visit = (part: Expression) => {
    if (part.kind === "band") found.add(part.band);
    if (part.kind === "call") part.of.forEach(visit);
  };
  visit(expression);
  return [...found].sort((a, b) => a - b);
}

/** The bands that an expression names, each once, in their order. */
export function namesIn(text: string): string[] {
  const tokens = tokenize(text);
  const names = tokens.filter(
    ({ kind }, index) => kind === "quoted" || (kind === "name" && tokens[index + 1]?.text !== "("),
  );
  return [...new Set(names.map((token) => token.text))];
}

/**
 * Parses a calculation whose bands have any names, and looks each of them up. Throws an ExpressionFault, also
 * for names without a band.
 */
export function bindBands(text: string, bandOf: (name: string) => number | undefined): Expression {
  const names = namesIn(text);
  const parsed = parseExpression(text, names);
  const bands = names.map(bandOf);
  const missing = names.filter((_, index) => bands[index] === undefined);
  if (missing.length > 0) throw new ExpressionFault(`needs bands that are not there: ${missing.join(", ")}`);
  const bind = (part: Expression): Expression => {
    if (part.kind === "band") return { kind: "band", band: bands[part.band - 1]! };
    return part.kind === "call" ? { ...part, of: part.of.map(bind) } : part;
  };
  return bind(parsed);
}

function tokenize(text: string): Token[] {
  if (text.length > LENGTH_MAX) throw new ExpressionFault(`is longer than ${LENGTH_MAX} characters`);
  const tokens: Token[] = [];
  let parentheses = 0;
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new ExpressionFault(`cannot be read from character ${at + 1} on`);
    const [, number, name, quoted, symbol] = match;
    const kind =
      number !== undefined
        ? "number"
        : name !== undefined
          ? "name"
          : quoted !== undefined
            ? "quoted"
            : "symbol";
    tokens.push({ kind, text: number ?? name ?? quoted ?? symbol ?? "", at });
    if (symbol === "(" || symbol === ")") parentheses += 1;
    if (tokens.length - parentheses > TOKENS_MAX) throw new ExpressionFault("has too many parts");
  }
  return tokens;
}

function numberOf(text: string): Expression {
  const value = Number(text);
  if (Number.isFinite(value)) return { kind: "number", value };
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
  throw new ExpressionFault(`holds a number beyond the largest double: ${shown}`);
}

function bandNamed(name: string, bandNames: readonly (string | null)[]): Expression {
  const band = findBand(name, bandNames);
  if (band === undefined)
    throw new ExpressionFault(`names no band: ${name}; there are b1 to b${bandNames.length}`);
  return { kind: "band", band };
}

/** Finds a band by its exact name, else as `b1`, `b2` …, else by its name in any case. */
export function findBand(name: string, bandNames: readonly (string | null)[]): number | undefined {
  const exact = bandNames.indexOf(name);
  if (exact >= 0) return exact + 1;
  const index = Number(/^b([1-9]\d{0,3})$/.exec(name)?.[1]);
  if (index >= 1 && index <= bandNames.length) return index;
  const similar = bandNames.findIndex((candidate) => candidate?.toLowerCase() === name.toLowerCase());
  return similar >= 0 ? similar + 1 : undefined;
}

/**
 * An expression as canonical text with bands by index, for cache keys and jobs: equal calculations give equal
 * text.
 */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "band":
      return `b${expression.band}`;
    case "call": {
      const operands = expression.of.map(formatExpression);
      if (expression.name === "negate") return `(-${operands[0]})`;
      if (expression.name === "power") return `(${operands.join("^")})`;
      const symbol = SYMBOLS.get(expression.name);
      return symbol === undefined
        ? `${expression.name}(${operands.join(",")})`
        : `(${operands.join(symbol)})`;
    }
  }
}

const SYMBOLS = new Map(
  OPERATORS.flatMap((level) => Object.entries(level).map(([symbol, name]) => [name, symbol] as const)),
);
