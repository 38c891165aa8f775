import { InvalidArgumentError, type Command } from "commander";
import { CliError } from "../cli-error.ts";
import type { Area, Box } from "./tile-cover.ts";

/** Options for an area of tiles. */
export interface AreaOptions {
  readonly bbox?: Box;
  readonly zoom?: readonly [number, number];
  readonly concurrency?: number;
  readonly yes?: true;
}

/** An area to fetch, and how. */
export interface AreaRequest extends Area {
  readonly concurrency: number;
  /** Whether any number of tiles is allowed. */
  readonly isConfirmed: boolean;
}

const ZOOM_MAX = 24;
const CONCURRENCY = 8;
const CONCURRENCY_MAX = 64;

/** Adds the flags of a command that can fetch a whole area. */
export function addAreaOptions(command: Command): void {
  command
    .optionsGroup("Many tiles:")
    .option(
      "--bbox <west,south,east,north>",
      "fetch all tiles of this area, in degrees, into the folder of -o",
      parseBox,
    )
    .option("--zoom <levels>", "at this zoom level, or these: 3-8", parseZoom)
    .option("--concurrency <number>", `how many at once (default: ${CONCURRENCY})`, parseConcurrency)
    .option("--yes", "fetch them however many they are; the sharer pays for each");
}

/** The requested area; undefined when the command is about one tile. */
export function areaOf({ bbox, zoom, concurrency = CONCURRENCY, yes }: AreaOptions): AreaRequest | undefined {
  if (bbox === undefined && zoom === undefined) return undefined;
  if (bbox === undefined || zoom === undefined) throw new CliError("--bbox and --zoom belong together.");
  const [zoomMin, zoomMax] = zoom;
  return { box: bbox, zoomMin, zoomMax, concurrency, isConfirmed: yes === true };
}

function parseBox(text: string): Box {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...others] = numbers;
  const isBox =
    others.length === 0 &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    south >= -90 &&
    north <= 90 &&
    south <= north;
  if (!isBox)
    throw new InvalidArgumentError(
      "It must be west,south,east,north in degrees, such as 5.9,45.8,10.5,47.8.",
    );
  return [west, south, east, north];
}

function parseZoom(text: string): readonly [number, number] {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  const [minimum, maximum] = [Number(first), Number(last)];
  if (!(minimum <= maximum && maximum <= ZOOM_MAX)) {
    throw new InvalidArgumentError(`It must be a level or a range from 0 to ${ZOOM_MAX}, such as 3-8.`);
  }
  return [minimum, maximum];
}

function parseConcurrency(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= CONCURRENCY_MAX) return number;
  throw new InvalidArgumentError(`It must be from 1 to ${CONCURRENCY_MAX}.`);
}
