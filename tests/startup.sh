#!/usr/bin/env bash
# What a start of ecq costs, in processor time (user + system, children included), as a multiple of the start of an empty
# .NET program: medians of 7 runs taking turns.
#
#   bash tests/startup.sh DRAFT...      such as a two-page .docx and the .pdf of it
#
# Not part of the test suite: a ratio on a busy machine proves nothing. Asked of it: 4.5 for Word, 8 for PDF. Where the program is
# not machine code, what does not depend on the machine is how many methods each run still compiles, its processes together: those
# are counted at the end, and listed in artifacts/startup/compiled-*.txt. src/README.md says what keeps their number down.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
turns=${TURNS:-7}
[ $# -gt 0 ] || { echo "usage: bash tests/startup.sh DRAFT..." >&2; exit 2; }

empty=$root/artifacts/startup
if [ ! -x "$empty/bin/empty" ]; then
    mkdir -p "$empty"
    dotnet new console -n empty -o "$empty/source" --force > /dev/null
    # Beside the solution its settings would apply: an empty program is one that nobody has tuned.
    echo '<Project />' > "$empty/source/Directory.Build.props"
    echo '<Project />' > "$empty/source/Directory.Packages.props"
    dotnet build "$empty/source" -c Release -o "$empty/bin" -v quiet -nologo > /dev/null
fi
"$root/ecq" --version > /dev/null # builds where needed
read -r folder < "$root/artifacts/ecq/run/current"
program=$root/artifacts/ecq/run/$folder/ecq

names=("empty .NET program")
commands=("$empty/bin/empty")
for draft in "$@"; do
    names+=("ecq check ${draft##*/}")
    commands+=("$program check $(printf '%q' "$draft")")
done
names+=("./ecq check ${1##*/}")
commands+=("$root/ecq check $(printf '%q' "$1")")

TIMEFORMAT='%U %S'
declare -a times
for ((turn = 0; turn <= turns; turn++)); do
    for i in "${!commands[@]}"; do
        spent=$( { time eval "${commands[i]}" > /dev/null 2>&1; } 2>&1 | awk '{ print ($1 + $2) * 1000 }')
        [ "$turn" -eq 0 ] || times[i]="${times[i]:-} $spent" # the first turn only warms the disk
    done
done

median() { tr ' ' '\n' <<< "$1" | grep . | sort -n | sed -n "$(((turns + 1) / 2))p"; }
base=$(median "${times[0]}")
for i in "${!commands[@]}"; do
    awk -v ms="$(median "${times[i]}")" -v base="$base" -v name="${names[i]}" \
        'BEGIN { printf "%7.0f ms  %5.2f  %s\n", ms, ms / base, name }'
done

if [ ! -f "${program%/*}/ecq.dll" ]; then
    echo "machine code: nothing is compiled at start"
    exit
fi
for draft in "$@"; do
    list=$empty/compiled-${draft##*.}.txt
    rm -f "$list"
    DOTNET_JitStdOutFile=$list DOTNET_JitDisasmSummary=1 "$program" check "$draft" > /dev/null 2>&1
    printf '%7d compiled at start  ecq check %s\n' "$(wc -l < "$list")" "${draft##*/}"
done
