-- Between sealing and closing a month is a draft: nothing is booked in it any more, people look at its statements and correct them by notes
-- and cards, and a second person approves them, where that is wanted.

alter table billing_books
  add column draft_days integer not null default 0 check (draft_days between 0 and 60),
  add column needs_approval boolean not null default false;
-- As they were when the month was sealed: what is changed later holds for later months.
alter table billing_periods
  add column sealed_by text,
  add column draft_until timestamptz,
  add column needs_approval boolean not null default false,
  add column approved_at timestamptz,
  add column approved_by text;

select set_config('timezone', 'UTC', true);
update billing_books as books set seal = seal_of(to_jsonb(books) - 'seal');

-- Notes are booked until the month is closed.
create function refuse_closed_booking() returns trigger language plpgsql as $$
begin
  if exists (select from added join billing_periods on billing_periods.month = added.booked_in where closed_at is not null) then
    raise exception '% of a closed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
drop trigger credit_notes_sealed_insert on credit_notes;
create trigger credit_notes_closed_insert after insert on credit_notes referencing new table as added
  for each statement execute function refuse_closed_booking();
