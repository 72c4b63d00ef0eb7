// PDF and DOCX, read by programs of other makers and held against the JSON report of the same store.
import mammoth from 'mammoth';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {check, equal, json, must, report, run, scratch, solid, squeezed, visible} from './lib.mjs';

function soundPdf(name) {
  const said = run('qpdf', ['--check', report(name)]);
  must(said.status === 0, said.stdout + said.stderr);
  return 'no syntax or stream encoding errors';
}

function embeddedFonts(name) {
  const lines = run('pdffonts', [report(name)]).stdout.trim().split('\n').slice(2);
  must(lines.length > 0, 'no fonts at all');
  // … emb sub uni object ID: counted from the end, for names may hold blanks.
  const loose = lines.filter((line) => line.trim().split(/\s+/).at(-5) !== 'yes');
  must(loose.length === 0, `not embedded:\n${loose.join('\n')}`);
  return `${lines.length} fonts, all embedded`;
}

function taggedPdf(name) {
  const about = run('pdfinfo', [report(name)]).stdout;
  must(/^Tagged:\s+yes$/m.test(about), 'not tagged');
  must(/^JavaScript:\s+no$/m.test(about), 'holds JavaScript');
  const structure = run('pdfinfo', ['-struct', report(name)]).stdout;
  const roles = new Set(structure.match(/^\s*(Document|H[1-6]|P|BlockQuote|Link)\b/gm)?.map((r) => r.trim()));
  for (const role of ['Document', 'H1', 'H2', 'H3', 'P']) must(roles.has(role), `no ${role}`);
  return [...roles].join(' ');
}

/// The words as pdftotext gives them, without running heads, page numbers and line breaks.
function wordsOfPdf(name) {
  const body = run('pdftotext', ['-raw', '-x', '0', '-y', '60', '-W', '600', '-H', '725', '-r', '72',
                                 report(name), '-']).stdout;
  return solid(body);
}

function pdfRoundTrip(name, data) {
  const words = wordsOfPdf(name);
  const missing = [];
  let looked = 0;
  for (const item of data.items) {
    for (const field of [item.text, item.note, item.correction, item.explanation]) {
      if (!field) continue;
      ++looked;
      if (!words.includes(solid(field))) missing.push(`${item.number}: ${field.slice(0, 60)}`);
    }
  }
  must(missing.length === 0, `${missing.length} of ${looked} texts not found:\n${missing.slice(0, 8).join('\n')}`);
  return `${looked} texts of ${data.items.length} items read back`;
}

/// No object of the file acts by itself, and every address leads to the web.
function tamePdf(name) {
  const objects = JSON.parse(run('qpdf', ['--json', report(name)]).stdout);
  const actions = new Set();
  const addresses = new Set();
  const walk = (value) => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (value === null || typeof value !== 'object') return;
    if (typeof value['/S'] === 'string') actions.add(value['/S']);
    if (typeof value['/URI'] === 'string') addresses.add(value['/URI'].replace(/^u:/, ''));
    for (const key of ['/JS', '/JavaScript', '/Launch', '/OpenAction', '/AA', '/EmbeddedFiles']) {
      must(!(key in value), `holds ${key}`);
    }
    Object.values(value).forEach(walk);
  };
  walk(objects.objects ?? objects.qpdf);
  for (const kind of ['/JavaScript', '/Launch', '/SubmitForm', '/GoToR', '/ImportData']) {
    must(!actions.has(kind), `acts: ${kind}`);
  }
  for (const address of addresses) must(/^https?:\/\//.test(address), `leads to ${address}`);
  return `${addresses.size} addresses, all to the web`;
}

function office(name, kind, filter = kind) {
  const said = run('soffice', [`-env:UserInstallation=file://${scratch}/office`, '--headless',
                               '--convert-to', filter, '--outdir', scratch, report(name)],
                   {timeout: 300_000});
  must(said.status === 0, said.stderr);
  return path.join(scratch, name.replace(/\.[a-z]+$/, `.${kind}`));
}

function toOdt(name, data) {
  const content = run('unzip', ['-p', office(name, 'odt'), 'content.xml']).stdout;
  const notes = content.match(/<office:annotation /g)?.length ?? 0;
  equal(notes, data.items.length, 'comments');
  const changes = content.match(/<text:changed-region/g)?.length ?? 0;
  return `${notes} comments, ${changes} tracked changes`;
}

function toPdf(name) {
  const about = run('pdfinfo', [office(name, 'pdf')]).stdout;
  const pages = Number(/Pages:\s+(\d+)/.exec(about)?.[1]);
  must(pages > 1, 'no pages');
  return `${pages} pages`;
}

