#!/usr/bin/env python3
"""The constants of confidence.cpp, fitted again to what the finder says now. Python 3 alone.

usage: fit_confidence.py --shared FOLDER --pred FOLDER

FOLDER/NAME.json as `assay extract --format json --out FOLDER` writes it for the dev articles (`./dev eval` leaves
them in build/eval/quotes). Since confidence is logistic, its log-odds take the place of the evidence: the new
constants are the old ones, stretched and moved. Wanted whenever a layer below begins to find other things.
"""
import argparse
import math
import os
import re

import eval_table

NAMES = ("kBase", "kEvidence", "kDirect", "kMixed", "kSource", "kSpeaker")


def old_constants():
    path = os.path.join(os.path.dirname(__file__), "..", "confidence.cpp")
    with open(path, encoding="utf-8") as file:
        source = file.read()
    return {name: float(re.search(rf"{name} = (-?[\d.]+)", source).group(1)) for name in NAMES}


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
    a = arguments.parse_args()
    rows = []
    for quote, right in eval_table.judged(a.shared, os.path.join(a.shared, "data/quotes/dev/text"), a.pred):
        said = min(max(quote["confidence"], 0.001), 0.999)
        rows.append(([1.0, math.log(said / (1 - said)), quote["kind"] == "direct", quote["kind"] == "mixed",
                      bool(quote.get("source")), bool(quote.get("speaker"))], right))
    old, new = old_constants(), fitted(rows)
    print(f"{len(rows)} quotes, {sum(r for _, r in rows)} right")
    for i, name in enumerate(NAMES):
        moved = new[1] * old[name] if name == "kEvidence" else new[1] * old[name] + new[i]
        print(f"constexpr double {name} = {moved:.2f};")


if __name__ == "__main__":
    main()
