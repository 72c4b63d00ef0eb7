#!/usr/bin/env python3
"""Every measure of the finder against its floor and aim, as one table. Python 3 alone; run by `./dev eval`.

usage: eval_table.py --shared FOLDER --assay PROGRAM --eval PROGRAM --out FOLDER

Runs the program over the dev articles and every scorer of FOLDER/eval, which stay the judges: this file only
calls them, reads what they print and lays it out. Nothing below passes or fails a build.
"""
import argparse
import glob
import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
import time

ABOVE, BELOW = 1, -1  # is more better, or less?


def run(command, **more):
    """The output of a command, with what it cost: processor seconds and the peak of its memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return out, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def numbers(pattern, text, count):
    found = re.search(pattern, text)
    return [float(x) for x in found.groups()] if found else [None] * count


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, value, floor=None, aim=None, better=ABOVE, form="{:.1f}"):
        self.rows.append((what, value, floor, aim, better, form))

    def print(self):
        width = max(len(row[0]) for row in self.rows)
        print(f"| {'measure':{width}} | now | floor | aim | |\n|{'-' * (width + 2)}|---:|---:|---:|---|")
        for what, value, floor, aim, better, form in self.rows:
            show = lambda x: "–" if x is None else form.format(x)
            verdict = ""
            if value is not None and floor is not None:
                reached = lambda limit: limit is not None and (value - limit) * better >= 0
                verdict = "aim" if reached(aim) else "floor" if reached(floor) else "below"
            print(f"| {what:{width}} | {show(value)} | {show(floor)} | {show(aim)} | {verdict} |")


def quotes(table, scorer, text, gold, pred, name="", floors=True):
    out = run([sys.executable, scorer, "--text", text, "--gold", gold, "--pred", pred])[0]
    parts = re.split(r"^(?=all:|marked:|roles)", out, flags=re.M)
    part = {p.split(":")[0].split(",")[0]: p for p in parts if p}
    f1 = lambda scope, kind: numbers(rf"{kind}\s+P\s+\S+\s+R\s+\S+\s+F1\s+(\S+)", part[scope], 1)[0]
    limits = lambda floor, aim: (floor, aim) if floors else (None, None)
    if floors:
        table.add("quotes, all: partial F1", f1("all", "partial"), 72, 80)
        table.add("quotes, all: exact F1", f1("all", "exact"), 50, 65)
        table.add("source right among matched", numbers(r"source\s+(\S+) %", part["all"], 1)[0], 86, 92)
        roles = numbers(r"source F1 (\S+)\s+cue F1 (\S+)\s+content F1 (\S+)", part["roles"], 3)
        for role, value, floor, aim in zip(("source", "cue", "content"), roles, (68, 65, 55), (83, 75, 73)):
            table.add(f"roles, exact spans: {role} F1", value, floor, aim)
    table.add(f"quotes, marked{name}: partial F1", f1("marked", "partial"), *limits(91, 95))
    table.add(f"quotes, marked{name}: soft recall",
              numbers(r"soft\s+P\s+\S+\s+R\s+(\S+)", part["marked"], 1)[0], *limits(99, 99.5))


def typed_double(shared, out):
    """The dev texts with a double mark wherever a quotation was set in single marks or two apostrophes.

    The scorer takes a gold content for marked by its double marks only; what a newspaper set otherwise counts
    as invented. Same lengths, so that gold and predictions fit. Apostrophes inside words stay.
    """
    folder = os.path.join(out, "typed")
    os.makedirs(folder, exist_ok=True)
    for path in glob.glob(os.path.join(shared, "data/quotes/dev/text/*.txt")):
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read().replace("''", '""').replace("``", '""')
        text = re.sub(r"(?<!\w)[‘'](?=\w)([^‘’'\n]*(?:(?<=\w)[’'](?=\w)[^‘’'\n]*)*)[’'](?!\w)", r'"\1"', text)
        with open(os.path.join(folder, os.path.basename(path)), "w", encoding="utf-8", newline="") as file:
            file.write(text)
    return folder


def news(table, scorer, text, gold, pred):
    out = run([sys.executable, scorer, "--text", text, "--gold", gold, "--pred", pred])[0]
    found, precision = numbers(r"worth 3: (\S+) %.*precision (\S+) %", out, 2)
    table.add("news: claims of worth 3 found", found, 92, 98)
    table.add("news: claims, precision", precision, 85, 92)
    table.add("news: order (AP of worth 3)", numbers(r"AP of worth 3: (\S+)", out, 1)[0], 70, 85)
    table.add("news: direct quotes found", numbers(r"direct (\S+) %", out, 1)[0], 98, 100)
    table.add("news: speaker right", numbers(r"speaker\s+(\S+) %", out, 1)[0], 85, 95)


def worth(table, shared, assay, out):
    path = os.path.join(shared, "data/worth/ct24_dev-test.tsv")
    import csv
    with open(path, encoding="utf-8") as file:
        lines = "".join(row[1] + "\n" for row in list(csv.reader(file, delimiter="\t"))[1:] if len(row) > 2)
    scores = subprocess.run([assay, "worth"], input=lines, stdout=subprocess.PIPE, text=True, check=True).stdout
    with open(os.path.join(out, "worth.txt"), "w", encoding="utf-8") as file:
        file.write(scores)
    said = run([sys.executable, os.path.join(shared, "eval/score_worth.py"), path, os.path.join(out, "worth.txt")])[0]
    table.add("worth, ct24_dev-test: F1 at 0.5", numbers(r"F1@0.5 (\S+)", said, 1)[0], 79, 88)


def pages(table, shared, assay, out):
    folder, text = os.path.join(out, "pages"), os.path.join(out, "html")
    os.makedirs(folder, exist_ok=True)
    os.makedirs(text, exist_ok=True)
    for path in glob.glob(os.path.join(shared, "data/html/pages/*.html.gz")):
        page = os.path.join(folder, os.path.basename(path)[: -len(".gz")])
        with gzip.open(path) as packed, open(page, "wb") as file:
            file.write(packed.read())
        said, _, _, code = run([assay, "import", "--print", "text", page], stderr=subprocess.DEVNULL)
        if code == 0:
            with open(os.path.join(text, os.path.basename(page)[: -len(".html")] + ".txt"), "w", encoding="utf-8") as file:
                file.write(said)
    said = run([sys.executable, os.path.join(shared, "eval/score_html.py"),
                os.path.join(shared, "data/html/ground-truth.json"), text])[0]
    table.add("web pages: F1 of word 4-grams", numbers(r"F1 (\S+)", said, 1)[0], 0.940, 0.970, form="{:.3f}")


def treebank(table, shared, program):
    said = run([program, "golden", os.path.join(shared, "data/segment/golden_rules_en.json")])[0]
    table.add("Golden Rules", numbers(r"(\d+) of", said, 1)[0], 49, 51, form="{:.0f}")
    said = run([program, "trees", os.path.join(shared, "data/syntax/en_ewt-dev.conllu")], stderr=subprocess.DEVNULL)[0]
    fast = numbers(r"fast: tags (\S+) %", said, 1)[0]
    best, relations = numbers(r"thorough: tags (\S+) %.*relations (\S+) %", said, 2)
    table.add("parts of speech, EWT dev" + (", fast" if best else ""), fast, 95.5, 96.5)
    if best:
        table.add("parts of speech, EWT dev, thorough", best, 95.5, 96.5)
    table.add("dependency parse, EWT dev: LAS", relations, 84, 88)


def costs(table, assay, texts, out):
    words = sum(len(open(path, encoding="utf-8").read().split()) for path in texts)
    long = os.path.join(out, "long.txt")
    with open(long, "w", encoding="utf-8") as file:
        count = 0
        for path in texts:
            if count >= 50_000:
                break
            text = open(path, encoding="utf-8").read()
            count += len(text.split())
            file.write(text + "\n")
    has_setting = "--setting" in run([assay, "extract", "--help"])[0]
    settings = (("fast", 60_000, 200_000), ("thorough", 2_500, 10_000)) if has_setting else (("", 60_000, 200_000),)
    folder = os.path.join(out, "timed")
    for setting, floor, aim in settings:
        command = [assay, "extract", "--format", "json"] + (["--setting", setting] if setting else [])
        best = min(run(command + ["--out", folder] + texts)[1] for _ in range(3 if setting != "thorough" else 1))
        label = f", {setting}" if setting else ""
        table.add(f"words a second, cold process{label}", words / best, floor, aim, form="{:,.0f}")
        peak = run(command + ["--out", folder, long])[2]
        table.add(f"peak memory, 50,000 words{label} (MB)", peak, 200, 100, BELOW, "{:.0f}")


def reliability(shared, text, pred):
    """Of the quotes at a confidence, how many are right: the words, and whose they are."""
    spec = importlib.util.spec_from_file_location("score_quotes", os.path.join(shared, "eval/score_quotes.py"))
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    names = lambda s: [w for w in re.findall(r"\w+", (s or "").lower())
                       if w not in {"the", "a", "an", "of", "and", "mr", "mrs", "ms", "dr"}]
    rows = []
    for path in sorted(glob.glob(os.path.join(shared, "data/quotes/dev/gold/*.ann"))):
        name = re.sub(r"_[0-9a-f]{4}\.ann$", "", os.path.basename(path))
        with open(os.path.join(text, name + ".txt"), encoding="utf-8", newline="") as file:
            article = file.read()
        with open(os.path.join(pred, name + ".json"), encoding="utf-8") as file:
            found = json.load(file)["quotes"]
        gold = scorer.read_gold(path)
        cells = [scorer.chars(article, g["Content"]) for g in gold]
        for quote in found:
            mine = scorer.chars(article, [(c["start"], c["end"]) for c in quote["content"]])
            best = max(range(len(gold)), key=lambda i: len(cells[i] & mine), default=None)
            common = len(cells[best] & mine) if best is not None else 0
            right = common * 2 > len(mine) and common * 2 > len(cells[best]) if common else False
            if right and gold[best]["Source"]:
                source = quote.get("source")
                wanted = scorer.words(article, gold[best]["Source"])
                got = scorer.words(article, [(source["start"], source["end"])]) if source else set()
                right = not wanted or bool(wanted & got) or (not source and bool(quote.get("speaker")))
            rows.append((quote["confidence"], right))
    print("confidence      quotes   said  right")
    for low in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.0):
        high = 1.01 if low == 0.9 else low + 0.1 if low else 0.4
        inside = [r for r in rows if low <= r[0] < high]
        if inside:
            said = sum(r[0] for r in inside) / len(inside)
            print(f"{low:.1f} to {min(high, 1):.1f}   {len(inside):9d}  {said:5.2f}  {sum(r[1] for r in inside) / len(inside):5.2f}")
    del names


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--shared", "--assay", "--eval", "--out"):
        arguments.add_argument(name, required=True)
    a = arguments.parse_args()
    start = time.time()
    text = os.path.join(a.shared, "data/quotes/dev/text")
    gold = os.path.join(a.shared, "data/quotes/dev/gold")
    pred = os.path.join(a.out, "quotes")
    texts = sorted(glob.glob(os.path.join(text, "*.txt")))
    subprocess.run([a.assay, "extract", "--format", "json", "--out", pred] + texts, check=True)
    table = Table()
    scorer = os.path.join(a.shared, "eval/score_quotes.py")
    quotes(table, scorer, text, gold, pred)
    quotes(table, scorer, typed_double(a.shared, a.out), gold, pred, ", all marks typed double", False)
    news(table, os.path.join(a.shared, "eval/score_news.py"), text, os.path.join(a.shared, "data/news/dev"), pred)
    worth(table, a.shared, a.assay, a.out)
    treebank(table, a.shared, a.eval)
    costs(table, a.assay, texts, a.out)
    pages(table, a.shared, a.assay, a.out)
    table.print()
    print()
    reliability(a.shared, text, pred)
    print(f"\n{time.time() - start:.0f} s in all", file=sys.stderr)


if __name__ == "__main__":
    main()
