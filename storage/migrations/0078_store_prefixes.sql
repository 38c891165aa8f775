-- Parts of the object store outside organizations/{organization}/ that an organization may read, as the operator has decided.
-- The empty prefix stands for everything that is not the system's own.
create table store_prefixes (
  prefix text not null,
  organization_id uuid not null references organizations,
  created_at timestamptz not null default now(),
  primary key (organization_id, prefix)
);
