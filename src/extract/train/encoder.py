#!/usr/bin/env python3
"""Teaches the encoder of assets/models/encoder.bin. Neither the program nor its build needs this.

usage: encoder.py TEXTS PIECES BASE OUT [--minutes N] [--layers N] ...

TEXTS   what `assay-train encoder-texts` wrote
PIECES  the list of word pieces of the base, one a line
BASE    a BERT with 384 values a piece: model.safetensors, or an .onnx file with plain floats
OUT     folder: encoder.bin, checkpoint.pt and the quotes found on dev (for score_quotes.py)

One small transformer reads windows of up to 192 pieces; its heads are
  cue      B, I or O for every token: where a quote has its verb
  role     for every cue, what each token is to it: its source, its content, or nothing
  pos      part of speech
  arc/rel  head and relation in the sentence's parse
  worth    is the sentence worth checking?
  claim    of a clause (the mean of its tokens): can it be checked, and must it be?
Its activations are turned into 8-bit integers in the program, row by row; training uses floats.
"""
import argparse, datetime, json, os, random, struct, time
from collections import defaultdict
import numpy as np
import torch
import torch.distributed as dist
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, INNER, WINDOW = 384, 12, 1536, 192
PAIR, ARC = 128, 128
N_POS = 38
ROLES = 5  # O, B-source, I-source, B-content, I-content


# ---------------------------------------------------------------- the base

def read_safetensors(path):
    raw = open(path, "rb").read()
    n = struct.unpack("<Q", raw[:8])[0]
    head = json.loads(raw[8:8 + n])
    kinds = {"F32": np.float32, "F16": np.float16}
    out = {}
    for name, t in head.items():
        if name == "__metadata__" or t["dtype"] not in kinds:
            continue
        a, b = t["data_offsets"]
        out[name] = np.frombuffer(raw[8 + n + a:8 + n + b], kinds[t["dtype"]]).reshape(t["shape"]).astype(np.float32)
    return out


def read_onnx(path):
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    out = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:  # products have no names of their own; their nodes tell where they belong
        if node.op_type == "MatMul" and node.input[1] in out:
            name = node.name.strip("/").removesuffix("/MatMul").replace("/", ".") + ".weight"
            out[name] = out[node.input[1]].T
    return out


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        with torch.autocast("cpu", enabled=False):  # floats are faster here than half ones
            a = F.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, t, WIDTH))
        x = self.norm1(x + a)
        f = self.down(F.gelu(self.up(x)))
        return self.norm2(x + f)


