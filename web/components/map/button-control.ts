import type { IControl } from "maplibre-gl";

/** What a button of the map looks like and does. */
export interface ButtonOptions {
  readonly className: string;
  readonly label: string;
  readonly onClick: () => void;
}

/** A button of the map's own kind: for MapLibre's `addControl`. */
export function createButtonControl({ className, label, onClick }: ButtonOptions): IControl {
  const container = document.createElement("div");
  container.className = "maplibregl-ctrl maplibregl-ctrl-group";
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.title = label;
  button.setAttribute("aria-label", label);
  const icon = document.createElement("span");
  icon.className = "maplibregl-ctrl-icon";
  icon.setAttribute("aria-hidden", "true");
  button.append(icon);
  button.addEventListener("click", onClick);
  container.append(button);
  return { onAdd: () => container, onRemove: () => container.remove() };
}
