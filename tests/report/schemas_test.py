"""Outside check of the JSON formats: the approved outputs against the schemas in assets/schemas.

Run by ctest with the source folder as its argument. Prints "skipped: ..." and ends well when the
checker (Debian package python3-jsonschema) is not installed. Every schema must also refuse each
of its planted violations: a schema that accepts everything would prove nothing.
"""
import copy
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(0)

ROOT = pathlib.Path(sys.argv[1])


def first(values, path):
    """The container and key that `path` ends in; "*" is the first entry of a list."""
    *way, last = [0 if step == "*" else step for step in path.split("/")]
    for step in way:
        values = values[step]
    return values, last


# schema: (approved outputs, planted violations as path and wrong value; ... removes the member)
CHECKS = {
    "report": (
        ["report/sample.json", "report/public.json"],
        [
            ("version", 2),
            ("generatedAt", "yesterday"),
            ("article/sha256", "abc"),
            ("article/draft", 0),
            ("article/text", ...),
            ("summary/byStatus/verified", -1),
            ("blocks/*/role", "advertisement"),
            ("items/*/status", "maybe"),
            ("items/*/number", "7"),
            ("items/*/spans/*/start", 1.5),
            ("items/*/score", 2),
            ("items/*/speaker", "Ruth Tamm"),
            ("items/*/surprise", True),
            ("sources/*/kind", "rumour"),
            ("sources/*/snapshots/*/sha256", "abc"),
            ("queries/*/state", "forgotten"),
            ("queries/*/items", []),
            ("queries/*/text", ""),
            ("queries", ...),
        ],
    ),
    "annotations": (
        ["report/sample.annotations.jsonld", "report/public.annotations.jsonld"],
        [
            ("type", "AnnotationCollection"),
            ("items/*/motivation", ["doubting"]),
            ("items/*/body/*/purpose", "being"),
            ("items/*/body/*/value", ""),
            ("items/*/target", []),
            ("items/*/target/*/selector/*/exact", ...),
            ("items/*/target/*/source", "javascript:alert(1)"),
            ("items/*/id", "Q1"),
        ],
    ),
    "extraction": (
        ["report/extraction.json"],
        [
            ("article/length", "long"),
            ("quotes/*/content", []),
            ("quotes/*/kind", "claim"),
            ("quotes/*/cue", {"start": 1}),
            ("quotes/*/speaker/id", "Q1"),
            ("claims/*/reasons", ["because"]),
            ("claims/*/checkable", "yes"),
            ("claims", ...),
        ],
    ),
    "items": (
        ["report/items.json"],
        [
            ("items/*/status", "done"),
            ("items/*/speaker", ...),
            ("items/*/end", -1),
            ("items/*/flags", ["urgent"]),
        ],
    ),
}

failures = 0


def fail(words):
    global failures
    failures += 1
    print("FAILED:", words)


for name, (outputs, violations) in CHECKS.items():
    schema = json.loads((ROOT / f"assets/schemas/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    fullest = None  # the first: a public report has less that could be broken
    for output in outputs:
        document = json.loads((ROOT / "tests/golden" / output).read_text("utf-8"))
        for error in validator.iter_errors(document):
            fail(f"{output}: {error.json_path}: {error.message}")
        print(f"{output} meets {name}.schema.json")
        fullest = fullest or document
    for path, wrong in violations:
        broken = copy.deepcopy(fullest)
        container, key = first(broken, path)
        if wrong is ...:
            del container[key]
        else:
            container[key] = wrong
        if validator.is_valid(broken):
            fail(f"{name}.schema.json accepts {path} = {wrong!r}")
    print(f"{name}.schema.json refuses {len(violations)} planted violations")

sys.exit(1 if failures else 0)
