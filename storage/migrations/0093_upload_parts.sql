-- A file may arrive in parts: then its object and the store's id of its parts are known from the first address on.

alter table upload_files
  -- What the client announced; bytes counts it from then on.
  add column total_bytes bigint,
  add column object_key text,
  add column parts_id text,
  add constraint upload_files_parts check (
    (parts_id is null) = (object_key is null) and (parts_id is null or total_bytes > 0)
  );
