-- What a closed month was made of never changes either: the sums of sealed months, the cards of closed ones, credit notes in sealed months,
-- the files of completed exports, and the audit log.

create function refuse_sealed_insert() returns trigger language plpgsql as $$
begin
  if exists (select from added join billing_books on added.booked_in <= billing_books.sealed_through) then
    raise exception '% of a sealed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create function refuse_sealed_update() returns trigger language plpgsql as $$
begin
  if exists (select from removed join billing_books on removed.booked_in <= billing_books.sealed_through)
    or exists (select from added join billing_books on added.booked_in <= billing_books.sealed_through) then
    raise exception '% of a sealed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

create function refuse_sealed_delete() returns trigger language plpgsql as $$
begin
  if exists (select from removed join billing_books on removed.booked_in <= billing_books.sealed_through) then
    raise exception '% of a sealed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;

-- One check for a statement, not for a row: a metering batch changes thousands of them.
do $$
declare
  name text;
begin
  foreach name in array array['usage_rollups', 'usage_months', 'credit_notes'] loop
    execute format('create trigger %1$s_sealed_insert after insert on %1$s referencing new table as added
      for each statement execute function refuse_sealed_insert()', name);
  end loop;
  foreach name in array array['usage_rollups', 'usage_months'] loop
    execute format('create trigger %1$s_sealed_update after update on %1$s referencing old table as removed new table as added
      for each statement execute function refuse_sealed_update()', name);
    execute format('create trigger %1$s_sealed_delete after delete on %1$s referencing old table as removed
      for each statement execute function refuse_sealed_delete()', name);
    execute format('create trigger %1$s_kept before truncate on %1$s execute function refuse_change()', name);
  end loop;
end $$;

create function refuse_card_of_closed_month() returns trigger language plpgsql as $$
begin
  if exists (select from billing_period_cards where rate_card_id = old.id) then
    raise exception 'rate_cards of a closed month are immutable' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger rate_cards_of_closed_months before update or delete on rate_cards
  for each row execute function refuse_card_of_closed_month();
create trigger rate_cards_kept before truncate on rate_cards execute function refuse_change();
create index billing_period_cards_card on billing_period_cards (rate_card_id);

create function refuse_completed_export() returns trigger language plpgsql as $$
begin
  if exists (select from billing_exports where id = old.export_id and status = 'completed') then
    raise exception 'billing_export_files of a completed export are immutable' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger billing_export_files_completed before update or delete on billing_export_files
  for each row execute function refuse_completed_export();
create trigger billing_export_files_kept before truncate on billing_export_files execute function refuse_change();

create trigger audit_log_immutable before update on audit_log for each row execute function refuse_change();
create trigger audit_log_kept before truncate on audit_log execute function refuse_change();
