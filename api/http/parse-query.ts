/**
 * The query of a URL: text by name. Of a name that is repeated the first value counts, as with headers, so no
 * handler meets a list where it takes a text.
 */
export function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (!Object.hasOwn(query, name) && name !== "__proto__") query[name] = value;
  }
  return query;
}
