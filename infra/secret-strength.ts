/** What stands in examples, tutorials and first drafts. */
const GIVEAWAYS =
  /change.?me|secret|password|passwort|example|default|geopera|insecure|123456|abcdef|qwerty/i;

const LENGTH_MIN = 24;

/** Fewer different characters than this are a pattern, not chance: 24 random hexadecimal digits have fewer once in many millions. */
const DIFFERENT_MIN = 8;

/** Why a secret is too weak for production, or nothing. */
export function secretFault(secret: string): string | undefined {
  if (secret.length < LENGTH_MIN) return `must have at least ${LENGTH_MIN} characters in production`;
  if (new Set(secret).size < DIFFERENT_MIN) return "repeats itself; make a random one";
  // Chance spells such a word about once in a million secrets; people do so all the time.
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

/** Why the password in a server's URL is too weak for production, or nothing; a URL without one relies on certificates or the network. */
export function urlPasswordFault(url: string): string | undefined {
  const { username, password } = new URL(url);
  if (password === "") return undefined;
  const plain = decodeURIComponent(password).toLowerCase();
  if (GUESSED_FIRST.has(plain) || plain === decodeURIComponent(username).toLowerCase()) {
    return "has the password that is guessed first";
  }
  return plain.length < 8 ? "has a password of fewer than 8 characters" : undefined;
}
