#!/usr/bin/env bash
# Makes the pictures of the page in README.md anew, from the first sample event; needs Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

chromium="${CHROMIUM:-chromium}"
page="$PWD/reports/ferry-grounding/report.html"

picture() {
  "$chromium" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
    --screenshot="docs/$1.png" --window-size="$2" "file://$page$3" 2>/dev/null
}

picture report 1200,1000 ""
picture claim 1200,900 "#C4"
