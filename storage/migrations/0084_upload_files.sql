-- An upload expects as many names as its file_count says. What arrives under another name, or after the end, is swept: files that no asset
-- names are deleted from the upload's folder once sweep_after has passed.

create table upload_files (
  upload_id uuid not null references uploads on delete cascade,
  name text not null,
  -- Known where the file came through the API; of one that was sent to S3 directly only its completion tells.
  bytes bigint not null default 0,
  created_at timestamptz not null default now(),
  primary key (upload_id, name)
);

alter table uploads add column sweep_after timestamptz;
create index uploads_sweep on uploads (sweep_after) where sweep_after is not null;
create index uploads_unfinished on uploads (updated_at) where status not in ('completed', 'failed');
create index assets_object_key on assets (object_key);
-- Uploads that ended earlier may have left files as well.
update uploads set sweep_after = now() + interval '1 day' where status in ('completed', 'failed');
