#!/usr/bin/env bash
# Makes the pictures of the top README anew, in corpus/pictures: what the program built last makes of the samples and the exercise.
# Look at each before you commit it.
#
#   bash tests/pictures.sh
#
# Wants chromium, and aha and script(1) for the terminal's. comments.png is not made here: it is the window of a word processor with
# the sample as `ecq check corpus/samples/leading-people.docx -o FILE.docx` comments it.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
pictures=$root/corpus/pictures
ecq=$root/ecq
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

# picture PAGE.html NAME WIDTH,HEIGHT
picture() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$3" --screenshot="$pictures/$2.png" "file://$1" > /dev/null 2>&1
}

"$ecq" check corpus/samples/leading-people.docx -o "$work/page.html" --quiet
picture "$work/page.html" page 1180,1190

"$ecq" plan corpus/samples/strong-resume.docx -o "$work/plan.html" --quiet
picture "$work/plan.html" plan 1180,1240

"$ecq" screen corpus/exercise/drafts -o "$work/screened" --quiet > /dev/null
picture "$work/screened/overview.html" overview 1200,1900

cp -r corpus/exercise "$work/"
"$ecq" grade "$work/exercise/leading-people.yaml" "$work/exercise/drafts" -o "$work/results" --quiet > /dev/null
picture "$work/results/class.html" class 1160,1180

script -qec "stty cols 100 rows 200; TERM=xterm-256color $ecq check corpus/samples/leading-people.docx" /dev/null < /dev/null | tr -d '\r' > "$work/report.txt"
{
    echo '<!doctype html><meta charset=utf-8><style>body { margin: 0; background: #14181d; color: #f2f2f2 }'
    echo 'pre { font: 15px/18px "DejaVu Sans Mono"; margin: 0; padding: 30px 32px }</style>'
    echo "<pre>$(aha --black --no-header -f "$work/report.txt")</pre>"
} > "$work/report.html"
picture "$work/report.html" report "980,$(($(wc -l < "$work/report.txt") * 18 + 62))"
