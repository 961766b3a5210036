#!/usr/bin/env bash
# million.sh [DOCS]: generates so many articles (default 1000000), indexes them with two threads, opens the index in a new
# process, runs all classes of queries and facets on it, and prints what it took. Status 1 when a limit is not kept: 2 GB
# of resident memory in every phase (mapped pages of files counted in), one second to open.
#   BENCH_DIR   folder for corpus, index and results (default: dateline-bench in the temporary folder); 12 GB for a million
#   KEEP        "index" takes the index that is there from an earlier run instead of making it again
#   THREADS     threads that add documents (default 2)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
docs=${1:-1000000}
dir=${BENCH_DIR:-${TMPDIR:-/tmp}/dateline-bench}

dotnet build "$here/Bench.csproj" -c Release -v q --nologo
ours=$here/bin/Release/net10.0/Dateline.Bench
. "$here/corpus.sh"
make_corpus "$dir" "$docs" 20000
index=$dir/idx/ours-$docs
report=$dir/out/million-$docs

echo "load $(cut -d' ' -f1-3 /proc/loadavg) before"
if [ "${KEEP:-}" != index ] || [ ! -f "$report.index.json" ]; then
  "$ours" index "$corpus" "$index" --threads "${THREADS:-2}" | tail -1 >"$report.index.json"
fi
"$ours" query "$index" "$queries" "$report.query.json" 1 --cap 20 --warm 1
echo "load $(cut -d' ' -f1-3 /proc/loadavg) after"
exec /usr/bin/python3 "$here/limits.py" "$report.index.json" "$report.query.json"
