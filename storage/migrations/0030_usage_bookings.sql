-- Every sum is booked in a month. An event that arrives after its month was sealed is booked in the first month that is still open, so that
-- what a sealed month holds never changes again.

create table billing_books (
  only_row boolean primary key default true check (only_row),
  -- First day of the last sealed month; null while no month was ever closed.
  sealed_through date check (sealed_through = date_trunc('month', sealed_through)::date)
);
insert into billing_books default values;

alter table usage_rollups add column booked_in date;
update usage_rollups set booked_in = date_trunc('month', hour at time zone 'UTC')::date;
alter table usage_rollups alter column booked_in set not null;
alter table usage_rollups drop constraint usage_rollups_pkey;
-- The order of the key is the order of exports.
alter table usage_rollups add primary key (booked_in, organization_id, hour, link_id, item_id);
-- Counters change often: updates within the page.
alter table usage_rollups set (fillfactor = 70);

-- The same sums by month: what statements are made of and what usage.current answers from.
create table usage_months (
  booked_in date not null,
  organization_id uuid not null,
  month date not null check (month <= booked_in),
  link_id uuid not null,
  item_id uuid not null,
  tile_requests bigint not null default 0,
  tile_bytes bigint not null default 0,
  not_modified bigint not null default 0,
  accesses bigint not null default 0,
  primary key (booked_in, organization_id, month, link_id, item_id)
) with (fillfactor = 70);
create index usage_months_organization on usage_months (organization_id, month)
  include (tile_requests, tile_bytes, not_modified, accesses);
insert into usage_months
select booked_in, organization_id, booked_in, link_id, item_id,
  sum(tile_requests), sum(tile_bytes), sum(not_modified), sum(accesses)
from usage_rollups group by 1, 2, 3, 4, 5;

-- Events whose clock ran ahead, with the time they count at: decided once, so that recording them again finds the same row.
create table usage_reclocked (
  event_id uuid primary key,
  claimed_at timestamptz not null,
  occurred_at timestamptz not null
);
create index usage_reclocked_claimed on usage_reclocked (claimed_at);

-- What a day's raw events summed up to when they were dropped.
create table usage_retired_days (
  day date not null,
  organization_id uuid not null,
  events bigint not null,
  tile_requests bigint not null,
  tile_bytes bigint not null,
  not_modified bigint not null,
  accesses bigint not null,
  retired_at timestamptz not null default now(),
  primary key (day, organization_id)
);
