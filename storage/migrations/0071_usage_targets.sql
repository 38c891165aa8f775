-- What a link shares is its target: an item or a collection. The columns were called item_id, also where they held a collection's id.
--
-- Renaming takes a moment, and partitions, keys and indexes follow. Processes of the previous version keep serving tiles, but name the
-- old columns: their metering workers retry (the stream keeps the events), and their closing, exports and billing.statements.get fail.
-- Replace metering and billing workers with the API, or stop them before.
alter table usage_events rename column item_id to target_id;
alter table usage_rollups rename column item_id to target_id;
alter table usage_months rename column item_id to target_id;
alter table statement_lines rename column item_id to target_id;
alter table statement_lines rename column item_name to target_name;

-- The columns of an export have versions. A month keeps the version it was closed with, so that its files stay the same bytes.
-- Version 1 says item_id and item_name, version 2 target_id and target_name.
alter table billing_periods add column export_version integer not null default 1 check (export_version > 0);
