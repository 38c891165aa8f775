/** What the body of an operation may hold; more is refused before it is parsed. */
export interface BodyLimits {
  readonly bytes: number;
  /** Keys of one object. */
  readonly keys: number;
}

const KIB = 1024;
const KEYS = 1_000;

/** The body limits of operations by what they carry. docs/operating.md explains them. */
export const BODY_LIMITS = {
  /** A token, a password and a tile address: all that strangers may send. */
  redeem: { bytes: 4 * KIB, keys: 50 },
  /** Ids, names, numbers: the limits of an operation that declares none. */
  plain: { bytes: 16 * KIB, keys: KEYS },
  /** Descriptions of 10,000 characters, lists of origins or of prices. */
  text: { bytes: 64 * KIB, keys: KEYS },
  /** Geometries and properties. */
  item: { bytes: 256 * KIB, keys: KEYS },
  /** Lists of classes, which are the keys of one object. */
  profile: { bytes: 256 * KIB, keys: 4_200 },
} as const satisfies Record<string, BodyLimits>;
