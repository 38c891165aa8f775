-- What happened to an organization, and who is sent it. An event is written in the transaction of what it tells; deliveries are planned
-- from it afterwards, so that none is lost or invented.

create table events (
  id uuid primary key default gen_random_uuid(),
  -- The order in which events are read; gaps are rolled-back transactions.
  sequence bigint generated always as identity unique,
  organization_id uuid not null references organizations,
  type text not null,
  -- Names what happened: the same is told once.
  fact text not null,
  data jsonb not null,
  occurred_at timestamptz not null default now(),
  -- Null until its deliveries are planned.
  planned_at timestamptz,
  unique (organization_id, type, fact)
);
create index events_unplanned on events (sequence) where planned_at is null;
create index events_organization on events (organization_id, sequence);
create index events_age on events (occurred_at);

create table event_subscriptions (
  id uuid primary key,
  organization_id uuid not null references organizations,
  -- A type of events, or * for all.
  event_type text not null,
  endpoint_url text not null,
  filter_config jsonb not null default '{}',
  description text,
  active boolean not null default true,
  -- Encrypted: the secret that signs, its predecessor while both are valid, and headers, which may hold credentials.
  sealed_secret bytea not null,
  sealed_former_secret bytea,
  former_secret_until timestamptz,
  sealed_headers bytea,
  header_names text[] not null default '{}',
  -- Since the last success: when failures began and how many they are.
  failing_since timestamptz,
  failures integer not null default 0,
  -- After a failure of the endpoint itself nothing is sent before this time.
  resting_until timestamptz,
  disabled_reason text,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index event_subscriptions_organization on event_subscriptions (organization_id, created_at);

create table event_deliveries (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events on delete cascade,
  subscription_id uuid not null references event_subscriptions on delete cascade,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
  -- Of this round: a replay begins with 0.
  attempts integer not null default 0,
  -- Null once it has ended.
  next_attempt_at timestamptz default now(),
  last_attempt_at timestamptz,
  response_status smallint,
  response_excerpt text,
  error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (event_id, subscription_id)
);
create index event_deliveries_due on event_deliveries (subscription_id, next_attempt_at) where status = 'pending';
create index event_deliveries_subscription on event_deliveries (subscription_id, created_at);
create index event_deliveries_age on event_deliveries (created_at);

-- Links that end soon are looked for every minute.
create index share_links_ending on share_links (expires_at) where revoked_at is null;
