#!/usr/bin/env bash
# Brings back what backup.sh has saved, with API and workers stopped; docs/runbooks/restore-from-backup.md has the
# steps around it.
#
#   DATABASE_OWNER_URL=postgres://… OBJECT_STORE_URL=file:///… JOURNAL_DIR=… infra/backup/restore.sh FOLDER/<time>
#
# The database must exist and be empty. PG_RESTORE is the command for pg_restore, as in backup.sh.
set -euo pipefail

backup=${1:?usage: restore.sh FOLDER/TIME}
database=${DATABASE_OWNER_URL:-${DATABASE_URL:?set DATABASE_OWNER_URL}}
store=${OBJECT_STORE_URL:?set OBJECT_STORE_URL}
read -ra pg_restore <<<"${PG_RESTORE:-pg_restore}"

began=$SECONDS
(cd "$backup" && sha256sum --check --quiet SHA256SUMS) || { echo "$backup is damaged: nothing was restored" >&2 && exit 1; }

# Objects first: a row never points to a file that is not there yet.
if [[ -f $backup/objects.tar && $store == file://* ]]; then
  mkdir -p "${store#file://}"
  tar --extract --file "$backup/objects.tar" --directory "${store#file://}"
fi
if [[ -f $backup/journal.tar && -n ${JOURNAL_DIR:-} ]]; then
  mkdir -p "$JOURNAL_DIR"
  tar --extract --file "$backup/journal.tar" --directory "$JOURNAL_DIR"
fi
# All of it or nothing.
"${pg_restore[@]}" --no-owner --no-privileges --single-transaction --exit-on-error --dbname "$database" <"$backup/database.dump"

echo "restored in $((SECONDS - began)) s; next: node dist/programs/prepare.js, then start API and workers"
