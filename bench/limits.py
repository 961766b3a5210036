#!/usr/bin/env python3
"""limits.py INDEX.json QUERY.json: what indexing, opening and searching took against the limits of million.sh."""
import json
import sys

MOST_MB = 2048
MOST_OPEN_MS = 1000

index, query = (json.load(open(path)) for path in sys.argv[1:3])
print(
    "%d documents in %d segments, %.0f MB, at %.0f docs/s; %d queries"
    % (index["docs"], index["segments"], index["size_mb"], index["docs_s"],
       sum(of["n"] for of in query["classes"].values())))
checks = [
    ("resident MB at most, indexing", index["rss_peak_mb"], MOST_MB, "of it anonymous %d at the end" % index["rss_anon_mb"]),
    ("resident MB at most, searching", query["rss_peak_mb"], MOST_MB, "of it anonymous %d at the end" % query["rss_anon_mb"]),
    ("ms to open the index", query["reader_ms"], MOST_OPEN_MS, ""),
    ("ms to open it and count facets", query["open_ms"], MOST_OPEN_MS, ""),
]
for name, value, most, note in checks:
    print("%-4s  %-32s %8.1f  (limit %d) %s" % ("PASS" if value < most else "FAIL", name, value, most, note))
sys.exit(0 if all(value < most for _, value, most, _ in checks) else 1)
