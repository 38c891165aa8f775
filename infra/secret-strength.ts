import { parseHostListUrl } from "./host-list-url.ts";

/** Words from examples, tutorials and first drafts. */
const GIVEAWAYS =
  /change.?me|secret|password|passwort|example|default|geopera|insecure|123456|abcdef|qwerty/i;

const LENGTH_MIN = 24;

/**
 * Fewer different characters are a pattern: of 24 random hexadecimal digits, one in many millions has fewer.
 */
const DIFFERENT_MIN = 8;

/** The reason why a secret is too weak for production, or undefined. */
export function secretFault(secret: string): string | undefined {
  if (secret.length < LENGTH_MIN) return `must have at least ${LENGTH_MIN} characters in production`;
  if (new Set(secret).size < DIFFERENT_MIN) return "repeats itself; make a random one";
  // A random secret contains such a word about once in a million; a typed one often does.
  if (GIVEAWAYS.test(secret) && secret.length < 64) return "looks like an example; make a random one";
  return undefined;
}

const GUESSED_FIRST = new Set([
  "",
  "postgres",
  "password",
  "admin",
  "root",
  "redis",
  "geopera",
  "secret",
  "changeme",
  "test",
  "123456",
]);

/**
 * The reason why the password in a server's URL is too weak for production, or undefined. A URL without one
 * relies on certificates or the network.
 */
export function urlPasswordFault(url: string): string | undefined {
  const { username = "", password = "" } = parseHostListUrl(url) ?? {};
  if (password === "") return undefined;
  const plain = password.toLowerCase();
  if (GUESSED_FIRST.has(plain) || plain === username.toLowerCase()) {
    return "has the password that is guessed first";
  }
  return plain.length < 8 ? "has a password of fewer than 8 characters" : undefined;
}
