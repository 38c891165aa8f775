/**
 * The tags of a line of usage, from rows with these names that may be missing: those of the link go before
 * those of the item or collection, the project and the organization.
 */
export const JOINED_TAGS = `coalesce(organizations.tags, '{}') || coalesce(projects.tags, '{}') || coalesce(items.tags, '{}')
  || coalesce(collections.tags, '{}') || coalesce(share_links.tags, '{}')`;

/** {@link JOINED_TAGS} as lines keep them: null where there are none. */
export const LINE_TAGS = `nullif(${JOINED_TAGS}, '{}')`;