/// What pandoc reads: comments with the words between their ends, and tracked changes.
function pandocReading(name) {
  const said = run('pandoc', ['-f', 'docx', '--track-changes=all', '-t', 'json', report(name)]);
  must(said.status === 0, said.stderr);
  const comments = new Map();
  const changes = [];
  const open = new Set();
  const plain = (nodes) => nodes.map((node) => node.t === 'Str' ? node.c :
      node.t === 'Space' || node.t === 'SoftBreak' || node.t === 'LineBreak' ? ' ' :
      node.t === 'Quoted' ? plain(node.c[1]) : Array.isArray(node.c) ? plain(node.c.flat(9)) : '').join('');
  const add = (words) => open.forEach((id) => { comments.get(id).range += words; });
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (node === null || typeof node !== 'object') return;
    if (node.t === 'Str') return add(node.c);
    if (['Space', 'SoftBreak', 'LineBreak'].includes(node.t)) return add(' ');
    if (node.t === 'Para' || node.t === 'Plain' || node.t === 'Header') add(' ');
    if (node.t === 'Span') {
      const [[id, classes, pairs], inside] = node.c;
      const known = Object.fromEntries(pairs);
      if (classes.includes('comment-start')) {
        comments.set(known.id ?? id, {author: known.author, date: known.date ?? '', range: '', text: plain(inside)});
        open.add(known.id ?? id);
        return;
      }
      // Ends that meet are nested in each other.
      if (classes.includes('comment-end')) open.delete(known.id ?? id);
      for (const kind of ['insertion', 'deletion']) {
        if (!classes.includes(kind)) continue;
        changes.push({kind, author: known.author, words: plain(inside)});
        if (kind === 'insertion') return;
      }
      return walk(inside);
    }
    Object.values(node).forEach(walk);
  };
  walk(JSON.parse(said.stdout).blocks);
  return {comments, changes};
}

function pandocAgrees(name, data) {
  const {comments, changes} = pandocReading(name);
  equal(comments.size, data.items.length, 'comments');
  data.items.forEach((item, index) => {
    const comment = comments.get(String(index));
    must(comment, `no comment ${index}`);
    equal(comment.author, squeezed(visible(item.checkedBy ?? data.program)), `author of ${item.number}`);
    equal(comment.date, item.checkedAt ?? '', `date of ${item.number}`);
    const points = [...data.article.text];
    const passage = points.slice(item.spans[0].start, item.spans.at(-1).end).join('');
    equal(solid(comment.range), solid(visible(passage)), `range of ${item.number}`);
    must(comment.text.includes(item.number), `${item.number} is not named in its comment`);
  });
  return `${comments.size} comments with authors, dates and ranges, ${changes.length} tracked changes`;
}

/// Only where corrections are single words apart: in the sample the edits are known.
function pandocChanges(name) {
  const {changes} = pandocReading(name);
  const words = (kind) => changes.filter((c) => c.kind === kind).map((c) => squeezed(c.words)).sort();
  equal(words('deletion'), ['120', '36', 'Thursday'], 'deletions');
  equal(words('insertion'), ['110', '26', 'Tuesday'], 'insertions');
  equal([...new Set(changes.map((c) => c.author))], ['mira'], 'authors of changes');
  return '36 → 26, Thursday → Tuesday, 120 → 110, by mira';
}

async function mammothAgrees(name, data) {
  const read = await mammoth.convertToHtml({buffer: readFileSync(report(name))},
                                           {styleMap: ['comment-reference => sup']});
  const bad = read.messages.filter((m) => m.type === 'error');
  must(bad.length === 0, bad[0]?.message);
  const comments = read.value.match(/<dt id="comment-\d+">/g)?.length ?? 0;
  equal(comments, data.items.length, 'comments');
  return `${comments} comments, 0 errors`;
}

function pythonDocx(name, data) {
  const said = run('/usr/bin/python3', ['read_docx.py', report(name)]);
  must(said.status === 0, said.stderr.trim().split('\n').at(-1));
  const read = JSON.parse(said.stdout);
  equal(read.authors, data.items.map((item) => squeezed(visible(item.checkedBy ?? data.program))), 'authors');
  equal(read.ranges, data.items.length, 'ranges');
  equal(read.title.includes('Fact-check report'), true, 'title');
  return `${read.authors.length} comments, ${read.paragraphs} paragraphs, ${read.tables} tables`;
}

export async function checkPaper() {
  for (const set of ['sample', 'hostile']) {
    const data = json(`${set}.json`);
    const pdf = `${set}.pdf`;
    await check(pdf, 'qpdf --check', () => soundPdf(pdf));
    await check(pdf, 'pdffonts', () => embeddedFonts(pdf));
    await check(pdf, 'pdfinfo -struct', () => taggedPdf(pdf));
    await check(pdf, 'qpdf --json', () => tamePdf(pdf));
    if (set === 'sample') await check(pdf, 'pdftotext', () => pdfRoundTrip(pdf, data));
    const docx = `${set}.docx`;
    await check(docx, 'LibreOffice to ODT', () => toOdt(docx, data));
    await check(docx, 'LibreOffice to PDF', () => toPdf(docx));
    await check(docx, 'pandoc --track-changes=all', () => pandocAgrees(docx, data));
    if (set === 'sample') await check(docx, 'pandoc, insertions', () => pandocChanges(docx));
    await check(docx, 'mammoth', () => mammothAgrees(docx, data));
    await check(docx, 'python-docx', () => pythonDocx(docx, data));
  }
}
