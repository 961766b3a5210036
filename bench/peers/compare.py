#!/usr/bin/env python3
"""compare.py A.tsv B.tsv: where two peers answer the same queries, do they agree on hits and facet counts; exit 1 if not.

Also how much of the top 10 is the same and how often it is identical (peers rank ties, and some rank everything, their own way)."""
import collections
import sys


def load(path):
    return {line.split("\t")[0]: line.rstrip("\n").split("\t") for line in open(path)}


def counts(column):
    return [int(value.rsplit("=", 1)[1]) for value in column.split("|") if value]


first, second = load(sys.argv[1]), load(sys.argv[2])
classes = collections.OrderedDict()
for name in first.keys() & second.keys():
    of = classes.setdefault(name.rsplit("_", 1)[0], collections.Counter())
    x, y = first[name], second[name]
    of["n"] += 1
    of["hits"] += x[1] not in ("None", y[1])  # a peer may not count
    of["places"] += counts(x[3]) != counts(y[3])
    of["actors"] += counts(x[4]) != counts(y[4])
    of["same"] += x[2] == y[2]
    p, q = set(x[2].split(",")), set(y[2].split(","))
    of["overlap"] += len(p & q) / max(1, len(p))
for name, of in sorted(classes.items()):
    print("%-13s n=%d  differ: hits %d, places %d, actors %d;  top 10: identical %d, overlap %.3f" % (
        name, of["n"], of["hits"], of["places"], of["actors"], of["same"], of["overlap"] / of["n"]))
sys.exit(1 if any(of["hits"] + of["places"] + of["actors"] for of in classes.values()) else 0)
