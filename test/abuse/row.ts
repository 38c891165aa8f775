/** A running system to attack, known by its URL and by keys alone. */
export interface AbuseTarget {
  readonly url: string;
  /** The first is the victim; attackers own the others. */
  readonly organizations: readonly AbuseOrganization[];
  /** A GeoTIFF in EPSG:4326 with overviews, for uploads. */
  readonly scene: string;
  /**
   * For how long at most the API's event loop has calculated at a time since a time (epoch milliseconds). It
   * resolves after the second that it is for.
   */
  readonly blockedMs?: (since: number) => Promise<number>;
  /** Where the target keeps what grows, for rows about growth; they are left out without it. */
  readonly storage?: {
    readonly databaseUrl: string;
    readonly redisUrl: string;
    /** Of logs, journals and tiles. */
    readonly folders: readonly string[];
  };
  /** The folder of the target's store, where it is one; rows about files are left out without it. */
  readonly store?: string;
  /** Copies the scene into a folder of the store; answers its key. */
  readonly copyScene: (folder: string) => Promise<string>;
  /** Resident bytes of the largest render process now, and what it may have. */
  readonly renderMemory?: { readonly bytes: () => Promise<number>; readonly bound: number };
  /** A few seconds for each row, for CI; otherwise a minute or so. */
  readonly short: boolean;
}

/** An organization of the target: a key with every scope, and a person who can log in. */
export interface AbuseOrganization {
  readonly id: string;
  readonly apiKey: string;
  readonly person?: { readonly email: string; readonly password: string };
}

/** One line of the table: what a victim gets without and under an attack. */
export interface Row {
  readonly attack: string;
  readonly victim: string;
  readonly quiet: string;
  readonly attacked: string;
  readonly goal: string;
  readonly met: boolean;
  /** How many victims were refused under the attack, where victims send requests. */
  readonly refused?: number;
}
