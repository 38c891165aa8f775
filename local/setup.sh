#!/usr/bin/env bash
# Brings a clone to the point where `npm start` and `npm test` work: npm packages, redis-server, GDAL's binding,
# compiled JavaScript. Does nothing but a quick look when all is in place. Installs system packages as root
# on Debian and Ubuntu; elsewhere it prints the one line to run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

NODE_MINIMUM=20.19
GDAL_FOLDER=node_modules/gdal-async
LOG=.geopera/logs/setup.log

say() { echo "setup: $*" >&2; }
fail() {
  say "$*"
  exit 1
}

# Runs a command with its output in the log only; on failure shows the end of it.
logged() {
  echo "--- $(date '+%F %T') $*" >>"$LOG"
  "$@" >>"$LOG" 2>&1 </dev/null && return
  tail -n 15 "$LOG" >&2
  fail "failed: $* (log: $LOG)"
}

command -v node >/dev/null || fail "Node.js $NODE_MINIMUM or newer is needed: https://nodejs.org"
node_version=$(node --version)
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [wantedMajor, wantedMinor] = process.argv[1].split(".").map(Number);
  process.exit(major > wantedMajor || (major === wantedMajor && minor >= wantedMinor) ? 0 : 1)' "$NODE_MINIMUM" ||
  fail "Node.js $NODE_MINIMUM or newer is needed; this is $node_version."
mkdir -p .geopera/logs

# Two setups in one clone take turns; the lock goes with the process.
if command -v flock >/dev/null; then
  exec 9>.geopera/setup.lock
  flock 9
fi

# What the answer "all is in place" depends on.
fingerprint() {
  echo "$node_version $(uname -sm) $(cksum <package-lock.json) $(echo /usr/lib/*/libgdal.so.*)"
}

has_npm_packages() {
  [[ -f node_modules/.package-lock.json ]] && node -e '
    const wanted = require("./package-lock.json").packages;
    const present = require("./node_modules/.package-lock.json").packages;
    const fits = ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version;
    process.exit(Object.entries(wanted).every(fits) ? 0 : 1);'
}

install_npm_packages() {
  say "installing npm packages …"
  # Install scripts are off: gdal-async's would compile GDAL for half an hour, no other package needs its own.
  # Not `npm ci`: it refuses a lock file without the optional packages of other platforms, and deletes a compiled binding.
  logged npm install --no-save --ignore-scripts --no-audit --no-fund --prefer-offline
}

has_redis() { [[ -n ${REDIS_URL:-} ]] || command -v redis-server >/dev/null; }

binding_folder() { node -p '`lib/binding/node-v${process.versions.modules}-${process.platform}-${process.arch}`'; }
has_gdal() { (cd "$GDAL_FOLDER" && node -e 'require("./lib/gdal.js")') >/dev/null 2>&1; }

# Whether a prebuilt binding of GDAL can be downloaded: one request of at most 3 seconds.
can_download_gdal() {
  node -e '
    const { version, binary } = require("./'"$GDAL_FOLDER"'/package.json");
    const name = `node-v${process.versions.modules}-${process.platform}-${process.arch}.tar.gz`;
    fetch(`${binary.host}v${version}/${name}`, { method: "HEAD", signal: AbortSignal.timeout(3000) })
      .then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1));'
}

download_gdal() {
  say "downloading GDAL's binding …"
  local limit=()
  ! command -v timeout >/dev/null || limit=(timeout 180)
  (cd "$GDAL_FOLDER" && ${limit[@]+"${limit[@]}"} node_modules/.bin/node-pre-gyp install --fallback-to-build=false) >>"$LOG" 2>&1 </dev/null && has_gdal
}

# Other clones on this machine use the same binding; its name holds everything it depends on.
cached_binding() {
  local version
  version=$(node -p "require('./$GDAL_FOLDER/package.json').version")
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/geopera/gdal-async-$version-$(basename "$(binding_folder)")-libgdal-$(gdal-config --version).node"
}

