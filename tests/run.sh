#!/bin/sh
# Installs missing packages, builds, and runs all tests. Passes its arguments to ctest: sh tests/run.sh -R cli
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
purpose=test
. "$root/tests/build.sh"
cd "$root/build"
ctest --output-on-failure -j "$(nproc)" "$@"
