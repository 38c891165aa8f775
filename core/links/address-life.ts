/** How long map addresses of a link live by themselves, in seconds; null: as long as the link. */
const LIFE_SECONDS = { hour: 3_600, day: 86_400, link: null } as const;

/** How long map addresses of a link live, as its owner chooses. */
export type AddressLife = keyof typeof LIFE_SECONDS;

/** Every {@link AddressLife}, the shortest first. */
export const ADDRESS_LIVES = ["hour", "day", "link"] as const satisfies readonly AddressLife[];

/** The end of addresses that have none of their own: a link that is extended extends them. */
const NO_END_SECONDS = 0xffff_ffff;

/** When addresses made now end by themselves, in seconds since 1970; they also end with their link. */
export function addressEnd(life: AddressLife, nowMs: number): number {
  const seconds = LIFE_SECONDS[life];
  return seconds === null ? NO_END_SECONDS : Math.floor(nowMs / 1000) + seconds;
}

/** Whether addresses that were made under one choice may outlive what another one allows. */
export function outlives(made: AddressLife, allowed: AddressLife): boolean {
  return ADDRESS_LIVES.indexOf(made) > ADDRESS_LIVES.indexOf(allowed);
}
