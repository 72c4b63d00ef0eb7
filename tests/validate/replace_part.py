"""Copies a zip file, one of its parts replaced by what comes on standard input."""
import sys
import zipfile

source, target, part = sys.argv[1:]
replacement = sys.stdin.buffer.read()
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for entry in old.infolist():
        new.writestr(entry, replacement if entry.filename == part else old.read(entry.filename))
