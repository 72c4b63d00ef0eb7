// The formats for programs: strict parsers, schemas, types, and anchors laid on the text again.
import * as annotator from '@apache-annotator/dom';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {parse} from 'csv-parse/sync';
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import Papa from 'papaparse';
import testing from 'structured-data-testing-tool';
import ts from 'typescript';
import {check, dom, equal, json, must, plant, planted, replaced, report, run, scratch, text, unchecked}
  from './lib.mjs';

const {Google} = createRequire(import.meta.url)('structured-data-testing-tool/presets');
const ajv = new Ajv({allErrors: true, strict: true, allowUnionTypes: true});
addFormats(ajv);

function schema(name) {
  return JSON.parse(readFileSync(path.join(process.env.SCHEMAS, `${name}.schema.json`), 'utf8'));
}

function meets(validate, value) {
  if (validate(value)) return '0 errors';
  throw new Error(validate.errors.slice(0, 8).map((e) => `${e.instancePath}: ${e.message}`).join('\n'));
}

function strictRows(name) {
  const rows = parse(text(name), {bom: true, record_delimiter: '\r\n', relax_column_count: false,
                                  relax_quotes: false});
  const second = Papa.parse(text(name).replace(/^\uFEFF/, ''), {delimiter: ',', newline: '\r\n'});
  must(second.errors.length === 0, JSON.stringify(second.errors[0]));
  const last = second.data.pop();
  equal(last, [''], 'what follows the last line');
  equal(second.data, rows, 'papaparse against csv-parse');
  return rows;
}

/// Rows below the head, with `column(key)`; no cell of them starts a formula.
function tame(name) {
  const [head, ...rows] = strictRows(name);
  const dangerous = rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell));
  must(dangerous.length === 0, `cells that start a formula: ${dangerous.slice(0, 5)}`);
  return {rows, column: (key) => rows.map((row) => row[head.indexOf(key)]),
          detail: `${rows.length} rows of ${head.length} cells, both parsers alike`};
}

function itemRows(name, data) {
  const {column, detail} = tame(name);
  equal(column('number'), data.items.map((item) => item.number), 'numbers');
  equal(column('status'), data.items.map((item) => item.status), 'statuses');
  return detail;
}

function sourceRows(name, data) {
  const {column, detail} = tame(name);
  equal(column('number'), data.sources.map((source) => source.number), 'numbers');
  equal(column('kind'), data.sources.map((source) => source.kind), 'kinds');
  return detail;
}

function snapshotRows(name, data) {
  const {column, detail} = tame(name);
  const kept = data.sources.flatMap((source) => source.snapshots.map((one) => [source.number, one.sha256]));
  equal(column('source').map((number, row) => [number, column('sha256')[row]]), kept, 'snapshots');
  return detail;
}

function queryRows(name, data) {
  const {column, detail} = tame(name);
  equal(column('number'), data.queries.map((query) => String(query.number)), 'numbers');
  equal(column('items'), data.queries.map((query) => query.items.join('\n')), 'items');
  return detail;
}

function noFormula(name) {
  const sheet = path.join(scratch, name.replace(/\.csv$/, '.fods'));
  const said = run('soffice', [`-env:UserInstallation=file://${scratch}/office`, '--headless', '--convert-to',
                               'fods', '--infilter=CSV:44,34,76,1', '--outdir', scratch, report(name)],
                   {timeout: 1_200_000});
  must(said.status === 0, said.stderr);
  const content = readFileSync(sheet, 'utf8');
  const cells = content.match(/<table:table-cell/g)?.length ?? 0;
  must(cells > 0, 'no cells');
  must(!content.includes('table:formula='), /.*table:formula=.{0,80}/.exec(content)?.[0]);
  must(!content.includes('xlink:href="'), 'a cell became a link');
  return `${cells} cells, no formula, no link`;
}

