-- Lines name the project of their link, as it was when the month was closed; lines of before name none.
alter table statement_lines
  add column project_id uuid,
  add column project_name text;

-- Set when the statements of a month begin to be written. They are written in several transactions, so that a close that is interrupted goes
-- on where it stopped. What could change them is refused until the month is closed.
alter table billing_periods add column issuing_at timestamptz;

create or replace function refuse_closed_booking() returns trigger language plpgsql as $$
begin
  if exists (select from added join billing_periods on billing_periods.month = added.booked_in
      where closed_at is not null or issuing_at is not null) then
    raise exception '% of a closed month are immutable', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
