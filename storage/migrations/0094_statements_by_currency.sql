-- An organization has a statement for each currency of a month. One whose statements could not be made is noted and keeps only its own open.
--
-- Exports that are not complete begin anew: the order of their rows has one column more.

delete from billing_export_files where export_id in (select id from billing_exports where status in ('queued', 'running'));

alter table statements drop constraint statements_organization_id_month_key;
alter table statements add constraint statements_currency unique (organization_id, month, currency);
alter table statement_lines drop constraint statement_lines_pkey;
-- The order of exports.
alter table statement_lines add primary key (month, organization_id, statement_id, number);

-- Statements of a closed month that are still to be written. A row goes away when they are.
create table billing_open_accounts (
  organization_id uuid not null references organizations,
  month date not null references billing_periods,
  fault text not null,
  failed_at timestamptz not null default now(),
  primary key (month, organization_id)
);

create or replace function refuse_closed_month() returns trigger language plpgsql as $$
begin
  if exists (
    select from added join billing_periods using (month)
    where closed_at is not null
      and not exists (select from billing_open_accounts as open_account
        where open_account.month = added.month and open_account.organization_id = added.organization_id)
  ) then
    raise exception '% of a closed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- Accounts are left open when their month is closed, never later.
create function refuse_open_account() returns trigger language plpgsql as $$
begin
  if exists (select from billing_periods where month = new.month and closed_at is not null) then
    raise exception 'the month is closed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger billing_open_accounts_closed before insert or update on billing_open_accounts
  for each row execute function refuse_open_account();
create trigger billing_open_accounts_kept before truncate on billing_open_accounts execute function refuse_change();
