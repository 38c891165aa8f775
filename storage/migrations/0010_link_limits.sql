-- What the owner of a link can say about it beyond the contract, and how far its limits are used up.

alter table share_links
  add column label text,
  add column allowed_origins text[] not null default '{}';

-- Only links with a limit have a row, so that all others cost nothing to count. Money is in micro-units of the billing currency.
create table share_link_limits (
  link_id uuid primary key references share_links,
  max_views bigint check (max_views > 0),
  max_tiles bigint check (max_tiles > 0),
  spend_limit bigint check (spend_limit > 0),
  views_used bigint not null default 0,
  tiles_used bigint not null default 0,
  spend_used bigint not null default 0,
  -- What the last update granted: how a statement that counts tells its caller the outcome in one step.
  tiles_granted integer not null default 0
);

-- Who opened a link on a day, as a hash under that day's salt. Salts are deleted after two days: then nothing leads back to an address,
-- and the same client cannot be followed from day to day.
create table share_link_clients (
  link_id uuid not null references share_links,
  day date not null,
  client_hash bytea not null,
  primary key (link_id, day, client_hash)
);
create table client_salts (
  day date primary key,
  salt bytea not null
);