class Encoder(nn.Module):
    def __init__(self, pieces, layers, plain, relations):
        super().__init__()
        self.plain = plain
        self.word = nn.Embedding(pieces, WIDTH)
        self.word.weight.requires_grad = False
        self.place = nn.Embedding(WINDOW, WIDTH)
        self.shape = nn.Embedding(6, WIDTH)
        self.marks = nn.Embedding(16, WIDTH)
        self.edge = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.cue = nn.Linear(WIDTH, 3)
        self.role_cue = nn.Linear(WIDTH, PAIR)
        self.role_cue_end = nn.Linear(WIDTH, PAIR)
        self.role_token = nn.Linear(WIDTH, PAIR)
        self.role_near = nn.Embedding(16, PAIR)
        self.role = nn.Linear(PAIR, ROLES)
        self.pos = nn.Linear(WIDTH, N_POS)
        self.arc_dep = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC)
        self.rel_dep = nn.Linear(WIDTH, PAIR)
        self.rel_head = nn.Linear(WIDTH, PAIR)
        self.rel = nn.Linear(PAIR, relations)
        self.worth_token = nn.Linear(WIDTH, 128)
        self.worth = nn.Linear(128, 1)
        self.claim = nn.Linear(WIDTH, 2)
        for e in (self.shape, self.marks, self.edge, self.role_near):
            nn.init.normal_(e.weight, std=0.02)
        self.drop = 0.1

    def load(self, w):
        def put(p, v):
            with torch.no_grad():
                p.copy_(torch.from_numpy(np.array(v)))
        e = "embeddings."
        put(self.word.weight, w[e + "word_embeddings.weight"])
        put(self.place.weight, w[e + "position_embeddings.weight"][:WINDOW] + w[e + "token_type_embeddings.weight"][0])
        put(self.norm.weight, w[e + "LayerNorm.weight"]); put(self.norm.bias, w[e + "LayerNorm.bias"])
        for i, l in enumerate(self.layers):
            n = f"encoder.layer.{i}."
            qkv = [n + "attention.self." + x for x in ("query", "key", "value")]
            put(l.qkv.weight, np.concatenate([w[x + ".weight"] for x in qkv]))
            put(l.qkv.bias, np.concatenate([w[x + ".bias"] for x in qkv]))
            for a, b in ((l.out, "attention.output.dense"), (l.norm1, "attention.output.LayerNorm"), (l.up, "intermediate.dense"), (l.down, "output.dense"), (l.norm2, "output.LayerNorm")):
                put(a.weight, w[n + b + ".weight"]); put(a.bias, w[n + b + ".bias"])

    def forward(self, b):
        t = b["piece"].shape[1]
        mask = b["real"][:, None, None, :]
        with torch.no_grad():  # the lowest layers stay as they were
            x = self.norm(self.word(b["piece"]) + self.place.weight[:t])
            for l in self.layers[:self.plain]:
                x = l(x, mask)
        x = F.dropout(x, self.drop, self.training) + self.shape(b["shape"]) + self.marks(b["marks"]) + self.edge(b["edge"])
        for l in self.layers[self.plain:]:
            x = l(x, mask)
        return F.dropout(x, self.drop, self.training)

    def roles(self, h, begin, end):
        """h: tokens of one window [n, WIDTH]; begin, end: of c cues, last included → [c, n, ROLES]."""
        n = h.shape[0]
        a = self.role_cue(h[begin]) + self.role_cue_end(h[end])
        at = torch.arange(n)[None, :]
        near = self.role_near(distance(at - begin[:, None], at - end[:, None]))
        return self.role(F.relu(a[:, None] + self.role_token(h)[None] + near))


def distance(from_begin, from_end):
    """Steps of distance to a cue: 0 inside, 1-7 before, 8-14 behind."""
    steps = torch.tensor([0, 1, 2, 4, 8, 16, 32])
    before = torch.bucketize(-from_begin, steps)
    behind = torch.bucketize(from_end, steps)
    return torch.where(from_begin < 0, before, torch.where(from_end > 0, behind + 7, 0))


# ---------------------------------------------------------------- the texts

def windows(doc, budget, first=None):
    """Cuts a text into windows of whole sentences where possible: lists of (begin, end) of tokens
    with a flag "a paragraph ends here". The first one may be shorter."""
    sizes = np.array([len(p) for p in doc["pieces"]])
    ends = {e for _, e in doc["paragraphs"]}
    units = []
    for b, e in doc["sentences"]:
        while b < e:  # an endless sentence is cut
            n, m = 0, b
            while m < e and n + sizes[m] + 1 <= budget:
                n += sizes[m]; m += 1
            m = max(m, b + 1)
            units.append((b, m, min(n, budget - 1) + (1 if m in ends else 0), m in ends)); b = m
    out, now, used, limit = [], [], 0, first or budget
    i = 0
    while i < len(units):
        u = units[i]
        if now and used + u[2] > limit:
            back = len(now)
            while back > 1 and not now[back - 1][3]:
                back -= 1
            if now[back - 1][3] and sum(x[2] for x in now[:back]) > limit * 0.5:
                i -= len(now) - back
                now = now[:back]
            out.append([(x[0], x[1], x[3]) for x in now]); now, used, limit = [], 0, budget
            continue
        now.append(u); used += u[2]; i += 1
    if now:
        out.append([(x[0], x[1], x[3]) for x in now])
    return out


class Window:
    """The inputs of one window, and which token each first piece belongs to."""
    def __init__(self, special):
        self.piece, self.shape, self.marks, self.edge = [special[0]], [0], [0], [0]
        self.first, self.token, self.doc, self.sentence = [], [], [], []
        self.special, self.sentences = special, []

    def room(self):
        return WINDOW - len(self.piece)

    def add(self, doc, begin, end, separate):
        self.sentences.append((len(self.token), len(self.token) + end - begin, doc))
        for t in range(begin, end):
            self.first.append(len(self.piece)); self.token.append(t); self.doc.append(doc)
            self.sentence.append(len(self.sentences) - 1)
            for k, p in enumerate(doc["pieces"][t][:self.room() - 1 if self.room() > 1 else 1]):
                self.piece.append(p); self.shape.append(doc["shape"][t]); self.marks.append(doc["marks"][t])
                self.edge.append(0 if k else doc["edge"][t])
        if separate:
            self.piece.append(self.special[1]); self.shape.append(0); self.marks.append(0); self.edge.append(0)


