#!/usr/bin/env bash
# run.sh [DOCS] [ROUNDS]: the same generated corpus and queries through Dateline and its peers, one after the other; checks
# that the answers agree and prints times, ratios, sizes and memory. Peers that are not installed are left out.
#   BENCH_DIR   folder for corpus, indexes and results (default: dateline-bench in the temporary folder)
#   PEERS       any of: lucene lucene_exact ours ours_exact sqlite xapian   (default: those that can run)
#   CAP         most seconds for one class of queries in one round (default 12)
#   PICK        "best" reports the best round of each query instead of the median: for a machine that does other work too
#   RAMBUF      MB of memory for buffered documents, the same for ours and Lucene (default 256)
#   INDEX_ARGS  more options for our "index" command, for example --threads 2
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
docs=${1:-20000}
rounds=${2:-3}
dir=${BENCH_DIR:-${TMPDIR:-/tmp}/dateline-bench}
cap=${CAP:-12}
lucene_jar=/usr/share/java/lucene-core-8.7.0.jar
export PYTHONDONTWRITEBYTECODE=1 RAMBUF=${RAMBUF:-256}

python=/usr/bin/python3
installed() {
  case $1 in
    lucene*) command -v java >/dev/null && [ -f "$lucene_jar" ] ;;
    sqlite) "$python" -c 'import sqlite3; sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)")' 2>/dev/null ;;
    xapian) "$python" -c 'import xapian' 2>/dev/null ;;
    ours*) true ;;
    *) echo "Unknown peer $1" >&2; exit 2 ;;
  esac
}
peers=
for peer in ${PEERS:-lucene lucene_exact ours ours_exact sqlite xapian}; do
  if installed "$peer"; then peers="$peers $peer"; else echo "$peer is not installed, left out"; fi
done

dotnet build "$here/Bench.csproj" -c Release -v q --nologo
ours=$here/bin/Release/net10.0/Dateline.Bench

. "$here/corpus.sh"
make_corpus "$dir" "$docs"

index_of() { # the index a peer reads; peers that only count differently share it
  case $1 in sqlite) echo "$dir/idx/sqlite-$docs.db" ;; *) echo "$dir/idx/${1%_exact}-$docs" ;; esac
}
index_peer() {
  case $1 in
    lucene) XMX=2g "$here/peers/lucene/run.sh" index "$corpus" "$(index_of lucene)" ;;
    ours) "$ours" index "$corpus" "$(index_of ours)" --buffer-mb "$RAMBUF" ${INDEX_ARGS:-} ;;
    *) "$python" "$here/peers/$1/bench.py" index "$corpus" "$(index_of "$1")" ;;
  esac
}
query_peer() { # PEER OUT ROUND
  local index; index=$(index_of "$1")
  case $1 in
    lucene) "$here/peers/lucene/run.sh" query "$index" "$queries" "$2" "$3" "$cap" ;;
    lucene_exact) "$here/peers/lucene/run.sh" query "$index" "$queries" "$2" "$3" "$cap" exact ;;
    ours) "$ours" query "$index" "$queries" "$2" "$3" --cap "$cap" ;;
    ours_exact) "$ours" query "$index" "$queries" "$2" "$3" --cap "$cap" --exact ;;
    *) "$python" "$here/peers/$1/bench.py" query "$index" "$queries" "$2" "$3" "$cap" ;;
  esac
}
verify_peer() { # PEER OUT
  case $1 in
    lucene) "$here/peers/lucene/run.sh" verify "$(index_of "$1")" "$queries" "$2" ;;
    ours) "$ours" verify "$(index_of "$1")" "$queries" "$2" ;;
    *) "$python" "$here/peers/$1/bench.py" verify "$(index_of "$1")" "$queries" "$2" 10 ;; # the first 10 of each class
  esac
}

: >"$dir/out/index-$docs.log"
rm -f "$dir"/out/*-"$docs".[0-9]*.json "$dir"/out/*-"$docs".tsv
for peer in $peers; do
  case $peer in *_exact) continue ;; esac
  cat "$corpus" >/dev/null # warm in every run
  TIMEFORMAT='%U %S' # processor seconds, which say more than docs/s on a machine that does other work too
  { time index_peer "$peer" >"$dir/out/$peer-$docs.index.json" 2>"$dir/out/$peer-$docs.index.err"; } 2>"$dir/out/time"
  cpu=$(awk '{ printf "%.1f", $1 + $2 }' "$dir/out/time")
  echo "$peer $cpu $(tail -1 "$dir/out/$peer-$docs.index.json")" | tee -a "$dir/out/index-$docs.log"
  verify_peer "$peer" "$dir/out/verify-$peer-$docs.tsv"
done
extra_index() { # NAME COMMAND...: an index that is only measured, then removed
  local name=$1; shift
  cat "$corpus" >/dev/null
  { time "$@" >"$dir/out/$name-$docs.index.json" 2>"$dir/out/$name-$docs.index.err"; } 2>"$dir/out/time"
  cpu=$(awk '{ printf "%.1f", $1 + $2 }' "$dir/out/time")
  echo "$name $cpu $(tail -1 "$dir/out/$name-$docs.index.json")" | tee -a "$dir/out/index-$docs.log"
  rm -rf "$dir/idx/extra"
}
case " $peers " in
  *" ours "*)
    extra_index ours_offsets "$ours" index "$corpus" "$dir/idx/extra" --buffer-mb "$RAMBUF" --offsets
    extra_index ours_2_threads "$ours" index "$corpus" "$dir/idx/extra" --buffer-mb "$RAMBUF" --threads 2 ;;
esac
case " $peers " in
  *" lucene "*) THREADS=2 XMX=2g extra_index lucene_2_threads "$here/peers/lucene/run.sh" index "$corpus" "$dir/idx/extra" ;;
esac
for round in $(seq "$rounds"); do
  for peer in $peers; do
    echo "round $round: $peer (load $(cut -d' ' -f1 /proc/loadavg))"
    query_peer "$peer" "$dir/out/$peer-$docs.$round.json" "$round" >/dev/null 2>"$dir/out/$peer-$docs.$round.err"
  done
done
failed=0
for peer in $peers; do
  case $peer in ours* | *_exact) continue ;; esac
  echo; echo "Answers of $peer and ours:"
  "$python" "$here/peers/compare.py" "$dir/out/verify-$peer-$docs.tsv" "$dir/out/verify-ours-$docs.tsv" || failed=1
done
"$python" "$here/report.py" "$dir/out" "$docs" ${PICK:-}
exit $failed
