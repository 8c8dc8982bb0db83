#!/usr/bin/env bash
# Builds everything and runs the whole test suite: what a developer runs, and what CI runs.
# Needs the .NET 10 SDK, and installs Chromium by apt when root. Ends with "N passed, N failed, N skipped"; exits non-zero when anything failed.
# With CI=true a skipped test counts as failed.
set -uo pipefail
cd "$(dirname "$0")"

if ! command -v dotnet >/dev/null; then
    echo "test.sh: the .NET 10 SDK is missing; get it from https://dotnet.microsoft.com/download" >&2
    exit 2
fi

# The tests of pages look at them in a browser. Where there is none and none can be installed, they are skipped.
browser() { command -v "${ECQ_CHROMIUM:-}" chromium chromium-browser google-chrome | head -1; }
if [ -z "$(browser)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "== chromium, for the tests" >&2
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-liberation; } >/dev/null 2>&1
fi
if [ -z "$(browser)" ]; then
    echo "test.sh: chromium is missing, so the tests of pages are skipped; install it, or name a browser of its kind in ECQ_CHROMIUM" >&2
fi

failed_steps=()
step() {
    echo "== $1" >&2
    shift
    "$@" || failed_steps+=("$*")
}

step "build" dotnet build EcqAnalyzer.sln -c Release -v quiet -nologo
if [ ${#failed_steps[@]} -gt 0 ]; then
    echo "test.sh: the build failed" >&2
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
fi

ecq="artifacts/bin/EcqAnalyzer.Cli/release/ecq"
step "format" dotnet format EcqAnalyzer.sln --verify-no-changes --no-restore
step "rules test" "$ecq" rules test

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "== tests" >&2
dotnet test --solution EcqAnalyzer.sln --no-build -c Release --results-directory artifacts/test-results "$@" | tee "$log"
tests_status=${PIPESTATUS[0]}

count() { sed -n "s/^ *$1: *\([0-9][0-9]*\).*/\1/p" "$log" | tail -1; }
passed=$(count succeeded); failed=$(count failed); skipped=$(count skipped)
passed=${passed:-0}; failed=${failed:-0}; skipped=${skipped:-0}
if [ "$tests_status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ]; then failed=$((failed + 1)); fi
for name in "${failed_steps[@]}"; do
    echo "test.sh: failed: $name" >&2
    failed=$((failed + 1))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] || exit 1
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
    echo "test.sh: on CI nothing may be skipped" >&2
    exit 1
fi
