#!/bin/sh
# Installs missing packages, builds, indexes the sample archive and runs some queries.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
purpose=build
. "$root/tests/build.sh"

COUNCIL_NEWS_DB=${COUNCIL_NEWS_DB:-$root/build/demo-db}
export COUNCIL_NEWS_DB
PATH=$root/build/bin:$PATH
cd "$root"

show() {
  printf '\n\033[7m $ %s \033[0m\n\n' "$1"
  eval "$1" || [ $? = 1 ]
}

show 'council-index add corpus/feeds corpus/pages corpus/articles'
show "council-search -n 3 \"children's trust\""
show 'council-search -n 3 council:sandwell date:2016..2018'
show "council-search -n 2 '\"section 114\" -birmingham'"
show 'council-search -n 2 topic:waste-and-recycling --sort newest'

printf '\nTo continue, put the programs on the PATH and choose the database:\n'
printf '  export PATH="%s:$PATH"\n' "$root/build/bin"
printf '  export COUNCIL_NEWS_DB="%s"\n' "$COUNCIL_NEWS_DB"
