// The formats for programs: strict parsers, schemas, types, and anchors laid on the text again.
import * as annotator from '@apache-annotator/dom';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {parse} from 'csv-parse/sync';
import {JSDOM} from 'jsdom';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import testing from 'structured-data-testing-tool';
import ts from 'typescript';
import {check, equal, json, must, report, run, scratch, text, unchecked} from './lib.mjs';

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

function itemRows(name, data) {
  const [head, ...rows] = strictRows(name);
  const column = (key) => rows.map((row) => row[head.indexOf(key)]);
  equal(column('number'), data.items.map((item) => item.number), 'numbers');
  equal(column('status'), data.items.map((item) => item.status), 'statuses');
  const dangerous = rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/u.test(cell));
  must(dangerous.length === 0, `cells that start a formula: ${dangerous.slice(0, 5)}`);
  return `${rows.length} rows of ${head.length} cells, both parsers alike`;
}

function noFormula(name) {
  const sheet = path.join(scratch, name.replace(/\.csv$/, '.fods'));
  const said = run('soffice', [`-env:UserInstallation=file://${scratch}/office`, '--headless', '--convert-to',
                               'fods', '--infilter=CSV:44,34,76,1', '--outdir', scratch, report(name)],
                   {timeout: 300_000});
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
  const {document} = new JSDOM(page).window;
  equal(document.scripts.length, 1, 'script blocks');
  equal(document.body.innerHTML.trim(), '', 'what the block left in the page');
  const schemas = ['ClaimReview'];
  let result;
  try {
    result = await testing.structuredDataTest(page, {schemas});
  } catch (error) {
    if (!error.res) throw error;
    result = error.res;
  }
  must(result.failed.length === 0, result.failed.map((t) => t.description).join('\n'));
  return `${result.passed.length} tests passed`;
}

/// Every target found again by its words and by its place, in a page that holds the text.
async function anchored(name, data) {
  const {window} = new JSDOM('<!doctype html><body><pre></pre></body>');
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

export async function checkData() {
  const validReport = ajv.compile(schema('report'));
  const validAnnotations = ajv.compile(schema('annotations'));
  for (const set of ['sample', 'public', 'hostile']) {
    const data = json(`${set}.json`);
    await check(`${set}.csv`, 'csv-parse, papaparse', () => itemRows(`${set}.csv`, data));
    await check(`${set}.sources.csv`, 'csv-parse, papaparse', () => `${strictRows(`${set}.sources.csv`).length} rows`);
    await check(`${set}.csv`, 'LibreOffice', () => noFormula(`${set}.csv`));
    await check(`${set}.json`, 'ajv (2020-12)', () => meets(validReport, data));
    await check(`${set}.jsonl`, 'JSON.parse', () => lines(`${set}.jsonl`, data));
    await check(`${set}.claimreview.jsonld`, 'schema-dts, tsc', () => typed(`${set}.claimreview.jsonld`));
    await check(`${set}.claimreview.html`, 'structured-data-testing-tool', () => structured(`${set}.claimreview.html`));
    const annotations = `${set}.annotations.jsonld`;
    await check(annotations, 'ajv, our schema of the model', () => meets(validAnnotations, json(annotations)));
    await check(annotations, '@apache-annotator/dom', () => anchored(annotations, data));
  }
  unchecked('*.annotations.jsonld', 'W3C\'s own JSON schemas', 'no package holds them; ours is written after the recommendation');
}
