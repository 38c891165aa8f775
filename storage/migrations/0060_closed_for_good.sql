-- What is exported from a closed month never changes: names are kept as they were when it was closed, and the database refuses whatever
-- would add to a closed month, empty it or open it again.

alter table statements
  add column organization_name text,
  -- Who sends the bill: the organization that operates billing.
  add column issuer_name text;
alter table statement_lines
  add column link_label text,
  -- The name of the item or collection that the link shares.
  add column item_name text;

alter table statements disable trigger statements_immutable;
update statements set
  organization_name = (select name from organizations where id = organization_id),
  issuer_name = coalesce((select name from organizations where operates_billing order by created_at, id limit 1), 'Geopera Share');
alter table statements enable trigger statements_immutable;
alter table statements
  alter column organization_name set not null,
  alter column issuer_name set not null;

alter table statement_lines disable trigger statement_lines_immutable;
update statement_lines set
  link_label = (select label from share_links where id = link_id),
  item_name = coalesce((select name from items where id = item_id), (select name from collections where id = item_id))
where link_id is not null;
alter table statement_lines enable trigger statement_lines_immutable;

create function refuse_closed_month() returns trigger language plpgsql as $$
begin
  if exists (select from added join billing_periods using (month) where closed_at is not null) then
    raise exception '% of a closed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger statements_closed after insert on statements referencing new table as added
  for each statement execute function refuse_closed_month();
create trigger statement_lines_closed after insert on statement_lines referencing new table as added
  for each statement execute function refuse_closed_month();
create trigger billing_period_cards_closed after insert on billing_period_cards referencing new table as added
  for each statement execute function refuse_closed_month();

create trigger statements_kept before truncate on statements execute function refuse_change();
create trigger statement_lines_kept before truncate on statement_lines execute function refuse_change();
create trigger billing_period_cards_kept before truncate on billing_period_cards execute function refuse_change();
create trigger credit_notes_kept before truncate on credit_notes execute function refuse_change();
create trigger billing_periods_kept before truncate on billing_periods execute function refuse_change();
create trigger billing_periods_sealed before delete on billing_periods
  for each row execute function refuse_change();

create function refuse_reopening() returns trigger language plpgsql as $$
begin
  if exists (select from billing_periods where month > coalesce(new.sealed_through, '-infinity')) then
    raise exception 'a sealed month stays sealed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger billing_books_forward before update on billing_books
  for each row execute function refuse_reopening();
create trigger billing_books_kept before delete on billing_books
  for each row execute function refuse_change();

-- An export that is cut into files goes on with files of the same size after a restart, also of a newer version: else its bytes would differ.
alter table billing_exports add column rows_per_file integer not null default 1000000 check (rows_per_file > 0);