def of_doc(doc, special, first=None):
    out = []
    for parts in windows(doc, WINDOW - 2, first):
        w = Window(special)
        for b, e, sep in parts:
            w.add(doc, b, e, sep)
        out.append(w)
    return out


def of_sentences(docs, special, rng, separate):
    """Windows of sentences of one kind, with a separator after some of them."""
    out, w = [], Window(special)
    for doc, (b, e) in docs:
        n = sum(map(len, doc["pieces"][b:e])) + 1
        while n > WINDOW - 2 and e > b + 1:
            e -= 1; n -= len(doc["pieces"][e])
        if n > w.room():
            out.append(w); w = Window(special)
        w.add(doc, b, e, rng.random() < separate)
    out.append(w)
    return out


def batch(ws):
    t = max(len(w.piece) for w in ws)
    pad = lambda f, v: torch.tensor([getattr(w, f) + [v] * (t - len(w.piece)) for w in ws])
    b = {f: pad(f, 0) for f in ("piece", "shape", "marks", "edge")}
    b["real"] = torch.tensor([[1] * len(w.piece) + [0] * (t - len(w.piece)) for w in ws], dtype=torch.bool)
    return b


# ---------------------------------------------------------------- learning

def gold_quotes(w, annotator):
    """Cue tags and, for each cue wholly inside, the roles of the window's tokens."""
    doc = w.doc[0]
    place = {t: i for i, t in enumerate(w.token)}
    tags, cues = [0] * len(w.token), []
    for a in doc["gold"][annotator % len(doc["gold"])]:
        if not a["cue"]:
            continue
        b, e = a["cue"][0]
        if b not in place or e - 1 not in place:
            continue
        b, e = place[b], place[e - 1] + 1
        for i in range(b, e):
            tags[i] = 1 if i == b else 2
        roles = [0] * len(w.token)
        for kind, spans in ((1, a["source"]), (3, a["content"])):
            for s, t in spans:
                inside = [place[x] for x in range(s, t) if x in place]
                for k, i in enumerate(inside):
                    roles[i] = kind + (k > 0)
        cues.append((b, e - 1, roles))
    return tags, cues


def clauses_in(w):
    """The marked clauses wholly inside the window: first and last token, worth from 0 to 3."""
    place = {t: i for i, t in enumerate(w.token)}
    return [(place[b], place[e - 1] + 1, worth) for b, e, worth in w.doc[0].get("clauses", []) if b in place and e - 1 in place]


def loss_of(model, ws, names, annotator):
    h = model(batch(ws)).float()
    losses = defaultdict(list)
    for i, w in enumerate(ws):
        x = h[i, torch.tensor(w.first)]
        kind = w.doc[0]["kind"]
        if kind == "quotes":
            clauses = clauses_in(w)
            if clauses:
                y = model.claim(torch.stack([x[b:e].mean(0) for b, e, _ in clauses]))
                worth = torch.tensor([c[2] for c in clauses])
                wanted = torch.stack([worth > 0, worth > 2], 1).float()
                losses["claim"].append(F.binary_cross_entropy_with_logits(y, wanted, reduction="sum") / 6)
            tags, cues = gold_quotes(w, annotator)
            losses["cue"].append(F.cross_entropy(model.cue(x), torch.tensor(tags), reduction="sum") / 25)
            if cues:
                r = model.roles(x, torch.tensor([c[0] for c in cues]), torch.tensor([c[1] for c in cues]))
                losses["role"].append(F.cross_entropy(r.reshape(-1, ROLES), torch.tensor([c[2] for c in cues]).reshape(-1), reduction="sum") / 40)
        elif kind == "tree":
            g = [(d["tags"][t], d["heads"][t], d["relations"][t]) for d, t in zip(w.doc, w.token)]
            losses["pos"].append(F.cross_entropy(model.pos(x), torch.tensor([a[0] for a in g]), reduction="sum") / 40)
            same = torch.tensor(w.sentence)
            same = same[:, None] == same[None]
            arcs = arcs_of(model, x).masked_fill(~same, -1e4)
            head = []
            for j, (b, e, _) in enumerate(w.sentences):
                for k in range(b, e):
                    head.append(k if g[k][1] == 0 else b + g[k][1] - 1)
            ok = torch.tensor([hd < w.sentences[w.sentence[k]][1] for k, hd in enumerate(head)])
            head = torch.tensor(head).clamp(max=len(g) - 1)
            losses["arc"].append((F.cross_entropy(arcs, head, reduction="none") * ok).sum() / 40)
            rel = model.rel(F.relu(model.rel_dep(x) + model.rel_head(x)[head]))
            losses["rel"].append((F.cross_entropy(rel, torch.tensor([names[a[2]] for a in g]), reduction="none") * ok).sum() / 40)
        else:
            y = worth_of(model, x, w)
            losses["worth"].append(F.binary_cross_entropy_with_logits(y, torch.tensor([float(d["worth"]) for _, _, d in w.sentences]), reduction="sum") / 6)
    return {k: torch.stack(v).sum() / len(ws) for k, v in losses.items()}


