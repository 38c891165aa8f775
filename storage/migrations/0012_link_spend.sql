-- A link's spend_limit is counted with the organization's rate card: exactly, in 10^-12 of the currency, and only where there is such a limit.

alter table share_link_limits
  add column spend_used_picos numeric(30, 0),
  -- The month (its first day) that the next column counts tiles of: where the link stands in the card's tiers.
  add column spend_month text,
  add column spend_month_tiles bigint not null default 0;
update share_link_limits set spend_used_picos = spend_used::numeric * 1000000 where spend_limit is not null;
alter table share_link_limits drop column spend_used;
