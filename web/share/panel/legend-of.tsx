import type { Legend } from "../../client/shared-map.ts";
import { useWording } from "../../languages/translate.ts";

/** The key to the colours of a map; nothing where they have none. */
export function LegendOf({ legend }: { legend: Legend | undefined }) {
  const { t } = useWording();
  if (legend === undefined || !saysSomething(legend)) return null;
  return (
    <section class="legend" aria-label={t("panel.legend")}>
      {legend.title ? <p class="legend-title">{titleOf(legend)}</p> : null}
      {legend.kind === "ramp" ? <Ramp legend={legend} /> : null}
      {legend.kind === "classes" ? <Classes legend={legend} /> : null}
      {legend.kind === "rgb" ? <ColourBands legend={legend} /> : null}
      {legend.varies ? <p class="hint">{t("panel.legendVaries")}</p> : null}
    </section>
  );
}

/** Whether there is a key. That three bands without names are red, green and blue needs none. */
function saysSomething({ kind, bands = [] }: Legend): boolean {
  return kind !== "none" && (kind !== "rgb" || bands.some(({ name }) => !/^b\d+$/.test(name)));
}

function titleOf({ title = "", unit }: Legend): string {
  return unit ? `${title} (${unit})` : title;
}

/** A ramp is an SVG: the page's policy allows no inline styles, but attributes. */
function Ramp({ legend: { stops = [] } }: { legend: Legend }) {
  const { number } = useWording();
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = last.value - first.value || 1;
  const middle = (first.value + last.value) / 2;
  return (
    <>
      <svg class="ramp" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <linearGradient id="ramp">
            {stops.map(({ value, color }) => (
              <stop key={value} offset={(value - first.value) / span} stop-color={color} />
            ))}
          </linearGradient>
        </defs>
        <rect width="100" height="10" fill="url(#ramp)" />
      </svg>
      <p class="ramp-values">
        <span>{number(first.value)}</span>
        <span>{number(middle, 3)}</span>
        <span>{number(last.value)}</span>
      </p>
    </>
  );
}

function Classes({ legend: { stops = [] } }: { legend: Legend }) {
  const { number } = useWording();
  return (
    <ul class="classes">
      {stops.map(({ value, to, color, label }) => (
        <li key={value}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="2" fill={color} />
          </svg>
          {label ?? (to === undefined ? number(value) : `${number(value)} – ${number(to)}`)}
        </li>
      ))}
    </ul>
  );
}

const CHANNELS: Readonly<Record<string, string>> = { red: "#d33", green: "#2a2", blue: "#33d" };

function ColourBands({ legend: { bands = [] } }: { legend: Legend }) {
  return (
    <ul class="classes">
      {bands.map(({ channel, name }) => (
        <li key={channel}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" rx="2" fill={CHANNELS[channel] ?? "#888"} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
