#!/usr/bin/env python3
"""report.py OUT_DIR DOCS [best]: tables from the results of run.sh; each query's time is its median over the rounds, or with
"best" its smallest, which other work on the machine disturbs least."""
import collections
import glob
import json
import math
import re
import statistics
import sys

out, docs = sys.argv[1], sys.argv[2]
pick = min if sys.argv[3:] == ["best"] else statistics.median
runs = collections.OrderedDict()
for path in sorted(glob.glob("%s/*-%s.[0-9]*.json" % (out, docs))):
    runs.setdefault(re.match(r".*/(.+)-%s\.\d+\.json" % docs, path).group(1), []).append(json.load(open(path)))
order = [peer for peer in ("ours", "ours_exact", "lucene", "lucene_exact", "sqlite", "xapian") if peer in runs]
classes = list(runs[order[0]][0]["classes"])


def times(peer, name):
    rounds = [run["classes"][name]["ms"] for run in runs[peer] if name in run["classes"]]
    return [pick(of) for of in zip(*rounds)] if rounds else []


def percentile(values, part):
    return sorted(values)[math.ceil(part * len(values)) - 1]


def table(title, head, rows):
    print("\n%s\n\n| %s |\n|%s" % (title, " | ".join(head), "---|" * len(head)))
    for row in rows:
        print("| %s |" % " | ".join(row))


def cell(peer, name):
    ms = times(peer, name)
    return " / ".join("%.3f" % percentile(ms, part) for part in (.5, .95, .99)) if ms else ""


table("Latency, ms: p50 / p95 / p99 (%s of %d rounds)" % ("best" if pick is min else "median", len(runs[order[0]])), ["class"] + order,
      [[name] + [cell(peer, name) for peer in order] for name in classes])


def geometric(values):
    return math.exp(sum(map(math.log, values)) / len(values))


def rate(peer, name, first):
    """Queries a second over those queries that both peers got through."""
    ms = times(peer, name)[:first]
    return len(ms) / sum(ms)


for mine, peer in [("ours", other) for other in order if not other.startswith("ours") and not other.endswith("_exact")] + [
        ("ours_exact", "lucene_exact")]:
    if mine not in runs or peer not in runs:
        continue
    rows, ratios = [], {}
    for name in classes:
        both = min(len(times(mine, name)), len(times(peer, name)))
        if not both:
            continue
        ratios[name] = rate(mine, name, both) / rate(peer, name, both)
        medians = [a / b for a, b in zip(times(peer, name)[:both], times(mine, name)[:both]) if b > 0]
        rows.append([name, "%.2f" % ratios[name], "%.2f" % statistics.median(medians)])
    facets = [ratio for name, ratio in ratios.items() if name.startswith("facet")]
    rest = [ratio for name, ratio in ratios.items() if not name.startswith("facet")]
    for label, values in (("all classes", list(ratios.values())), ("queries", rest), ("facets", facets)):
        if values:
            rows.append(["geometric mean, " + label, "%.2f" % geometric(values), ""])
    table("%s against %s: times its rate (above 1 is faster)" % (mine, peer), ["class", "rate", "median of queries"], rows)

indexed = {}
for line in open("%s/index-%s.log" % (out, docs)):
    peer, cpu, report = line.split(" ", 2)
    indexed[peer] = dict(json.loads(report), cpu_s=float(cpu))
rows = []
rows_of = ("ours", "lucene", "sqlite", "xapian", "ours_offsets", "ours_2_threads", "lucene_2_threads")
for peer in [p for p in rows_of if p in indexed]:
    of = indexed[peer]
    peak = [run.get("rss_peak_mb", 0) for run in runs.get(peer, [])]
    anonymous = [run.get("rss_anon_mb", 0) for run in runs.get(peer, [])]
    opened = [run.get("open_ms", 0) for run in runs.get(peer, [])]
    rows.append([peer, "%.0f" % of["docs_s"], "%.0f" % (of["docs"] / of["cpu_s"]), "%.1f" % of["size_mb"], "%.1f" % of["stored_mb"], str(of["rss_peak_mb"])] +
                ["%.0f" % statistics.median(v) if v else "" for v in (peak, anonymous, opened)])
table("Indexing and memory", ["peer", "docs/s", "docs per CPU s", "index MB", "of it stored MB", "peak MB indexing", "peak MB querying",
                              "of it anonymous MB at the end", "open ms"], rows)
if "ours" in indexed and "lucene" in indexed:
    ours, lucene = indexed["ours"], indexed["lucene"]
    peaks = [statistics.median(run["rss_peak_mb"] for run in runs[peer]) for peer in ("ours", "lucene")]
    print("\nAgainst lucene: docs/s %.2f, docs per CPU second %.2f, index size %.2f (without stored text %.2f), peak memory indexing %.2f, querying %.2f" % (
        ours["docs_s"] / lucene["docs_s"], lucene["cpu_s"] / ours["cpu_s"], ours["size_mb"] / lucene["size_mb"],
        (ours["size_mb"] - ours["stored_mb"]) / (lucene["size_mb"] - lucene["stored_mb"]),
        ours["rss_peak_mb"] / lucene["rss_peak_mb"], peaks[0] / peaks[1]))

if "ours" in runs and "lucene" in runs:
    both = [name for name in classes if times("ours", name) and times("lucene", name)]
    count = dict((name, min(len(times("ours", name)), len(times("lucene", name)))) for name in both)
    table("As docs/speed.md has it", ["class", "Dateline p50 / p95 / p99", "Lucene p50 / p95 / p99", "times Lucene's rate", "of its p50"],
          [[name, cell("ours", name), cell("lucene", name), "%.2f" % (rate("ours", name, count[name]) / rate("lucene", name, count[name])),
            "%.2f" % (percentile(times("lucene", name), .5) / percentile(times("ours", name), .5))] for name in both])
for mine, peer, what in (("ours_2_threads", "lucene_2_threads", "2 threads"), ("ours_offsets", "lucene", "our text with offsets")):
    if mine in indexed and peer in indexed:
        a, b = indexed[mine], indexed[peer]
        print("\n%s: docs/s %.2f, docs per CPU second %.2f, index size %.2f, peak memory indexing %.2f" % (
            what, a["docs_s"] / b["docs_s"], b["cpu_s"] / a["cpu_s"], a["size_mb"] / b["size_mb"], a["rss_peak_mb"] / b["rss_peak_mb"]))
