# Sourced by corpus/demo.sh and tests/run.sh: installs the missing packages and builds into $root/build.
# $root is the project's folder, $purpose is "build" (the two programs) or "test" (the tests as well).

packages=$(awk -v purpose="$purpose" '/^\[/ { wanted = $1 == "[build]" || $1 == "[" purpose "]"; next } /^[^#]/ && wanted' \
  "$root/tests/packages.txt")
missing=
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    as_root=sudo
  else
    echo "These packages are missing. Run this as root, then try again:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends$missing" >&2
    exit 2
  fi
  echo "Installing:$missing" >&2
  $as_root apt-get update -qq
  # shellcheck disable=SC2086  # one argument a package
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >&2
fi

log=$root/build/build.log
cores=$(nproc)
mkdir -p "$root/build"
if [ "$purpose" = test ]; then
  with_tests=ON
  minutes=$((14 / cores + 1))
else
  with_tests=OFF
  minutes=$((6 / cores + 1))
fi
echo "Building into $root/build: up to $minutes minutes the first time with $cores core(s); the log is $log" >&2
cmake -S "$root" -B "$root/build" -D COUNCIL_NEWS_TESTS=$with_tests >"$log" 2>&1 &&
  cmake --build "$root/build" -j "$cores" >>"$log" 2>&1 || {
  cat "$log" >&2
  exit 2
}
