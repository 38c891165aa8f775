/** Cost-allocation tags of one thing: values by key. */
export type Tags = Readonly<Record<string, string>>;

/** Tags that one thing may have: a line has those of four things at most. */
export const TAGS_MAX = 20;

const KEY = /^[\p{L}\p{N}][\p{L}\p{N} _.:/=+@-]{0,127}$/u;
// oxlint-disable-next-line no-control-regex -- no line of a file may break
const VALUE = /^[^\u0000-\u001f\u007f]{0,256}$/u;

/** Whether text can be the key of a tag. */
export function isTagKey(text: string): boolean {
  return KEY.test(text) && !text.endsWith(" ");
}

/** What is wrong with tags: the key, where it is about one, and the remedy; undefined for good ones. */
export function tagsFault(tags: Tags): { readonly key?: string; readonly message: string } | undefined {
  const entries = Object.entries(tags);
  if (entries.length > TAGS_MAX) return { message: `must be at most ${TAGS_MAX} tags` };
  for (const [key, value] of entries) {
    if (!isTagKey(key))
      return {
        key,
        message:
          "is no key of a tag: it has 1 to 128 letters, digits, spaces and _ . : / = + @ -, and begins with a letter or digit",
      };
    if (!VALUE.test(value) || !value.isWellFormed())
      return { key, message: "must have at most 256 characters and no control characters" };
  }
  return undefined;
}
