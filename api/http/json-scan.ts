/** How deeply a body may be nested. Deeper ones attack parsers and PostgreSQL's stack. */
const DEPTH_MAX = 32;

/** The fault of JSON text that would cost too much to parse or to check; undefined for all other text. */
export function scanJson(text: Uint8Array, keysMax: number): string | undefined {
  const keys = new Uint32Array(DEPTH_MAX + 1);
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text[index];
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (depth > DEPTH_MAX) return `The body is nested deeper than ${DEPTH_MAX} levels.`;
      keys[depth] = 0;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth = Math.max(0, depth - 1);
    else if (code === COLON) {
      const count = (keys[depth] ?? 0) + 1;
      if (count > keysMax) return `An object in the body has more than ${keysMax} keys.`;
      keys[depth] = count;
    }
  }
  return undefined;
}

/** The dotted path of a key that reaches for an object's prototype; undefined when there is none. */
export function prototypePath(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const isReach = key === "__proto__" || (key === "constructor" && hasOwnPrototype(inner));
    if (isReach) return key;
    const path = prototypePath(inner);
    if (path !== undefined) return `${key.slice(0, 100)}.${path}`;
  }
  return undefined;
}

function hasOwnPrototype(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "prototype");
}

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
