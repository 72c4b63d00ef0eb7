#!/usr/bin/env bash
# The store's laboratory for hours, in rounds that start chance at other numbers each time: `./dev soak store`.
#
# usage: tests/store/soak.sh LABORATORY TABLE FOLDER JOBS MINUTES
#   LABORATORY  assay_store_test    TABLE  assay-store-promises
#   FOLDER      keeps what each finished round counted, so that a soak which was stopped goes on where it was
#   MINUTES     begin no round after that time
# Prints the table of what was counted so far, and fails while a promise lacks runs or is broken.
set -euo pipefail
lab=$1 table=$2 folder=$3 jobs=$4 end=$((SECONDS + 60 * $5))
mkdir -p "$folder"

# Counts of another laboratory say nothing about this one.
digest=$(sha256sum "$lab" | cut -d' ' -f1)
if [ "$(cat "$folder/laboratory" 2>/dev/null)" != "$digest" ]; then
  rm -f "$folder"/*.tally "$folder"/*.log
  echo "$digest" >"$folder/laboratory"
fi

tests_of() {
  case $1 in
    kill) echo 'kill -9 during*' ;;
    loss) echo 'power losses*,a second power loss*' ;;
    control) echo 'the power losses are cruel*' ;;
    fault) echo 'a fault at every*' ;;
    damage) echo 'damaged stores*' ;;
    seen) echo 'changes that pass*' ;;
    walks) echo 'random walks*' ;;
    writers) echo 'four processes*' ;;
  esac
}

# One round. Its tally gets its name when the round is done, so a round that was stopped counts for nothing.
round() {
  local part=$1 number=$2 name=$folder/$1-$2
  [ ! -f "$name.tally" ] || return 0
  rm -f "$name.part"
  if ! ASSAY_TALLY=$name.part ASSAY_ROUND=$number "$lab" "$(tests_of "$part")" --reporter compact \
    >"$name.log" 2>&1; then
    tail -n 20 "$name.log" >&2
    echo "$part, round $number is broken; its whole output is in $name.log" >&2
    touch "$folder/broken"
    return 1
  fi
  rm -f "$name.log"
  mv "$name.part" "$name.tally"
}

stop() { [ -f "$folder/broken" ] || [ $SECONDS -ge $end ]; }

# Rounds of all parts in turn: a soak that was stopped early has done some of everything.
plan() {
  local number part
  echo control 1
  echo seen 1
  echo fault 1
  for number in $(seq 50); do
    for part in kill damage walks; do echo $part "$number"; done
    [ "$number" -gt 40 ] || echo loss "$number"
  done
}

lane() {  # every JOBS-th line of the plan, from line $1 on
  local part number
  while read -r part number; do
    ! stop || return 0
    round "$part" "$number" || return 1
  done < <(plan | awk -v lane="$1" -v jobs="$jobs" 'NR % jobs == lane')
}

written() { cat "$folder"/writers-*.tally 2>/dev/null | awk '$1 == "seconds" { all += $2 } END { print all + 0 }'; }

writers() {
  local number=1
  while [ "$(written)" -lt 3600 ] && ! stop; do
    round writers $number || return 1
    number=$((number + 1))
  done
}

# Also when it is stopped by Ctrl+C: what was counted is shown.
finish() {
  local status=0
  trap - EXIT INT TERM
  # shellcheck disable=SC2046  # numbers
  kill $(jobs -p) 2>/dev/null || true
  cat "$folder"/*.tally >"$folder/all" 2>/dev/null || true
  "$table" "$folder/all" soak || status=1
  [ ! -f "$folder/broken" ] || status=1
  exit $status
}

rm -f "$folder/broken"
trap finish EXIT INT TERM
for ((i = 0; i < jobs; ++i)); do lane $i & done
writers &
wait
