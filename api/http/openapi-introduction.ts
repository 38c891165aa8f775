/** What a reader of the document should know before the first call; Markdown. */
export const INTRODUCTION = `Share geospatial rasters by password-protected, expiring links, and serve them as map tiles.

**Calls.** Every operation is a \`POST\` of one JSON object to \`/v1/op/{operation_id}\`. The same operation is at
\`/v1/{resource}/{action}\`, its \`x-resource-path\`. Fields that an operation does not know are refused.

**Credentials.** Send an API key (\`gpra_…\`) or a session token as \`Authorization: Bearer …\`. An operation names the
scope that it needs in \`x-required-scope\`. Operations of the holder of a link need no bearer: the link's token and
password authenticate by themselves.

**Map addresses.** Map clients send neither bodies nor headers. \`share.tilejson\` answers addresses with a grant in
their path, for tiles, WMTS and legends; they live as long as the owner of the link chose.

**Failures** are problem objects (RFC 9457) with a stable \`type\`, a \`detail\` that says what to do, and a
\`request_id\`. Input that breaks a rule is a 422 that names its fields, at most twenty.

**Retries.** A call with an \`Idempotency-Key\` is carried out once: a repetition within 24 hours answers the same, with
\`Idempotent-Replayed: true\`. 429 and 503 say in \`Retry-After\` when to come back. Reads can be repeated at any time.

**Lists** take \`limit\` and \`offset\` and answer \`next_offset\`, which is null on the last page.

**Times** are RFC 3339 with an offset, such as \`2026-12-31T23:59:59Z\`. Ids are UUIDs. Amounts of money are decimal
texts beside their currency.

**A first link:**

    curl -sS $URL/v1/op/share.link.create -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
      -d '{"target_type":"item","target_id":"…","password":"seven-green-otters","expires_at":"2026-12-31T23:59:59Z"}'
`;
