/** The address of the service without a slash at its end; throws a TypeError that explains what it takes. */
export function baseUrlOf(given: string | URL): string {
  const text = String(given);
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new TypeError(
      `baseUrl ${JSON.stringify(text)} is no address; it should look like https://share.example.org`,
    );
  }
  return new URL(text).href.replace(/\/+$/, "");
}
