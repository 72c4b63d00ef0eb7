"""What python-docx sees in a document: one JSON object on standard output."""
import json
import sys

from docx import Document
from docx.oxml.ns import qn

document = Document(sys.argv[1])
part = next(p for p in document.part.package.iter_parts() if p.partname == "/word/comments.xml")
from lxml import etree

comments = etree.fromstring(part.blob).findall(qn("w:comment"))
body = document.element.body
starts = {e.get(qn("w:id")) for e in body.iter(qn("w:commentRangeStart"))}
ends = {e.get(qn("w:id")) for e in body.iter(qn("w:commentRangeEnd"))}
assert starts == ends == {c.get(qn("w:id")) for c in comments}, "ranges without their comments"
print(
    json.dumps(
        {
            "authors": [c.get(qn("w:author")) for c in comments],
            "ranges": len(starts),
            "title": document.core_properties.title,
            "paragraphs": len(document.paragraphs),
            "tables": len(document.tables),
        }
    )
)
