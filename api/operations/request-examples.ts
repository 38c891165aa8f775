/**
 * What calls look like: by operation, the fields that its example sends besides those that are required, or
 * values of its own. All other examples are those of the fields.
 */
export const REQUEST_EXAMPLES: Readonly<
  Record<string, readonly string[] | Readonly<Record<string, unknown>>>
> = {
  "share.link.create": ["label", "password", "expires_at", "permission", "max_views"],
  "share.link.list": ["target_type", "target_id", "limit"],
  "share.link.validate": ["password"],
  "share.tilejson": ["password"],
  "share.tile.render": ["password", "format"],
  "share.link.update": ["label", "expires_at"],
  "items.create": ["name"],
  "items.list": ["limit", "offset"],
  "items.tile.render": ["profile"],
};
