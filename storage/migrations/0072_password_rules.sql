-- The fewest characters that an organization asks of passwords of its links; null: those of the service.
alter table organizations
  add column share_password_min_length integer check (share_password_min_length between 8 and 72);
