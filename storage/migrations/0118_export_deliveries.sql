-- Exports that are delivered every day to a bucket of the customer.

create table export_deliveries (
  id uuid primary key,
  owner_organization_id uuid not null references organizations,
  -- Whose rows; null for all organizations.
  organization_id uuid references organizations,
  name text not null,
  layout text not null,
  format text not null,
  excel boolean not null,
  -- As they were asked for: exports complete them.
  requested_options jsonb not null,
  -- Whether open months are delivered as well.
  provisional boolean not null,
  -- Of the day, in UTC.
  hour smallint not null check (hour between 0 and 23),
  -- Null for Amazon S3.
  endpoint_url text,
  region text not null,
  bucket text not null,
  prefix text not null,
  path_style boolean not null,
  access_key_id text not null,
  -- Encrypted.
  sealed_secret bytea not null,
  active boolean not null default true,
  next_run_at timestamptz not null,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index export_deliveries_owner on export_deliveries (owner_organization_id, created_at);
create index export_deliveries_due on export_deliveries (next_run_at) where active;

create table export_delivery_runs (
  id uuid primary key,
  delivery_id uuid not null references export_deliveries on delete cascade,
  -- Null for a test of the bucket.
  month date,
  export_id uuid references billing_exports on delete set null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- Null once it has ended.
  next_attempt_at timestamptz default now(),
  last_attempt_at timestamptz,
  error text,
  -- Keys in the bucket that were written, in order; the manifest last.
  objects text[] not null default '{}',
  bytes bigint not null default 0,
  is_final boolean,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
-- One at a time for each month, so that files of two never mix.
create unique index export_delivery_runs_pending on export_delivery_runs (delivery_id, month) where status = 'pending' and month is not null;
create index export_delivery_runs_due on export_delivery_runs (next_attempt_at) where status = 'pending';
create index export_delivery_runs_delivery on export_delivery_runs (delivery_id, created_at);
create index export_delivery_runs_export on export_delivery_runs (export_id);
create index export_delivery_runs_age on export_delivery_runs (created_at);
