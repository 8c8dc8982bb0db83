#!/usr/bin/env bash
# What screening a folder costs: drafts a second with one and with all cores, processor time a draft beside what pandoc takes for
# the Word files and pdftotext for the PDFs of the same folder, and memory over a growing number of drafts.
#
#   bash tests/screening.sh FOLDER            such as one with a thousand drafts
#
# Not part of the test suite: figures of a busy machine prove nothing. Ratios of processor time hold better than seconds; the
# programs take turns, and the median of TURNS (3) turns is told.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:?usage: bash tests/screening.sh FOLDER}
turns=${TURNS:-3}
cores=$(nproc)

"$root/ecq" --version > /dev/null # builds where needed
read -r build < "$root/artifacts/ecq/run/current"
program=$root/artifacts/ecq/run/$build/ecq
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/word" "$work/pdf"
number=0
while IFS= read -r -d '' file; do
    number=$((number + 1))
    kind=word
    [ "${file##*.}" = pdf ] && kind=pdf
    ln -s "$(realpath "$file")" "$work/$kind/$number.${file##*.}"
done < <(find "$folder" -type f \( -name '*.docx' -o -name '*.pdf' \) -print0)
words=$(find "$work/word" -type l | wc -l)
pdfs=$(find "$work/pdf" -type l | wc -l)

screen() { rm -rf "$work/out"; "$program" screen "$1" -o "$work/out" --jobs "$2" --quiet; }
pandocs() { find -L "$work/word" -type f -exec pandoc -f docx -t plain -o /dev/null {} \; ; }
pdftotexts() { find -L "$work/pdf" -type f -exec pdftotext {} /dev/null \; ; }

TIMEFORMAT='%R %U %S'
declare -A took
measure() { # name, command: seconds on the clock and of processors
    local name=$1
    shift
    local times
    times=$( { time "$@" > /dev/null 2>&1 || true; } 2>&1 | awk '{ printf "%.3f:%.3f", $1, $2 + $3 }')
    took[$name]="${took[$name]:-} $times"
}

for ((turn = 0; turn < turns; turn++)); do
    measure word1 screen "$work/word" 1
    measure word screen "$work/word" "$cores"
    measure pandoc pandocs
    measure pdf1 screen "$work/pdf" 1
    measure pdf screen "$work/pdf" "$cores"
    measure pdftotext pdftotexts
done

median() { tr ' ' '\n' <<< "${took[$1]}" | grep . | cut -d: -f"$2" | sort -n | sed -n "$(((turns + 1) / 2))p"; }
tell() { # name, files, what
    awk -v clock="$(median "$1" 1)" -v processor="$(median "$1" 2)" -v files="$2" -v what="$3" \
        'BEGIN { if (files > 0) printf "%-28s %6d files %7.1f s %7.1f files/s %7.1f ms of processor each\n", what, files, clock, files / clock, 1000 * processor / files }'
}
tell word1 "$words" "screen, Word, 1 core"
tell word "$words" "screen, Word, $cores cores"
tell pandoc "$words" "pandoc -t plain"
tell pdf1 "$pdfs" "screen, PDF, 1 core"
tell pdf "$pdfs" "screen, PDF, $cores cores"
tell pdftotext "$pdfs" "pdftotext"

# Memory: the most that the program and its workers held together, a look five times a second.
for ((part = 100; ; part *= 4)); do
    rm -rf "$work/some" && mkdir "$work/some"
    find "$work/word" "$work/pdf" -type l | sort | head -n "$part" | while IFS= read -r link; do cp -P "$link" "$work/some/"; done
    screen "$work/some" "$cores" > /dev/null 2>&1 &
    run=$!
    most=0
    while kill -0 "$run" 2> /dev/null; do
        held=$(ps -eo rss=,args= | awk -v program="$program" 'index($0, program) && !/awk/ { sum += $1 } END { print int(sum / 1024) }')
        [ "$held" -gt "$most" ] && most=$held
        sleep 0.2
    done
    echo "$(find "$work/some" -type l | wc -l) drafts: $most MB at most, all processes together"
    [ "$part" -lt $((words + pdfs)) ] || break
done
