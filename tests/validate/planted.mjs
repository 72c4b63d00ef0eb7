// Broken PDF and DOCX files, for checkers to refuse.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {must, report, run, scratch} from './lib.mjs';

/// A page with a font that is not in the file; as asked with a tag around some words and others
/// beside it, or with a script that runs when it is opened.
export function tinyPdf({tagged = '', beside = 'words', script = ''}) {
  const content = (tagged ? `/P<</MCID 0>>BDC BT /F1 20 Tf 1 0 0 1 72 600 Tm (${tagged}) Tj ET EMC ` : '') +
      `BT /F1 20 Tf 1 0 0 1 72 500 Tm (${beside}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R' + (tagged ? '/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R' : '') +
        (script ? `/OpenAction<</S/JavaScript/JS(${script.replace(/[()]/g, '\\$&')})>>` : '') + '>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/StructParents 0' +
        '/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>>>',
    '<</Type/StructElem/S/Document/P 6 0 R/K 8 0 R>>',
    '<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K 0>>',
  ];
  let out = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n` +
      places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('') +
      `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return out;
}

/// The bytes of a DOCX with a stretch of one of its parts replaced.
export function brokenDocx(name, part, from, to) {
  const words = run('unzip', ['-p', report(name), part]).stdout;
  const changed = words.replace(from, to);
  must(changed !== words, `no ${from} in ${part} to plant a fault in`);
  const made = path.join(scratch, 'planted.docx');
  const said = run('/usr/bin/python3', ['replace_part.py', report(name), made, part], {input: changed});
  must(said.status === 0, said.stderr);
  return readFileSync(made);
}
