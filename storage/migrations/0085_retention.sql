-- Answers were kept under keys that a guessed Idempotency-Key led to. Nothing recovers them any more, so they go.
delete from idempotent_answers;

-- A replaced or deleted asset leaves its file behind: the upload that it came from is swept.
create function upload_of_object(object_key text) returns uuid language sql immutable parallel safe as $$
  select substring(object_key from '^organizations/[0-9a-f-]{36}/uploads/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/')::uuid
$$;

create index share_link_clients_age on share_link_clients (day);
