#!/usr/bin/env bash
# debsrc.sh PACKAGE WANTED_FILE MIN_VERSION OUTDIR SUITE...
#
# Fetches the upstream archive of a Debian source package by apt-get, from the machine's own mirror but a
# newer suite, and prints its path. WANTED_FILE is what is pinned; when no suite has it any more (sid moves),
# the newest version of at least MIN_VERSION is taken instead. Either way it is a file that apt has checked:
# signature of the release, hash of the index, hash of the file. The state of apt is private to OUTDIR: the
# machine's own configuration and lists are read, never written.
set -euo pipefail
package=$1 wanted=$2 minimum=$3 out=$4
shift 4
codename=$(. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}") || true
if [ -z "$codename" ] || ! command -v apt-get >/dev/null; then
  echo "debsrc: not a Debian machine, no apt sources to ask" >&2
  exit 1
fi
mkdir -p "$out"
out=$(cd "$out" && pwd)
state=$(mktemp -d "$out/.apt.XXXXXX")
trap 'rm -rf "$state"' EXIT

# The machine's stanza of the Debian archive with type and suite replaced: deb822 files first, then the
# one-line format. A stanza of somebody else's archive does not name the release's code name as its suite.
stanza() {
  local suite=$1 found
  found=$(shopt -s nullglob; for file in /etc/apt/sources.list.d/*.sources; do
    # Comments go first, then one stanza is one record.
    sed '/^#/d' "$file" | awk -v RS= -v code="$codename" -v suite="$suite" '
      $0 ~ ("(^|\n)Suites:([^\n]*[ \t])?" code "([ \t]|\n|$)") && /(^|\n)Components:[^\n]*main/ {
        sub(/(^|\n)Types:[^\n]*/, "\nTypes: deb-src"); sub(/\nSuites:[^\n]*/, "\nSuites: " suite)
        sub(/\nComponents:[^\n]*/, "\nComponents: main"); sub(/^\n/, ""); print; exit }'
  done)
  if [ -n "$found" ]; then
    printf '%s\n' "$found" >"$state/etc/private.sources"
    return
  fi
  # deb [options] URI suite components
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -nE "s/^deb[[:space:]]+((\[[^]]*\][[:space:]]+)?[^[:space:]]+)[[:space:]]+$codename[[:space:]]+main.*/deb-src \1 $suite main/p" |
    head -n 1 >"$state/etc/private.list"
}

fetch() {  # fetch SUITE: leaves the archives of the suite's version in $state/got
  rm -rf "$state/lists" "$state/etc" "$state/got"
  mkdir -p "$state"/{lists/partial,cache/archives/partial,etc,got}
  stanza "$1"
  local options=(-qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$state/etc"
    -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache" -o Debug::NoLocking=1
    -o Acquire::Languages=none -o Acquire::Retries=2 -o Acquire::http::Timeout=20
    # A mirror that is frozen, or a clock that is wrong, does no harm: signatures are checked all the
    # same, and what is pinned is pinned by its hash.
    -o Acquire::Check-Valid-Until=false -o Acquire::Check-Date=false
    -o APT::Sandbox::User="$(id -un)" -o Acquire::AllowInsecureRepositories=false
    -o APT::Get::AllowUnauthenticated=false)
  apt-get "${options[@]}" update >&2 || return 1
  (cd "$state/got" && apt-get "${options[@]}" source --download-only --tar-only "$package" >&2)
}

newest='' newest_version=''
for suite; do
  fetch "$suite" || continue
  for archive in "$state"/got/*.orig.tar.*; do
    [ -s "$archive" ] && [[ $archive != *.asc ]] || continue
    name=${archive##*/}
    mv "$archive" "$out/$name"
    if [ "$name" = "$wanted" ]; then
      echo "$out/$name"
      exit 0
    fi
    version=${name#*_} version=${version%.orig.tar.*}
    if dpkg --compare-versions "$version" ge "$minimum" &&
      { [ -z "$newest" ] || dpkg --compare-versions "$version" gt "$newest_version"; }; then
      newest=$out/$name newest_version=$version
    fi
  done
done
if [ -n "$newest" ]; then
  echo "debsrc: $wanted is gone; taking $package $newest_version, as signed by Debian" >&2
  echo "$newest"
  exit 0
fi
echo "debsrc: no $package of at least $minimum in: $*" >&2
exit 1
