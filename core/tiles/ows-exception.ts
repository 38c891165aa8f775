import { escapeXml } from "../xml.ts";

/** The codes of OWS Common and WMTS (OGC 06-121r3 table 27, 07-057r7 table 24) that are answered here. */
export type OwsCode =
  | "MissingParameterValue"
  | "InvalidParameterValue"
  | "OperationNotSupported"
  | "TileOutOfRange"
  | "NoApplicableCode";

/** An OWS exception report: what every WMTS client can read. `locator` names the parameter at fault. */
export function owsException(code: string, text: string, locator: string | undefined): string {
  const place = locator === undefined ? "" : ` locator="${escapeXml(locator)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="1.1.0" xml:lang="en">
  <ows:Exception exceptionCode="${escapeXml(code)}"${place}>
    <ows:ExceptionText>${escapeXml(text)}</ows:ExceptionText>
  </ows:Exception>
</ows:ExceptionReport>
`;
}
