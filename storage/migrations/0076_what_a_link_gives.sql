-- What a link gives beyond pictures of the default profile, and where. Links made before this keep what they could do until their
-- owner edits them; new ones give only what is chosen. An added column with a constant default rewrites no row.
alter table share_links
  -- Values as numbers (npy, tif) without the permission `download`.
  add column allow_values boolean not null default true,
  -- Names or ids of profiles besides the default one; null: all.
  add column profiles text[],
  -- Keys of `properties` that the holder sees; null: all.
  add column properties text[],
  add column min_zoom smallint check (min_zoom between 0 and 24),
  add column max_zoom smallint check (max_zoom between 0 and 24),
  -- West, south, east, north in degrees; west > east crosses the antimeridian.
  add column bounds double precision[] check (cardinality(bounds) = 4),
  add column predates_choices boolean not null default true,
  add constraint share_links_zooms check (min_zoom <= max_zoom);
alter table share_links
  alter column allow_values set default false,
  alter column profiles set default '{}',
  alter column properties set default '{}',
  alter column predates_choices set default false;
