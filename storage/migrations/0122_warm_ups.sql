-- Tiles that are drawn before anybody looks, in the background. What is left to do stands here, so that any process can go on with it.

create table warm_ups (
  id uuid primary key,
  organization_id uuid not null references organizations,
  project_id uuid not null,
  target_type text not null check (target_type in ('link', 'item', 'collection')),
  target_id uuid not null,
  -- Null for the default one.
  profile text,
  format text not null,
  size smallint not null,
  quality smallint not null,
  zoom_min smallint not null,
  zoom_max smallint not null,
  -- West, south, east, north; null for all of the target.
  bounds double precision[],
  -- As counted at the start.
  tiles bigint not null,
  state text not null default 'running' check (state in ('running', 'completed', 'cancelled', 'failed')),
  -- Why it ended before its time, or what it waits for.
  reason text,
  -- Where it goes on: the zoom level, and the group of tiles on the way through it.
  next_zoom smallint not null,
  next_group bigint not null default 0,
  tiles_done bigint not null default 0,
  tiles_drawn bigint not null default 0,
  tiles_empty bigint not null default 0,
  tiles_failed bigint not null default 0,
  bytes_drawn bigint not null default 0,
  -- The process that works on it, until when; another one goes on after that.
  leased_by text,
  leased_until timestamptz,
  -- When it is tried again.
  next_at timestamptz not null default now(),
  -- Who was served longest ago is next.
  served_at timestamptz not null default now(),
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ended_at timestamptz
);
create index warm_ups_organization on warm_ups (organization_id, created_at);
create index warm_ups_running on warm_ups (served_at) where state = 'running';
create index warm_ups_ended on warm_ups (ended_at) where ended_at is not null;
