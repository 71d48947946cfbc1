# Sourced by corpus/demo.sh and tests/run.sh, with $root set: installs the missing packages and builds into $root/build.

missing=
for package in $(grep -v '^#' "$root/tests/packages.txt"); do
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
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing >&2
fi

log=$root/build/build.log
mkdir -p "$root/build"
cmake -S "$root" -B "$root/build" >"$log" 2>&1 &&
  cmake --build "$root/build" -j "$(nproc)" $build_target >>"$log" 2>&1 || {
  cat "$log" >&2
  exit 2
}
