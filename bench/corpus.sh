# Sourced by the scripts beside it. make_corpus DIR DOCS [SAMPLE] sets $corpus and $queries: the generated articles and the
# queries to ask of them, made when they are missing; queries come from the words of the first SAMPLE articles (all).
make_corpus() {
  local dir=$1 docs=$2 sample=${3:-$2} python=/usr/bin/python3
  export PYTHONDONTWRITEBYTECODE=1
  mkdir -p "$dir/corpus" "$dir/idx" "$dir/out"
  corpus=$dir/corpus/$docs.jsonl
  queries=$dir/corpus/q$docs.tsv
  if [ ! -f "$corpus" ]; then
    "$python" "$here/peers/gen.py" "$docs" --seed 1 --jobs 2 --out "$corpus.part"
    mv "$corpus.part" "$corpus"
  fi
  if [ ! -f "$queries" ]; then
    head -n "$sample" "$corpus" >"$queries.sample"
    "$python" "$here/peers/queries.py" "$queries.sample" "$dir/corpus/q$docs"
    rm "$queries.sample"
  fi
}
