-- What comparing the layers of usage found, organization by organization.

create table reconciliation_runs (
  id uuid primary key,
  -- The same for all organizations that were compared at once.
  batch_id uuid not null,
  organization_id uuid not null,
  -- The first day that was compared; the last one is that of the comparison.
  first_day date not null,
  threshold_bytes bigint not null,
  -- By how much the layers differ at most: in bytes, and in tiles, 304s and openings.
  drift_bytes bigint not null,
  drift_count bigint not null,
  flagged boolean not null,
  -- The sums of each layer.
  layers jsonb not null,
  created_by text,
  created_at timestamptz not null default now()
);
create index reconciliation_runs_organization on reconciliation_runs (organization_id, created_at desc);
create index reconciliation_runs_created on reconciliation_runs (created_at desc);
create index reconciliation_runs_flagged on reconciliation_runs (created_at desc) where flagged;
