-- What was served. Events are partitioned by UTC day; an event's id and time never change, so that (event_id, occurred_at) is unique
-- by the event alone and recording an event twice leaves one row.

create table usage_events (
  event_id uuid not null,
  occurred_at timestamptz not null,
  kind text not null check (kind in ('tile', 'access')),
  organization_id uuid not null,
  link_id uuid not null,
  item_id uuid not null,
  bytes integer not null,
  cache_result text not null,
  status smallint not null,
  recorded_at timestamptz not null default now(),
  primary key (event_id, occurred_at)
) partition by range (occurred_at);

-- Hourly sums, written in the transaction that inserts the events. item_id is the link's target: an item or a collection.
create table usage_rollups (
  organization_id uuid not null,
  hour timestamptz not null,
  link_id uuid not null,
  item_id uuid not null,
  tile_requests bigint not null default 0,
  tile_bytes bigint not null default 0,
  not_modified bigint not null default 0,
  accesses bigint not null default 0,
  primary key (organization_id, hour, link_id, item_id)
);