def arcs_of(model, x):
    return F.relu(model.arc_dep(x)) @ model.arc(F.relu(model.arc_head(x))).T


def worth_of(model, x, w):
    f = F.relu(model.worth_token(x))
    return model.worth(torch.stack([f[b:e].mean(0) for b, e, _ in w.sentences]))[:, 0]


# ---------------------------------------------------------------- measuring

def best_roles(scores):
    """The best sequence in which an inside follows its own beginning or inside."""
    allowed = np.full((ROLES, ROLES), -1e9)
    for b in range(ROLES):
        for n in range(ROLES):
            if n in (0, 1, 3) or b == n or b == n - 1:
                allowed[b, n] = 0
    s = np.array(scores)
    s0 = np.array([0, 0, -1e9, 0, -1e9])
    best, back = s[0] + s0, []
    for row in s[1:]:
        step = best[:, None] + allowed
        back.append(step.argmax(0)); best = step.max(0) + row
    tags = [int(best.argmax())]
    for p in reversed(back):
        tags.append(int(p[tags[-1]]))
    return tags[::-1]


def spans(tags, kind):
    out, i = [], 0
    while i < len(tags):
        if tags[i] == kind:
            e = i + 1
            while e < len(tags) and tags[e] == kind + 1:
                e += 1
            out.append((i, e)); i = e
        else:
            i += 1
    return out


