/** A running system to attack, known by its URL and by keys alone. */
export interface AbuseTarget {
  readonly url: string;
  /** The first is the victim; attackers own the others. */
  readonly organizations: readonly AbuseOrganization[];
  /** A GeoTIFF in EPSG:4326 with overviews, for uploads. */
  readonly scene: string;
  /** Opens `/metrics`, where it is known. */
  readonly operatorKey?: string;
  /** Where the target keeps what grows, for rows about growth; they are left out without it. */
  readonly storage?: {
    readonly databaseUrl: string;
    readonly redisUrl: string;
    readonly redisPrefix: string;
  };
  /** A few seconds for each row, for CI; otherwise a minute or so. */
  readonly short: boolean;
}

/** An organization of the target: a key with every scope, and a person who can log in. */
export interface AbuseOrganization {
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
}
