#!/usr/bin/env python3
"""Fits what checkable.cpp weighs: the signs of a clause, and how far the encoder's opinion of it counts.

usage: fit_claims.py --shared FOLDER --eval PROGRAM --clauses clauses.txt --out FOLDER [--signs]

Learns from the marked clauses of quotes/train (clauses.txt) and from the marked articles of news/dev, and
measures on news/dev with the article that is judged left out. Prints rows for the tables of checkable.cpp.

signs   logistic regression with a ridge on all clauses, for the fast reader: "can be checked", and "must be".
senses  the same over three numbers (one, the sum of the signs, what the encoder says) on news/dev alone,
        since the encoder has learned the other articles by heart.
"""
import argparse, glob, hashlib, json, os, subprocess
import numpy as np

LEAST = {1: 0.3 / 0.47, 2: 0.65 / 0.47}  # asides and clauses without a verb, as shares of the limit


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def fit(x, y, ridge):
    w = np.zeros(x.shape[1])
    for _ in range(100):
        p = sigmoid(x @ w)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9), x.T @ (p - y) + ridge * w)
        w -= step
        if abs(step).max() < 1e-6:
            break
    return w


def letters(text, begin, end):
    return {i for i in range(begin, end) if text[i:i + 1].isalnum()}


def marked(path):
    out, now = {}, None
    for line in open(path):
        if line.startswith("article "):
            now = out.setdefault(line[8:].rstrip("\n"), [])
        elif line[0] not in "#\n":
            now.append(tuple(map(int, line.split())))
    return out


class Articles:
    """Clauses with what they are (claim or not, of worth 3 or not) and what the program saw of them."""
    def __init__(self, program, out, texts):
        os.makedirs(out, exist_ok=True)
        subprocess.run([program, "clauses", out] + texts, check=True)
        self.names = [os.path.basename(t)[:-4] for t in texts]
        self.texts = [open(t, encoding="utf-8", newline="").read() for t in texts]
        self.clauses = [json.load(open(os.path.join(out, n + ".json"))) for n in self.names]

    def table(self, key):
        return [np.array([key(c) for c in clauses], float) for clauses in self.clauses]


def of_train(a):
    gold = marked(a.clauses)
    named = lambda t: hashlib.sha256(open(t, "rb").read()).hexdigest()[:16]
    texts = [t for t in sorted(glob.glob(os.path.join(a.shared, "data/quotes/train/text/*.txt"))) if named(t) in gold]
    out = Articles(a.eval, os.path.join(a.out, "train"), texts)
    for text, clauses in zip(texts, out.clauses):
        for c in clauses:  # boundaries may have moved since the marking
            best, worth = 0, None
            for b, e, w in gold[named(text)]:
                both = min(e, c["end"]) - max(b, c["start"])
                if both > 0 and both / (max(e, c["end"]) - min(b, c["start"])) > best:
                    best, worth = both / (max(e, c["end"]) - min(b, c["start"])), w
            c["worth"] = worth if best >= 0.8 else None
    for i, clauses in enumerate(out.clauses):
        out.clauses[i] = [c for c in clauses if c["worth"] is not None]
    return out


def of_dev(a):
    gold = [json.load(open(g)) for g in sorted(glob.glob(os.path.join(a.shared, "data/news/dev/*.offsets.json")))]
    out = Articles(a.eval, os.path.join(a.out, "dev"), [os.path.join(a.shared, "data/quotes/dev/text", d["name"] + ".txt") for d in gold])
    out.gold = []
    for d, text, clauses in zip(gold, out.texts, out.clauses):
        cells = lambda spans: set().union(set(), *(letters(text, s, e) for s, e in spans))
        claims = [(cells(c["spans"]), c["worth"]) for c in d["claims"]]
        every = set().union(set(), *(c for c, _ in claims))
        other = set().union(set(), *(cells(c["spans"]) for c in d["not_checkable"] if c["why"] != "speech-act"))
        out.gold.append([w for _, w in claims])
        for c in clauses:
            own = letters(text, c["start"], c["end"])
            c["right"] = len(own & every) > len(own & other)
            c["hits"] = [i for i, (g, _) in enumerate(claims) if len(own & g) > len(g) / 2 and len(own) <= 3 * len(g) + 20]
            c["worth"] = max((claims[i][1] for i in c["hits"]), default=int(c["right"]))
            c["asks"] = bool({"question", "instruction"} & set(c["reasons"]))
    return out