def measure(model, dev, special, names, out, bias=0.0):
    model.eval()
    t0 = time.time(); pieces = 0
    figures = defaultdict(float)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for doc in (d for d in dev if d["kind"] == "quotes"):
            found = []
            for w in of_doc(doc, special):
                h = model(batch([w])).float()[0, torch.tensor(w.first)]
                with torch.autocast("cpu", enabled=False):
                    c = model.cue(h); c[:, 0] -= bias
                    cues = spans(best_roles(F.pad(c, (0, 2), value=-1e9).numpy()), 1)
                    if cues:
                        r = model.roles(h, torch.tensor([b for b, _ in cues]), torch.tensor([e - 1 for _, e in cues])).numpy()
                for (b, e), scores in zip(cues, r if cues else []):
                    tags = best_roles(scores)
                    at = lambda s: {"start": doc["begin"][w.token[s[0]]], "end": doc["end"][w.token[s[1] - 1]]}
                    content, source = spans(tags, 3), spans(tags, 1)
                    if content:
                        found.append({"kind": "indirect", "content": [at(s) for s in content], "cue": at((b, e)), "source": at(source[0]) if source else None})
            json.dump({"quotes": found}, open(os.path.join(out, doc["name"] + ".json"), "w"))
        for w in of_sentences([(d, s) for d in dev if d["kind"] == "tree" and d["name"].startswith("en_ewt") for s in d["sentences"]], special, random.Random(1), 0.5):
            x = model(batch([w])).float()[0, torch.tensor(w.first)]
            with torch.autocast("cpu", enabled=False):
                arcs, pos = arcs_of(model, x), model.pos(x).argmax(1).tolist()
            d = w.doc[0]
            for b, e, _ in w.sentences:
                head = arcs[b:e, b:e].argmax(1)
                y = x[b:e]
                rel = model.rel(F.relu(model.rel_dep(y) + model.rel_head(y)[head])).float().argmax(1).tolist()
                for k in range(b, e):
                    t = w.token[k]
                    gold = k - b if d["heads"][t] == 0 else d["heads"][t] - 1
                    figures["n"] += 1
                    figures["pos"] += pos[k] == d["tags"][t]
                    ok = gold == int(head[k - b])
                    figures["uas"] += ok
                    figures["las"] += ok and names[d["relations"][t]] == rel[k - b]
                    figures["las1"] += ok and NAMES[rel[k - b]].split(":")[0] == d["relations"][t].split(":")[0]
        for name in ("dev", "dev-test"):
            docs = [d for d in dev if d["kind"] == "worth" and d["name"] == name]
            tp = fp = fn = 0
            for d in docs:
                w = of_sentences([(d, (0, len(d["pieces"])))], special, random.Random(1), 1)[-1]
                x = model(batch([w])).float()[0, torch.tensor(w.first)]
                y = float(worth_of(model, x, w)[0]) > 0
                tp += y and d["worth"]; fp += y and not d["worth"]; fn += not y and d["worth"]
            figures["worth " + name] = 2 * tp / max(1, 2 * tp + fp + fn)
    n = figures.pop("n")
    print("dev:", "  ".join(f"{k} {100 * v / (n if k in ('pos', 'uas', 'las', 'las1') else 1):.2f}" for k, v in figures.items()), f"({time.time() - t0:.0f} s)", flush=True)
    os.system(f"python3 {SCORER} --text {DATA}/quotes/dev/text --gold {DATA}/quotes/dev/gold --pred {out} | grep -v marked")
    model.train()


# ---------------------------------------------------------------- the file

