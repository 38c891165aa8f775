-- What an organization means to spend in a month: in all, in a project, or by a link. Events tell when usage comes to a share of it.
create table budgets (
  id uuid primary key,
  organization_id uuid not null references organizations,
  project_id uuid references projects,
  link_id uuid references share_links,
  name text not null,
  amount numeric not null check (amount > 0),
  currency text not null,
  -- Percent of the amount.
  thresholds integer[] not null,
  -- Whether a forecast beyond the amount is told as well.
  forecast boolean not null,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (project_id is null or link_id is null)
);
create index budgets_organization on budgets (organization_id, created_at);