function lines(name, data) {
  const found = text(name).trimEnd().split('\n').map((line) => JSON.parse(line));
  const of = (type) => found.filter((line) => line.type === type).map(({type: _, ...rest}) => rest);
  equal(of('item'), data.items, 'items');
  equal(of('source'), data.sources, 'sources');
  return `${found.length} lines, the same as the JSON report`;
}

/// The array as a value of schema-dts's own types, through the TypeScript compiler.
function typed(name) {
  const file = path.resolve(`claim_review_${name.split('.')[0]}.ts`);
  writeFileSync(file, `import type {ClaimReview, WithContext} from 'schema-dts';\n` +
                      `export const reviews: WithContext<ClaimReview>[] = ${text(name)};\n`);
  const program = ts.createProgram([file], {noEmit: true, strict: true, skipLibCheck: true,
                                            module: ts.ModuleKind.NodeNext, types: [],
                                            moduleResolution: ts.ModuleResolutionKind.NodeNext});
  const bad = ts.getPreEmitDiagnostics(program);
  must(bad.length === 0, bad.slice(0, 5).map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n')).join('\n'));
  return `${json(name).length} reviews of type ClaimReview`;
}

async function structured(name) {
  const page = `<!doctype html><html lang="en"><head><title>x</title>${text(name)}</head><body></body></html>`;
  const {document} = dom(page);
  equal(document.scripts.length, 1, 'script blocks');
  equal(document.body.innerHTML.trim(), '', 'what the block left in the page');
  const options = {schemas: ['ClaimReview'], presets: [Google]};
  let result;
  try {
    result = await testing.structuredDataTest(page, options);
  } catch (error) {
    if (!error.res) throw error;
    result = error.res;
  }
  const bad = [...result.failed, ...result.warnings];
  must(bad.length === 0, bad.map((t) => t.test ?? t.description).join('\n'));
  return `${result.passed.length} tests passed, 0 warnings`;
}

/// Every target found again by its words and by its place, in a page that holds the text.
async function anchored(name, data) {
  const window = dom('<!doctype html><body><pre></pre></body>');
  Object.assign(globalThis, {document: window.document, Node: window.Node, NodeFilter: window.NodeFilter,
                             Range: window.Range, Text: window.Text});
  const body = window.document.querySelector('pre');
  body.textContent = data.article.text;
  let targets = 0;
  for (const annotation of json(name).items) {
    for (const target of annotation.target) {
      const [quote, position] = target.selector;
      const first = async (matcher) => {
        for await (const range of matcher(body)) return range.toString();
        return null;
      };
      equal(await first(annotator.createTextQuoteSelectorMatcher(quote)), quote.exact, `quote of ${annotation.id}`);
      equal(await first(annotator.createTextPositionSelectorMatcher(position)), quote.exact,
            `place of ${annotation.id}`);
      ++targets;
    }
  }
  return `${targets} targets found by their words and by their place`;
}

async function plantedInData(data, validReport, validAnnotations) {
  const rows = text('sample.csv');
  const csv = (from, to) => plant('planted.csv', replaced(rows, from, to));
  const sheets = 'csv-parse, papaparse';
  await planted(sheets, 'a row of one cell more', /Record Length|columns/i, () => itemRows(csv(/\r\n$/, ',x\r\n'), data));
  await planted(sheets, 'a quote in the middle of a cell', /quote/i, () => itemRows(csv(/\r\n([A-Z])/, '\r\n$1"x'), data));
  await planted(sheets, 'a cell that starts a formula', /cells that start a formula: =1\+1/,
                () => itemRows(csv(/,[^,"\r\n]*\r\n$/, ',=1+1\r\n'), data));
  await planted('LibreOffice', 'a cell that is a formula', /table:formula=/,
                () => noFormula(csv(/,[^,"\r\n]*\r\n$/, ',=1+1\r\n')));
  const changed = (change) => {
    const copy = structuredClone(data);
    change(copy);
    return copy;
  };
  const number = data.items[0].number;
  await planted('ajv (2020-12)', 'a status that there is not', /\/items\/0\/status/,
                () => meets(validReport, changed((copy) => { copy.items[0].status = 'perhaps'; })));
  await planted('ajv (2020-12)', 'an item without its words', /required property 'text'/,
                () => meets(validReport, changed((copy) => { delete copy.items[0].text; })));
  await planted('JSON.parse', `a line too few (${number})`, /items: expected/,
                () => lines(plant('planted.jsonl', text('sample.jsonl').replace(/.*"type":"item".*\n/, '')), data));
  const review = text('sample.claimreview.jsonld');
  await planted('schema-dts, tsc', 'a property that schema.org does not have', /claimReviewd/,
                () => typed(plant('planted.claimreview.jsonld', replaced(review, 'claimReviewed', 'claimReviewd'))));
  const block = text('sample.claimreview.html');
  await planted('structured-data-testing-tool', 'a review without a rating', /reviewRating/,
                () => structured(plant('planted.claimreview.html', replaced(block, 'reviewRating', 'rating'))));
  await planted('structured-data-testing-tool', 'words that end the block early', /script blocks|what the block left/,
                () => structured(plant('planted.claimreview.html', replaced(block, 'The harbour', '</script><b>'))));
  const notes = json('sample.annotations.jsonld');
  const annotations = (change) => {
    const copy = structuredClone(notes);
    change(copy.items[0]);
    return copy;
  };
  await planted('ajv, our schema of the model', 'a motivation that there is not', /motivation/,
                () => meets(validAnnotations, annotations((note) => { note.motivation = 'guessing'; })));
  const laid = (change) => anchored(plant('planted.annotations.jsonld', JSON.stringify(annotations(change))), data);
  await planted('@apache-annotator/dom', 'a place one character off', /place of/, () => laid((note) => {
    note.target[0].selector[1].start += 1;
    note.target[0].selector[1].end += 1;
  }));
  await planted('@apache-annotator/dom', 'words that are not there', /quote of/, () => laid((note) => {
    note.target[0].selector[0].exact += 'x';
  }));
}

export async function checkData() {
  const validReport = ajv.compile(schema('report'));
  const validAnnotations = ajv.compile(schema('annotations'));
  for (const set of ['sample', 'public', 'hostile']) {
    const data = json(`${set}.json`);
    await check(`${set}.csv`, 'csv-parse, papaparse', () => itemRows(`${set}.csv`, data));
    await check(`${set}.sources.csv`, 'csv-parse, papaparse', () => sourceRows(`${set}.sources.csv`, data));
    await check(`${set}.snapshots.csv`, 'csv-parse, papaparse', () => snapshotRows(`${set}.snapshots.csv`, data));
    await check(`${set}.queries.csv`, 'csv-parse, papaparse', () => queryRows(`${set}.queries.csv`, data));
    await check(`${set}.csv`, 'LibreOffice', () => noFormula(`${set}.csv`));
    await check(`${set}.json`, 'ajv (2020-12)', () => meets(validReport, data));
    await check(`${set}.jsonl`, 'JSON.parse', () => lines(`${set}.jsonl`, data));
    await check(`${set}.claimreview.jsonld`, 'schema-dts, tsc', () => typed(`${set}.claimreview.jsonld`));
    await check(`${set}.claimreview.html`, 'structured-data-testing-tool', () => structured(`${set}.claimreview.html`));
    const annotations = `${set}.annotations.jsonld`;
    await check(annotations, 'ajv, our schema of the model', () => meets(validAnnotations, json(annotations)));
    await check(annotations, '@apache-annotator/dom', () => anchored(annotations, data));
  }
  await plantedInData(json('sample.json'), validReport, validAnnotations);
  unchecked('*.annotations.jsonld', 'W3C\'s own JSON schemas', 'no package holds them; ours is written after the recommendation');
}
