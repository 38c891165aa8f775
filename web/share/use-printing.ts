import { useEffect, useRef } from "preact/hooks";

/**
 * Prints the picture instead of the page: what WebGL has drawn is gone when a browser prints. Resolves to the
 * element that holds the sheet.
 */
export function usePrinting(compose: () => HTMLCanvasElement | undefined) {
  const sheet = useRef<HTMLDivElement>(null);
  const latest = useRef(compose);
  latest.current = compose;
  useEffect(() => {
    const prepare = () => {
      const picture = latest.current();
      if (picture !== undefined) sheet.current?.replaceChildren(picture);
    };
    const clear = () => sheet.current?.replaceChildren();
    addEventListener("beforeprint", prepare);
    addEventListener("afterprint", clear);
    return () => {
      removeEventListener("beforeprint", prepare);
      removeEventListener("afterprint", clear);
    };
  }, []);
  return sheet;
}