class File:
    """Writes encoder.bin, whose parts neural/encoder_model.h describes."""
    def __init__(self):
        self.bytes = bytearray(64)

    def put(self, data):
        self.bytes += b"\0" * (-len(self.bytes) % 64) + bytes(data)

    def floats(self, tensor):
        self.put(tensor.detach().float().numpy().astype("<f4").tobytes())

    def text(self, lines):
        raw = "".join(l + "\n" for l in lines).encode()
        self.put(struct.pack("<I", len(raw)))
        self.put(raw)

    def norm(self, norm):
        self.floats(norm.weight); self.floats(norm.bias)

    def product(self, linear):
        w = linear.weight.detach().float().numpy()
        columns, rows = w.shape
        padded = -(-columns // 16) * 16
        scales = np.maximum(np.abs(w).max(1), 1e-12) / 127
        q = np.zeros((padded, rows), np.int8)
        q[:columns] = np.clip(np.rint(w / scales[:, None]), -127, 127)
        fill = lambda v: np.pad(v.astype("<f4"), (0, padded - columns))
        self.put(struct.pack("<II", columns, rows))
        self.put(fill(scales).tobytes())
        self.put(fill(linear.bias.detach().float().numpy()).tobytes())
        self.put(q.astype("<i4").sum(1).astype("<i4").tobytes())
        self.put(np.ascontiguousarray(q.reshape(padded // 16, 16, rows // 4, 4).transpose(0, 2, 1, 3)).tobytes())


def sum_of(data):
    """What neural/encoder_model.cpp calls sumOf."""
    mask, golden = (1 << 64) - 1, 0x9E3779B97F4A7C15
    n = len(data) // 32
    words = np.frombuffer(data[:n * 32], "<u8").reshape(n, 4)
    lanes = np.array([1, 2, 3, 4], np.uint64)
    with np.errstate(over="ignore"):
        for row in words:
            lanes = (lanes ^ row) * np.uint64(golden)
    total = len(data)
    for byte in data[n * 32:]:
        total = ((total ^ byte) * 0x100000001B3) & mask
    for lane in lanes:
        total = ((total ^ int(lane)) * golden) & mask
        total ^= total >> 29
    return total


def pieces_to_keep(pieces, train):
    """Pieces of other scripts and rare ones that no text for learning has are left out."""
    seen = {p for d in train for token in d["pieces"] for p in token}
    special = lambda p: p.startswith("[") and len(p) > 1
    english = lambda p: p.isascii() or p in "–—‘’“”…•€£°é"
    wanted = lambda i, p: english(p) and not special(p) and (i < 20000 or i in seen)
    return [i for i, p in enumerate(pieces) if p in ("[UNK]", "[CLS]", "[SEP]") or wanted(i, p)]


def write(model, relations, pieces, keep, path):
    word = model.word.weight.detach().numpy()[keep]
    scales = np.maximum(np.abs(word).max(1), 1e-12) / 127
    f = File()
    f.text([pieces[i] for i in keep]); f.text(relations)
    f.put(np.rint(word / scales[:, None]).astype(np.int8).tobytes())
    f.put(scales.astype("<f4").tobytes())
    for e in (model.place, model.shape, model.marks, model.edge):
        f.floats(e.weight)
    f.norm(model.norm)
    for l in model.layers:
        for p in (l.qkv, l.out, l.up, l.down):
            f.product(p)
        f.norm(l.norm1); f.norm(l.norm2)
    for p in (model.cue, model.role_cue, model.role_cue_end, model.role_token, model.role):
        f.product(p)
    f.floats(model.role_near.weight)
    for p in (model.pos, model.arc_dep, model.arc_head, model.arc, model.rel_dep, model.rel_head, model.rel, model.worth_token, model.worth, model.claim):
        f.product(p)
    sizes = (len(keep), len(model.layers), model.plain, WIDTH, HEADS, INNER, WINDOW, PAIR, ARC, len(relations), N_POS, model.worth.weight.shape[1])
    f.bytes[16:64] = struct.pack("<12I", *sizes)
    f.bytes[0:8] = b"ASENC02\n"
    f.bytes[8:16] = struct.pack("<Q", sum_of(bytes(f.bytes[16:])))
    open(path, "wb").write(f.bytes)
    print(f"{path}: {len(f.bytes)} bytes, {len(keep)} pieces")


def relations_of(texts):
    return sorted({r for d in texts if d["kind"] == "tree" and d["part"] == "train" for r in d["relations"]})


def epoch(train, special, rng, number):
    """Windows of all kinds in one order; every text a few times differently cut over the epochs."""
    out = []
    for d in train:
        if d["kind"] == "quotes":
            out += of_doc(d, special, rng.randint(WINDOW // 2, WINDOW - 2))
    trees = []
    for d in train:
        if d["kind"] == "tree":
            s = [(d, x) for x in d["sentences"]]
            groups = [s[i:i + 8] for i in range(0, len(s), 8)]
            trees += groups
    rng.shuffle(trees)
    out += of_sentences([x for g in trees for x in g], special, rng, 0.4)
    rated = [d for d in train if d["kind"] == "worth" and (d["worth"] or rng.random() < 0.3)]
    rng.shuffle(rated)
    out += of_sentences([(d, (0, len(d["pieces"]))) for d in rated], special, rng, 0.5)
    rng.shuffle(out)
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument("texts"); a.add_argument("pieces"); a.add_argument("base"); a.add_argument("out")
    a.add_argument("--shared", default="../shared")
    a.add_argument("--steps", type=int, default=3000); a.add_argument("--layers", type=int, default=6)
    a.add_argument("--plain", type=int, default=2, help="lowest layers that are not taught")
    a.add_argument("--batch", type=int, default=12); a.add_argument("--rate", type=float, default=2e-4)
    a.add_argument("--minutes", type=float, default=1e6, help="learn faster less when the time runs out (not the same each time)")
    a.add_argument("--save", type=int, default=150, help="steps between checkpoints")
    a.add_argument("--resume", help="a checkpoint to go on from")
    a.add_argument("--workers", type=int, default=2, help="processes of one thread that share each batch")
    a = a.parse_args()
    meeting = os.path.abspath(a.out) + ".meeting"
    if os.path.exists(meeting):
        os.remove(meeting)
    if a.workers > 1:
        torch.multiprocessing.spawn(learn, (a, meeting), nprocs=a.workers)
    else:
        learn(0, a, meeting)


def share_gradients(parameters, workers, progress):
    """Every worker goes on with the mean of all gradients, and with the progress of the first."""
    if workers == 1:
        return progress
    grads = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
    flat = torch.cat([g.reshape(-1) for g in grads] + [torch.tensor([progress])])
    dist.all_reduce(flat)
    flat /= workers
    at = 0
    for p in parameters:
        p.grad = flat[at:at + p.numel()].view_as(p)
        at += p.numel()
    return float(flat[-1])


def learn(rank, a, meeting):
    global NAMES, DATA, SCORER
    if a.workers > 1:
        dist.init_process_group("gloo", init_method="file://" + meeting, rank=rank, world_size=a.workers, timeout=datetime.timedelta(hours=2))
    DATA, SCORER = a.shared + "/data", a.shared + "/eval/score_quotes.py"
    torch.set_num_threads(1); torch.manual_seed(1 + rank)
    rng = random.Random(1)
    texts = [json.loads(l) for l in open(a.texts)]
    NAMES = relations_of(texts)
    names = defaultdict(int, {r: i for i, r in enumerate(NAMES)})
    train = [d for d in texts if d["part"] == "train" and d["pieces"]]
    dev = [d for d in texts if d["part"] == "dev" and d["pieces"]]
    pieces = open(a.pieces).read().split("\n")[:-1]
    special = (pieces.index("[CLS]"), pieces.index("[SEP]"))
    model = Encoder(len(pieces), a.layers, a.plain, len(NAMES))
    model.load(read_onnx(a.base) if a.base.endswith(".onnx") else read_safetensors(a.base))
    start = 0.0
    if a.resume:
        last = torch.load(a.resume)
        model.load_state_dict(last["model"], strict=False)  # a head may be new
        start = last["progress"]
        rng.seed(start)
    os.makedirs(a.out + "/pred", exist_ok=True)
    for p in (*model.layers[:a.plain].parameters(), *model.norm.parameters(), *model.place.parameters()):
        p.requires_grad = False
    new = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("layers")]
    old = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith("layers")]
    learned = old + new
    opt = torch.optim.AdamW([{"params": old, "lr": a.rate}, {"params": new, "lr": a.rate * 6}], weight_decay=0.01, betas=(0.9, 0.98), eps=1e-6)
    rates = [g["lr"] for g in opt.param_groups]
    weight = {"cue": 1.0, "role": 1.0, "pos": 0.6, "arc": 0.6, "rel": 0.5, "worth": 0.6, "claim": 0.6}
    step, rounds, queue, mean, t0, seen = 0, 0, [], defaultdict(list), time.time(), 0
    model.train()
    progress = 0.0
    while progress < 1:
        if len(queue) < a.batch:
            queue = epoch(train, special, rng, rounds); rounds += 1
            print(f"round {rounds}: {len(queue)} windows, worker {rank}", flush=True)
        ws = [queue.pop() for _ in range(a.batch)][rank::a.workers]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            h = loss_of(model, ws, names, rounds)
        for k, v in h.items():
            mean[k].append(float(v.detach()))
        done = max((step + 1) / a.steps, (time.time() - t0) / (60 * a.minutes))
        progress = min(1.0, start + (1 - start) * done)
        sum(weight[k] * v for k, v in h.items()).backward()
        progress = share_gradients(learned, a.workers, progress)
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        for g, rate in zip(opt.param_groups, rates):
            g["lr"] = rate * min(1, progress / 0.05, (step + 1) / 40) * max(0.01, 1 - progress)
        opt.step(); opt.zero_grad(set_to_none=True)
        step += 1; seen += a.workers * sum(len(w.piece) for w in ws)
        if step % 25 == 0 and rank == 0:
            print(f"{step} {progress:.3f} {time.time() - t0:.0f}s {seen / (time.time() - t0):.0f} pieces/s ", {k: round(float(np.mean(v[-200:])), 3) for k, v in mean.items()}, flush=True)
            mean.clear()
        if (step % a.save == 0 or progress >= 1) and rank == 0:
            torch.save({"model": model.state_dict(), "relations": NAMES, "progress": progress}, a.out + "/checkpoint.pt")
            write(model, NAMES, pieces, pieces_to_keep(pieces, train), a.out + "/encoder.bin")
    if rank == 0:
        measure(model, dev, special, names, a.out + "/pred")


if __name__ == "__main__":
    main()
