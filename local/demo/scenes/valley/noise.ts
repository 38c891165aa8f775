/** A well-mixed 32-bit number of two integers and a seed: the same on every machine. */
export function hash(x: number, y: number, seed: number): number {
  let mixed = Math.imul(x, 0x27d4_eb2d) ^ Math.imul(y, 0x1656_67b1) ^ Math.imul(seed, 0x9e37_79b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** {@link hash} as a number from 0 (inclusive) to 1 (exclusive). */
export function hashUnit(x: number, y: number, seed: number): number {
  return hash(x, y, seed) / 4_294_967_296;
}

/** Smooth value noise from -1 to 1 with features about one unit wide. */
function valueNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const easeX = ease(x - column);
  const easeY = ease(y - row);
  const top = mix(hashUnit(column, row, seed), hashUnit(column + 1, row, seed), easeX);
  const bottom = mix(hashUnit(column, row + 1, seed), hashUnit(column + 1, row + 1, seed), easeX);
  return mix(top, bottom, easeY) * 2 - 1;
}

/** Fractal noise from about -1 to 1: each octave is twice as fine and half as strong as the one before. */
export function fractalNoise(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0;
  let amplitude = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += amplitude * valueNoise(x * 2 ** octave, y * 2 ** octave, seed + octave);
    total += amplitude;
    amplitude /= 2;
  }
  return (sum / total) * 1.6;
}

/** The value a share of the way from one number to another. */
export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
