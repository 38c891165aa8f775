/** A row in its wire form: dates as ISO 8601 text. */
export type Wire<Row> = {
  -readonly [Field in keyof Row]: Row[Field] extends Date
    ? string
    : Row[Field] extends Date | null
      ? string | null
      : Row[Field];
};

/** Picks fields of a row and turns dates into text. */
export function toWire<Row extends object, Field extends keyof Row>(
  row: Row,
  fields: readonly Field[],
): Wire<Pick<Row, Field>> {
  const wire = fields.map((field) => {
    const value = row[field];
    return [field, value instanceof Date ? value.toISOString() : value] as const;
  });
  return Object.fromEntries(wire) as Wire<Pick<Row, Field>>;
}