restore_gdal() {
  local cached binding
  cached=$(cached_binding)
  binding=$GDAL_FOLDER/$(binding_folder)/gdal.node
  [[ -f $cached ]] || return 1
  mkdir -p "$(dirname "$binding")"
  cp "$cached" "$binding.new" && mv -f "$binding.new" "$binding"
  has_gdal && return
  rm -f "$cached" "$binding"
  return 1
}

build_gdal() {
  local cached headers
  say "compiling GDAL's binding once: this takes two minutes or more (log: $LOG) …"
  headers=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
  # Without the headers beside this Node, node-gyp would ask for them at nodejs.org.
  [[ ! -f $headers/include/node/node_api.h ]] || export npm_config_nodedir=$headers
  pushd "$GDAL_FOLDER" >/dev/null
  LOG=../../$LOG logged node_modules/.bin/node-pre-gyp install --build-from-source --shared_gdal -j max
  popd >/dev/null
  has_gdal || fail "GDAL's binding was compiled but does not load (log: $LOG)"
  cached=$(cached_binding)
  if mkdir -p "$(dirname "$cached")" 2>/dev/null && cp "$GDAL_FOLDER/$(binding_folder)/gdal.node" "$cached.$$" 2>/dev/null; then
    mv -f "$cached.$$" "$cached"
  fi
  rm -rf "$GDAL_FOLDER/build"
}

# Debian's names of the system packages that are missing.
missing_packages() {
  has_redis || echo redis-server
  [[ ${needs_gdal_library:-} != yes ]] || command -v gdal-config >/dev/null || echo libgdal-dev
  [[ ${needs_gdal_library:-} != yes ]] || command -v g++ >/dev/null || echo g++
  [[ ${needs_gdal_library:-} != yes ]] || command -v make >/dev/null || echo make
  [[ ${needs_gdal_library:-} != yes ]] || command -v python3 >/dev/null || echo python3
}

install_system_packages() {
  local missing
  read -ra missing <<<"$(missing_packages | tr '\n' ' ')"
  ((${#missing[@]})) || return 0
  if ! command -v apt-get >/dev/null; then
    command -v brew >/dev/null && fail "run this first: brew install redis gdal"
    fail "install what Debian calls ${missing[*]} first (REDIS_URL may name a Redis elsewhere)"
  fi
  ((EUID == 0)) || fail "run this first: sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  say "installing ${missing[*]} …"
  # RUNLEVEL=1: the packages' own services are not started.
  local apt=(env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  "${apt[@]}" update >>"$LOG" 2>&1 </dev/null || say "apt-get update failed; trying with the lists at hand"
  logged "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
}

set_up() {
  has_npm_packages || install_npm_packages
  if ! has_gdal && ! { can_download_gdal && download_gdal; }; then needs_gdal_library=yes; fi
  install_system_packages
  [[ ${needs_gdal_library:-} != yes ]] || has_gdal || restore_gdal || build_gdal
  fingerprint >.geopera/setup.done
}

in_place() {
  [[ -f .geopera/setup.done && -d node_modules/typescript && $(<.geopera/setup.done) = "$(fingerprint)" ]] &&
    compgen -G "$GDAL_FOLDER/lib/binding/*/gdal.node" >/dev/null && has_redis
}

# Whether a source or a source folder is newer than the mark of its last build; true without a mark.
has_changed() {
  local mark=$1
  shift
  [[ ! -f $mark || -n $(find "$@" tsconfig.json node_modules/.package-lock.json -newer "$mark" -print 2>/dev/null | head -n 1) ]]
}

has_changed_sources() {
  has_changed dist/.built core infra storage queue identity workers api programs local bench tsconfig.build.json
}

compile() {
  mkdir -p dist
  touch dist/.building
  node_modules/.bin/tsc -p tsconfig.build.json >&2 || fail "the sources do not compile"
  mv -f dist/.building dist/.built
}

has_changed_pages() { has_changed dist/.built-web web vite.config.ts || [[ ! -f dist/web/share/index.html ]]; }

build_pages() {
  mkdir -p dist
  touch dist/.building-web
  logged npm run --silent build:web
  mv -f dist/.building-web dist/.built-web
}

in_place || set_up
! has_changed_sources || compile
! has_changed_pages || build_pages
