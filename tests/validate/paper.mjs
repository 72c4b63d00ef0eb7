// PDF and DOCX, read by programs of other makers and held against the JSON report of the same store.
import mammoth from 'mammoth';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {check, equal, json, must, plant, planted, report, run, scratch, solid, squeezed, unchecked, visible}
  from './lib.mjs';
import {brokenDocx, tinyPdf} from './planted.mjs';

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

/// How often each character stands in words, blanks and the marks around right-to-left words aside.
function characters(words) {
  const count = {};
  for (const c of words.replace(/[\s\u200B-\u200F\u202A-\u202F]+/gu, '')) count[c] = (count[c] ?? 0) + 1;
  return count;
}

/// What a screen reader says is what stands on the pages: every word once.
function wordsInStructure(name) {
  const said = run('pdfinfo', ['-struct-text', report(name)]).stdout.split('\n')
      .map((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? '').join('');
  const [structure, pages] = [characters(said), characters(wordsOfPdf(name))];
  const wrong = Object.keys({...structure, ...pages}).filter((c) => structure[c] !== pages[c]);
  must(wrong.length === 0, wrong.slice(0, 10)
      .map((c) => `"${c}": ${structure[c] ?? 0} in the structure, ${pages[c] ?? 0} on the pages`).join('\n'));
  return `${Object.values(pages).reduce((a, b) => a + b, 0)} characters, each in the structure once`;
}

const verapdf = path.resolve('greenfield-apps.jar');

/// PDF/UA-1, ISO 14289: what a page must have for people who do not see it.
function accessiblePdf(name) {
  const said = run('java', ['-cp', verapdf, 'org.verapdf.apps.GreenfieldCliWrapper', '--flavour', 'ua1',
                            '--format', 'text', '-v', report(name)]);
  must(/^PASS /m.test(said.stdout) && !/^FAIL /m.test(said.stdout), said.stdout.trim() || said.stderr);
  return 'PDF/UA-1: passed';
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
                   {timeout: 1_200_000});
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
  must(pages > 0, 'no pages');
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

async function soundDocx(name) {
  const read = await mammoth.convertToHtml({buffer: readFileSync(report(name))});
  const bad = read.messages.filter((m) => m.type === 'error');
  must(bad.length === 0, bad[0]?.message);
  const said = run('pandoc', ['-f', 'docx', '-t', 'plain', report(name)]);
  must(said.status === 0, said.stderr);
  equal(solid(said.stdout).length > 100, true, 'words');
  return `${said.stdout.split('\n').length} lines, 0 errors`;
}

async function plantedInPdf(data) {
  const sample = readFileSync(report('sample.pdf'));
  const cut = Buffer.from(sample);
  cut.fill(0, sample.length >> 1, (sample.length >> 1) + 400);
  const tiny = (options) => plant('planted.pdf', tinyPdf(options));
  await planted('qpdf --check', 'bytes that went missing', /./, () => soundPdf(plant('planted.pdf', cut)));
  await planted('pdffonts', 'a font that is not embedded', /not embedded:\nHelvetica/, () => embeddedFonts(tiny({})));
  await planted('pdfinfo -struct', 'pages without tags', /not tagged/, () => taggedPdf(tiny({})));
  await planted('pdfinfo -struct-text', 'words beside their tag', /"b": 0 in the structure, 1 on the pages/,
                () => wordsInStructure(tiny({tagged: 'a', beside: 'b'})));
  await planted('qpdf --json', 'a script that runs when the file is opened', /holds \/(OpenAction|JS)/,
                () => tamePdf(tiny({script: 'app.alert(1)'})));
  await planted('pdftotext', 'a report of another desk, without its notes', /texts not found/,
                () => pdfRoundTrip('public.pdf', data));
  if (existsSync(verapdf)) {
    await planted('veraPDF', 'pages without tags', /FAIL 7\.1/, () => accessiblePdf(tiny({})));
  }
}

const document = 'word/document.xml';

async function plantedInDocx(data) {
  const broken = (part, from, to) => plant('planted.docx', brokenDocx('sample.docx', part, from, to));
  const half = () => {
    const whole = readFileSync(report('sample.docx'));
    return plant('planted.docx', whole.subarray(0, whole.length >> 1));
  };
  await planted('LibreOffice to ODT', 'a comment that nothing refers to', /comments: expected \d+, found \d+/,
                () => toOdt(broken(document, /<w:r>(?:(?!<w:r>).)*<w:commentReference w:id="0"\/><\/w:r>/s, ''), data));
  await planted('LibreOffice to PDF', 'half a file', /./, () => toPdf(half()));
  await planted('pandoc --track-changes=all', 'a comment that does not end', /range of/,
                () => pandocAgrees(broken(document, '<w:commentRangeEnd w:id="0"/>', ''), data));
  await planted('pandoc --track-changes=all', 'a comment by somebody else', /author of/,
                () => pandocAgrees(broken('word/comments.xml', /w:author="[^"]*"/, 'w:author="nobody"'), data));
  await planted('pandoc, insertions', 'another number put in', /insertions/,
                () => pandocChanges(broken(document, /(<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:t[^>]*>)26/s, '$127')));
  await planted('mammoth', 'a comment that nothing refers to', /comments: expected \d+, found \d+/,
                () => mammothAgrees(broken(document, '<w:commentReference w:id="0"/>', ''), data));
  await planted('python-docx', 'a comment that does not begin', /ranges without their comments/,
                () => pythonDocx(broken(document, '<w:commentRangeStart w:id="0"/>', ''), data));
  await planted('mammoth, pandoc', 'half a file', /./, () => soundDocx(half()));
}

export async function checkPaper() {
  for (const set of ['sample', 'public', 'hostile']) {
    const data = json(`${set}.json`);
    const pdf = `${set}.pdf`;
    await check(pdf, 'qpdf --check', () => soundPdf(pdf));
    await check(pdf, 'pdffonts', () => embeddedFonts(pdf));
    await check(pdf, 'pdfinfo -struct', () => taggedPdf(pdf));
    // It reads a page anew for every stretch of words: hours for the hostile one.
    if (set !== 'hostile') await check(pdf, 'pdfinfo -struct-text', () => wordsInStructure(pdf));
    await check(pdf, 'qpdf --json', () => tamePdf(pdf));
    if (existsSync(verapdf)) await check(pdf, 'veraPDF', () => accessiblePdf(pdf));
    else unchecked(pdf, 'veraPDF', 'build/validate/greenfield-apps.jar is not there: Maven could not get it');
    if (set !== 'hostile') await check(pdf, 'pdftotext', () => pdfRoundTrip(pdf, data));
    if (set === 'public') continue;
    const docx = `${set}.docx`;
    await check(docx, 'LibreOffice to ODT', () => toOdt(docx, data));
    await check(docx, 'LibreOffice to PDF', () => toPdf(docx));
    await check(docx, 'pandoc --track-changes=all', () => pandocAgrees(docx, data));
    if (set === 'sample') await check(docx, 'pandoc, insertions', () => pandocChanges(docx));
    await check(docx, 'mammoth', () => mammothAgrees(docx, data));
    await check(docx, 'python-docx', () => pythonDocx(docx, data));
    const calls = `${set}.calls.docx`;
    await check(calls, 'mammoth, pandoc', () => soundDocx(calls));
    if (set === 'sample') await check(calls, 'LibreOffice to PDF', () => toPdf(calls));
  }
  await plantedInPdf(json('sample.json'));
  await plantedInDocx(json('sample.json'));
}
