#!/usr/bin/env bash
# latency.sh [DOCS] [SECONDS]: search times on an index of so many generated articles (default 20000) while nothing else
# happens and while a thread replaces articles without pause (default 30 seconds each), and how long an added article takes
# to be found. Status 1 when the 99th percentile while indexing is more than three times the idle one. Needs two processors
# of its own: on a machine that is busy otherwise the 99th percentile shows the system's scheduler.
#   BENCH_DIR   folder for corpus and index (default: dateline-bench in the temporary folder)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
docs=${1:-20000}
dir=${BENCH_DIR:-${TMPDIR:-/tmp}/dateline-bench}

dotnet build "$here/Bench.csproj" -c Release -v q --nologo
. "$here/corpus.sh"
make_corpus "$dir" "$docs"
exec "$here/bin/Release/net10.0/Dateline.Bench" latency "$corpus" "$queries" "$dir/idx/latency-$docs" --seconds "${2:-30}"
