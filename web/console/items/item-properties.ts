/** The kinds of a property's value; `json` for lists, objects and nothing. */
export const PROPERTY_KINDS = ["text", "number", "boolean", "json"] as const;

/** One of {@link PROPERTY_KINDS}. */
export type PropertyKind = (typeof PROPERTY_KINDS)[number];

/** A property as it is edited. */
export interface PropertyRow {
  readonly key: string;
  readonly kind: PropertyKind;
  readonly text: string;
}

/** What is wrong with a row. */
export type PropertyFault = "key" | "twice" | PropertyKind;

/** The rows of an image's properties; each keeps its JSON type. */
export function rowsOf(properties: Readonly<Record<string, unknown>>): PropertyRow[] {
  return Object.entries(properties).map(([key, value]) => {
    switch (typeof value) {
      case "string":
        return { key, kind: "text", text: value };
      case "number":
      case "boolean":
        return { key, kind: typeof value === "number" ? "number" : "boolean", text: String(value) };
      default:
        return { key, kind: "json", text: JSON.stringify(value) };
    }
  });
}

/** The properties that rows say, or the faults by the row's place. */
export function propertiesOf(
  rows: readonly PropertyRow[],
):
  | { readonly properties: Readonly<Record<string, unknown>> }
  | { readonly faults: ReadonlyMap<number, PropertyFault> } {
  const faults = new Map<number, PropertyFault>();
  const entries = rows.map(({ key, kind, text }, at): [string, unknown] => {
    const value = valueOf(kind, text);
    if (value === undefined) faults.set(at, kind);
    if (key.trim() === "") faults.set(at, "key");
    else if (rows.findIndex((row) => row.key.trim() === key.trim()) !== at) faults.set(at, "twice");
    return [key.trim(), value];
  });
  return faults.size > 0 ? { faults } : { properties: Object.fromEntries(entries) };
}

function valueOf(kind: PropertyKind, text: string): unknown {
  switch (kind) {
    case "text":
      return text;
    case "number": {
      const number = text.trim() === "" ? NaN : Number(text);
      return Number.isFinite(number) ? number : undefined;
    }
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "json":
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
  }
}
