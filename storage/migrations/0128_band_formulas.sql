-- Calculations that an organization has given a name.

create table band_formulas (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  display_name text,
  formula text not null,
  description text,
  colormap text not null,
  value_range double precision[] not null,
  category text not null,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index band_formulas_name on band_formulas (organization_id, lower(name));