def scores(dev, check, order, least):
    """What score_news.py says of claims: worth 3 found, precision, order."""
    found = wanted = right = said = 0
    precision = 0.0
    for gold, clauses, p, o in zip(dev.gold, dev.clauses, check, order):
        keep = [not c["asks"] and x >= least * LEAST.get(c["form"], 1) for c, x in zip(clauses, p)]
        said += sum(keep); right += sum(c["right"] for c, k in zip(clauses, keep) if k)
        ranked = []
        for i, w in enumerate(gold):
            hit = [x for c, k, x in zip(clauses, keep, o) if k and i in c["hits"]]
            wanted += w == 3; found += w == 3 and bool(hit)
            if hit: ranked.append((max(hit), w))
        ranked.sort(key=lambda r: -r[0])
        hits = total = 0
        for i, (_, w) in enumerate(ranked, 1):
            if w == 3: hits += 1; total += hits / i
        n = sum(w == 3 for w in gold)
        precision += total / n if n else 1
    return 100 * found / wanted, 100 * right / max(1, said), 100 * precision / len(dev.gold)


def show(dev, check, order, what):
    print(what + ": limit, worth 3 found, precision, order")
    for least in np.arange(0.36, 0.66, 0.02):
        print("  %.2f  %.1f  %.1f  %.1f" % ((least,) + scores(dev, check, order, least)))


def left_out(dev, features, targets, ridge, more=()):
    out = []
    for i in range(len(features)):
        xs = [x for j, x in enumerate(features) if j != i] + [m[0] for m in more]
        ys = [y for j, y in enumerate(targets) if j != i] + [m[1] for m in more]
        out.append(sigmoid(features[i] @ fit(np.vstack(xs), np.concatenate(ys), ridge)))
    return out


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--shared", "--eval", "--clauses", "--out"):
        a.add_argument(name, required=True)
    a.add_argument("--signs", action="store_true", help="fit the signs, not the senses")
    a = a.parse_args()
    dev = of_dev(a)
    claim = dev.table(lambda c: c["right"])
    must = dev.table(lambda c: c["worth"] == 3)
    if a.signs:
        train = of_train(a)
        x = dev.table(lambda c: c["signs"])
        more = np.array([c["signs"] for cs in train.clauses for c in cs])
        worth = np.array([c["worth"] for cs in train.clauses for c in cs])
        ridge = np.full(more.shape[1], 3.0); ridge[0] = 0.01
        sums = [left_out(dev, x, y, ridge, [(more, z.astype(float))]) for y, z in ((claim, worth > 0), (must, worth == 3))]
        show(dev, *sums, "signs")
        rows = [fit(np.vstack(x + [more]), np.concatenate(y + [z.astype(float)]), ridge) for y, z in ((claim, worth > 0), (must, worth == 3))]
        for i, (c, m) in enumerate(zip(*rows)):
            print("    sign %d: %.2f, %.2f" % (i, c, m))
        return
    for which, name, y in ((0, "checkable", claim), (1, "matters", must)):
        x = dev.table(lambda c: [1.0, c["sums"][which], c["senses"][which]])
        ridge = np.full(3, 0.1)
        print(name, "one, signs, encoder: %.2f %.2f %.2f" % tuple(fit(np.vstack(x), np.concatenate(y), ridge)))
        if which == 0:
            check = left_out(dev, x, y, ridge)
        else:
            show(dev, check, left_out(dev, x, y, ridge), "both")


if __name__ == "__main__":
    main()
