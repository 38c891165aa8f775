-- Exports of a month that is not closed: what its statements would be now is kept here until the files are written, so that all files of an
-- export say the same while usage goes on.

alter table billing_exports
  -- Null for exports of closed months. Else what the manifest says: the time that the export is of, and organizations without statements.
  add column provisional jsonb;

create table provisional_statements (
  export_id uuid not null references billing_exports on delete cascade,
  like statements including defaults,
  primary key (export_id, id)
);
create table provisional_lines (
  export_id uuid not null references billing_exports on delete cascade,
  like statement_lines including defaults,
  primary key (export_id, organization_id, statement_id, number)
);
create table provisional_usage (
  export_id uuid not null references billing_exports on delete cascade,
  like usage_rollups including defaults,
  primary key (export_id, organization_id, hour, link_id, target_id)
);

-- Provisional exports go when later ones are there.
create or replace function refuse_completed_export() returns trigger language plpgsql as $$
begin
  if exists (select from billing_exports where id = old.export_id and status = 'completed' and provisional is null) then
    raise exception 'billing_export_files of a completed export are immutable' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create index billing_exports_provisional on billing_exports (month) where provisional is not null;

select set_config('timezone', 'UTC', true);
update billing_exports as export set seal = seal_of(to_jsonb(export) - 'seal');
