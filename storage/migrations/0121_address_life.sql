-- How long map addresses of a link live. Addresses made before live a day, which is the default. An added column with a
-- constant default rewrites no row.
alter table share_links
  add column address_life text not null default 'day' check (address_life in ('hour', 'day', 'link'));
