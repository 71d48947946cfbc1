#!/bin/sh
# Counts the articles about each council on a subject, as a table.
#   sh ask.sh SUBJECT COUNCIL…
set -eu
subject=$1
shift
for council in "$@"; do
  # Exit status 1 is not an error: nothing matched.
  articles=$(council-search --all --format tsv --fields id "$subject" "council:$council" 2>/dev/null | tail -n +2 | wc -l)
  printf '%s\t%d\n' "$council" "$articles"
done
