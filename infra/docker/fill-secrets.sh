#!/usr/bin/env bash
# Gives every secret of an .env that is still empty a random value: fill-secrets.sh [.env]. Others stay as they are.
set -euo pipefail
file=${1:-.env}
umask 077
random() { od -An -N 24 -tx1 /dev/urandom | tr -d ' \n'; }

filled=$(mktemp "$file.XXXXXX")
trap 'rm -f "$filled"' EXIT
while IFS= read -r line || [[ -n $line ]]; do
  [[ ! $line =~ ^[A-Z0-9_]+_(PASSWORD|SECRET|KEY)=$ ]] || line+=$(random)
  printf '%s\n' "$line"
done <"$file" >"$filled"
mv "$filled" "$file"
