#!/usr/bin/env python3
"""The constants of confidence.cpp, fitted again to what the finder says now. Python 3 alone.

usage: fit_confidence.py --shared FOLDER --pred FOLDER --reader linear|encoder

FOLDER/NAME.json as `assay extract --format json --out FOLDER` writes it for the dev articles (`./dev eval` leaves
them in build/eval/quotes). Since confidence is logistic, its log-odds take the place of the evidence: the new
constants are the old ones, stretched and moved. Wanted whenever a layer below begins to find other things.
"""
import argparse
import math
import os
import re

import eval_table

# The fields of a row of weights in confidence.cpp, in their order.
NAMES = ("base", "evidence", "direct", "mixed", "source", "speaker")


def row_of(reader):
    return "k" + reader.capitalize()


def old_constants(reader):
    path = os.path.join(os.path.dirname(__file__), "..", "confidence.cpp")
    with open(path, encoding="utf-8") as file:
        source = file.read()
    row = re.search(rf"Weights {row_of(reader)}{{(.*?)}}", source).group(1)
    return dict(zip(NAMES, map(float, row.split(","))))


def fitted(rows, rounds=3000, rate=0.5):
    """Logistic regression by plain gradient steps; six weights need nothing better."""
    weights = [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    for _ in range(rounds):
        gradient = [0.0] * len(weights)
        for values, right in rows:
            p = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values))))
            for i, value in enumerate(values):
                gradient[i] += (p - right) * value
        weights = [w - rate * g / len(rows) for w, g in zip(weights, gradient)]
    return weights


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", required=True)
    arguments.add_argument("--pred", required=True)
    arguments.add_argument("--reader", choices=("linear", "encoder"), required=True)
    a = arguments.parse_args()
    rows = []
    for quote, right in eval_table.judged(a.shared, os.path.join(a.shared, "data/quotes/dev/text"), a.pred):
        said = min(max(quote["confidence"], 0.001), 0.999)
        rows.append(([1.0, math.log(said / (1 - said)), quote["kind"] == "direct", quote["kind"] == "mixed",
                      bool(quote.get("source")), bool(quote.get("speaker"))], right))
    old, new = old_constants(a.reader), fitted(rows)
    print(f"{len(rows)} quotes, {sum(r for _, r in rows)} right")
    moved = [new[1] * old[name] + (0 if name == "evidence" else new[i]) for i, name in enumerate(NAMES)]
    print(f"constexpr Weights {row_of(a.reader)}{{{', '.join(f'{m:.2f}' for m in moved)}}};")


if __name__ == "__main__":
    main()
