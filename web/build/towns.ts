import cityTimezones from "city-timezones";
import type { Plugin } from "vite";

const NAME = "virtual:towns";

/** Under one name, Vite's own and that of the module it resolves to. */
const RESOLVED = `\0${NAME}`;

/** With coasts and borders, they are to stay below 300 KB as gzip. */
const TOWNS_MAX = 6_000;

/**
 * The towns of Natural Earth's populated places (public domain, 1:10 million), as city-timezones passes them
 * on: reduced to what a map shows, largest first. Names by themselves compress best, and so do places in
 * hundredths of a degree.
 */
export function towns(): Plugin {
  return {
    name: "towns",
    resolveId: (source) => (source === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const largestFirst = [...cityTimezones.cityMapping]
        .sort((one, other) => other.pop - one.pop)
        .slice(0, TOWNS_MAX);
      const names = largestFirst.map(({ city }) => city);
      const hundredths = largestFirst.map(({ lng, lat }) => [lng, lat].map((each) => Math.round(each * 100)));
      return `export const names = ${JSON.stringify(names.join("\n"))}.split("\\n");
export const hundredths = ${JSON.stringify(hundredths.flat())};`;
    },
  };
}
