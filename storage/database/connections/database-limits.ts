/** How long statements and waits may take. Beyond that they fail like an unavailable PostgreSQL. */
export interface DatabaseLimits {
  /** A statement, in PostgreSQL. A little later it is given up here, whatever PostgreSQL does. */
  readonly queryMs: number;
  /** The wait of a statement or transaction for a free connection. */
  readonly waitMs: number;
}
