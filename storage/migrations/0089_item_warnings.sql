-- What is worth knowing about an item's files, such as missing overviews: code, asset key, what it is about. Texts stand in the code.
alter table items add column warnings jsonb not null default '[]';
