/** The first line of every generated Python module. */
export const GENERATED_NOTE =
  "# Generated from docs/openapi.json by `npm run clients`; changes here are lost.";

const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** A name as an attribute of Python: keywords get an underscore behind them. */
export function pythonName(name: string): string {
  return KEYWORDS.has(name) ? `${name}_` : name;
}

/** Whether a name can be a field of a class. */
export function isPythonField(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !KEYWORDS.has(name);
}

/** A value as Python writes it. */
export function pythonLiteral(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map((inner) => pythonLiteral(inner)).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${pythonLiteral(inner)}`,
  );
  return `{${entries.join(", ")}}`;
}

/** A docstring of one line. */
export function docstring(text: string): string {
  return `"""${text.replaceAll("\\", "\\\\").replaceAll('"""', "'''").replace(/"$/, '" ')}"""`;
}

/** The import of those names that a module's text uses. */
export function importUsed(module: string, names: readonly string[], text: string): string {
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return used.length === 0 ? "" : `from ${module} import ${used.join(", ")}\n`;
}
