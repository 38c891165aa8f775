#!/usr/bin/env bash
# Backs a system up while it runs; docs/backup.md says what each part is for, restore.sh brings it back.
#
#   DATABASE_OWNER_URL=postgres://… OBJECT_STORE_URL=file:///… JOURNAL_DIR=… infra/backup/backup.sh FOLDER
#
# Makes FOLDER/<time>/ with database.dump, objects.tar, journal.tar and SHA256SUMS. PG_DUMP is the command for pg_dump,
# of the server's version or newer: PG_DUMP="docker compose exec -T postgres pg_dump" where it runs in a container.
set -euo pipefail

folder=${1:?usage: backup.sh FOLDER}
database=${DATABASE_OWNER_URL:-${DATABASE_URL:?set DATABASE_OWNER_URL}}
store=${OBJECT_STORE_URL:?set OBJECT_STORE_URL}
read -ra pg_dump <<<"${PG_DUMP:-pg_dump}"

began=$SECONDS
name=$(date -u +%Y-%m-%dT%H-%M-%SZ)
mkdir -p "$folder"
umask 077
draft=$(mktemp -d "$folder/.unfinished-XXXXXX")
trap 'rm -rf "$draft"' EXIT

# PostgreSQL first: a file without its row is lost room, a row without its file is an item that does not open.
"${pg_dump[@]}" --format custom --no-owner --no-privileges --dbname "$database" >"$draft/database.dump"

case $store in
  file://*)
    # A file that is deleted or written meanwhile is no fault of the backup: tar ends with 1 then.
    tar --create --file "$draft/objects.tar" --directory "${store#file://}" --exclude ./tiles --exclude ./.unfinished . ||
      (($? == 1))
    ;;
  *) echo "objects are in $store: the bucket's own versions or a copy of it are their backup (docs/backup.md)" >&2 ;;
esac

# Usage that no other place has yet. Events have ids: what is replayed twice counts once.
if [[ -d ${JOURNAL_DIR:-} ]]; then
  tar --create --file "$draft/journal.tar" --directory "$JOURNAL_DIR" . || (($? == 1))
fi

(cd "$draft" && sha256sum -- * >SHA256SUMS)
mv "$draft" "$folder/$name"
trap - EXIT
echo "$folder/$name: $(du -sh "$folder/$name" | cut -f1) in $((SECONDS - began)) s"
