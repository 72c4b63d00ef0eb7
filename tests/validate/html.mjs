// The web pages: conformance, policy, accessibility, and what a browser does with them.
import axe from 'axe-core';
import createDOMPurify from 'dompurify';
import evaluator from 'csp_evaluator/dist/evaluator.js';
import parser from 'csp_evaluator/dist/parser.js';
import finding from 'csp_evaluator/dist/finding.js';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import puppeteer from 'puppeteer-core';
import {check, dom, equal, json, must, plant, planted, replaced, report, run, scratch, text, unchecked} from './lib.mjs';

const jar = path.resolve('node_modules/vnu-jar/build/dist/vnu.jar');

// What the checker says of the material, not of the page, and one thing it gets wrong.
const warningsOfMaterial = [
  /^Text run is not in Unicode Normalization Form C/,  // words are shown as they were written
  /Unicode Private Use Area/,
  /^This document appears to be written in /,  // labels in one language, the article in another
  /^Inline style violates Content Security Policy/,  // it does not look for the hash; Chromium does
];

function validatePage(name) {
  const said = run('java', ['-Xss16m', '-jar', jar, '--format', 'json', '--exit-zero-always', report(name)]);
  const messages = JSON.parse(said.stderr || said.stdout).messages;
  const bad = messages.filter((message) => (message.type !== 'info' || message.subType === 'warning') &&
      !(message.type === 'info' && warningsOfMaterial.some((known) => known.test(message.message))));
  must(bad.length === 0, bad.slice(0, 10).map((m) => `line ${m.lastLine}: ${m.message}`).join('\n'));
  return '0 errors, 0 warnings about the page';
}

function judgePolicy(name) {
  const meta = dom(text(name)).document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  must(meta, 'the page has no policy');
  const policy = new parser.CspParser(meta.content).csp;
  const findings = new evaluator.CspEvaluator(policy).evaluate();
  const bad = findings.filter((f) => f.severity <= finding.Severity.MEDIUM);
  must(bad.length === 0, bad.map((f) => `${f.directive}: ${f.description}`).join('\n'));
  equal(policy.directives['default-src'], ["'none'"], 'default-src');
  return `0 findings of medium severity or worse, ${findings.length} in all`;
}

/// What DOMPurify takes away from the body of a page. The generator's own words for accessibility
/// and direction are allowed to it beyond its defaults; no scheme, no handler and no element is.
function purify(markup) {
  const DOMPurify = createDOMPurify(dom(''));
  DOMPurify.sanitize(markup, {ADD_ATTR: ['vector-effect', 'preserveaspectratio']});
  return DOMPurify.removed.map((r) => r.attribute ?
      `attribute ${r.attribute?.name} of ${r.from?.nodeName}` : `element ${r.element?.nodeName}`);
}

function purifyPage(name) {
  const removed = purify(dom(text(name)).document.body.innerHTML);
  must(removed.length === 0, `removed: ${[...new Set(removed)].slice(0, 10).join(', ')}`);
  return 'removed nothing';
}

function renderMarkdown(name) {
  const page = run('pandoc', ['-f', 'gfm', '-t', 'html', report(name)]);
  must(page.status === 0, page.stderr);
  const {document} = dom(page.stdout);
  const links = [...document.querySelectorAll('a')].map((a) => new URL(a.href).protocol);
  const bad = links.filter((protocol) => protocol !== 'https:' && protocol !== 'http:');
  must(bad.length === 0, `links to ${[...new Set(bad)].join(' ')}`);
  const active = document.querySelectorAll('script,img,iframe,style,form,object,embed,svg,math');
  must(active.length === 0, `holds ${active[0]?.outerHTML}`);
  const removed = purify(page.stdout);
  must(removed.length === 0, `removed: ${removed.slice(0, 5).join(', ')}`);
  return `${links.length} links, all to the web; removed nothing`;
}

const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync',
  '--disable-component-update', '--disable-default-apps', '--no-first-run', '--disable-extensions',
  '--disable-dev-shm-usage', '--disable-breakpad', '--disable-domain-reliability',
];

/// Opens a page and records all it tries to do.
async function openPage(browser, name, scheme) {
  const page = await browser.newPage();
  const seen = {requests: [], dialogs: [], errors: []};
  const own = pathToFileURL(report(name)).href;
  page.on('request', (request) => {
    if (request.url() !== own) seen.requests.push(request.url());
  });
  page.on('dialog', async (dialog) => {
    seen.dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  await page.setViewport({width: 1280, height: 900});
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.goto(own, {waitUntil: 'load', timeout: 120_000});
  return {page, seen};
}

async function browse(browser, name) {
  const {page, seen} = await openPage(browser, name, 'light');
  // Everything a reader can point at, click and focus.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) {
      for (const kind of ['mouseover', 'focus', 'click']) {
        if (kind === 'click' && element.closest('a[href^="http"]')) continue;
        element.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true}));
      }
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const scripts = await page.evaluate(() => document.scripts.length);
  await page.close();
  equal(seen, {requests: [], dialogs: [], errors: []}, 'what the page tried');
  equal(scripts, 0, 'scripts');
  return 'no dialog, no request, no error';
}

async function audit(browser, name, scheme) {
  const {page} = await openPage(browser, name, scheme);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, {resultTypes: ['violations']});
    return {
      passes: result.passes.length,
      violations: result.violations.map((v) =>
          `${v.id}: ${v.help} (${v.nodes.length}, first ${v.nodes[0].html.slice(0, 120)})`),
    };
  });
  await page.screenshot({path: path.join(scratch, `${name}.${scheme}.png`), fullPage: false});
  await page.close();
  must(found.violations.length === 0, found.violations.join('\n'));
  return `${found.passes} rules passed, 0 violations`;
}

async function printed(browser, name, items) {
  const {page} = await openPage(browser, name, 'dark');
  const file = path.join(scratch, `${name}.print.pdf`);
  await page.pdf({path: file, preferCSSPageSize: true, printBackground: true, timeout: 120_000});
  await page.close();
  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [file]).stdout)?.[1]);
  must(pages > 0, 'nothing was printed');
  const words = run('pdftotext', ['-raw', file, '-']).stdout.replace(/\s+/gu, '');
  const missing = items.filter((item) => !words.includes(item.number));
  must(missing.length === 0, `not on paper: ${missing.map((item) => item.number)}`);
  return `${pages} pages, every item on them`;
}

const policyTag = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

async function plantedInPages() {
  const page = text('sample.html');
  const broken = (from, to) => plant('planted.html', replaced(page, from, to));
  await planted('vnu (Nu Html Checker)', 'an element that is not closed', /open elements|Unclosed element/i,
                () => validatePage(broken('</section>', '')));
  await planted('vnu (Nu Html Checker)', 'one id twice', /Duplicate ID/,
                () => validatePage(broken('</footer>', '<p id="x"></p><p id="x"></p></footer>')));
  await planted('csp_evaluator', 'a policy that lets scripts in', /script-src|unsafe-inline/,
                () => judgePolicy(broken("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline' *")));
  await planted('DOMPurify', 'a handler and a script', /attribute onclick|element SCRIPT/,
                () => purifyPage(broken('</footer>', '<p onclick="alert(1)">x</p><script>alert(1)</script></footer>')));
  const lines = text('sample.md');
  await planted('pandoc gfm + DOMPurify', 'a link to a script', /links to javascript:/,
                () => renderMarkdown(plant('planted.md', `${lines}\n\n[x](javascript:alert(1))\n`)));
  await planted('pandoc gfm + DOMPurify', 'an element of HTML', /holds <img/,
                () => renderMarkdown(plant('planted.md', `${lines}\n\n<img src="x" onerror="alert(1)">\n`)));
}

async function plantedInBrowser(browser) {
  const page = text('sample.html');
  const open = replaced(page, policyTag, '');
  const broken = (words, from, to) => plant('planted.html', replaced(words, from, to));
  await planted('Chromium', 'a dialog', /"dialogs":\["1"\]/,
                () => browse(browser, broken(open, '</footer>', '<script>alert(1)</script></footer>')));
  await planted('Chromium', 'a picture from elsewhere', /"requests":\["http:\/\/127\.0\.0\.1:9\/x\.png"\]/,
                () => browse(browser, broken(open, '</footer>', '<img src="http://127.0.0.1:9/x.png" alt=""></footer>')));
  await planted('Chromium', 'a script that the policy stops', /Content Security Policy/,
                () => browse(browser, broken(page, '</footer>', '<script>alert(1)</script></footer>')));
  await planted('axe-core, light', 'a page without a language', /html-has-lang/,
                () => audit(browser, broken(page, / lang="[a-z]+"/, ''), 'light'));
  await planted('axe-core, dark', 'dark words on dark ground', /color-contrast/,
                () => audit(browser, broken(open, '--text:#E7E5DF', '--text:#33343A'), 'dark'));
  await planted('Chromium, printed', 'checks that are not on paper', /not on paper: .*C/,
                () => printed(browser, broken(open, '</style>', 'section{display:none}</style>'),
                              json('sample.json').items));
}

export async function checkPages() {
  for (const name of ['sample.html', 'public.html', 'hostile.html']) {
    await check(name, 'vnu (Nu Html Checker)', () => validatePage(name));
    await check(name, 'csp_evaluator', () => judgePolicy(name));
    await check(name, 'DOMPurify', () => purifyPage(name));
  }
  for (const set of ['sample', 'hostile']) {
    for (const name of [`${set}.md`, `${set}.protocol.md`, `${set}.calls.md`]) {
      await check(name, 'pandoc gfm + DOMPurify', () => renderMarkdown(name));
    }
  }
  await plantedInPages();
  let browser;
  try {
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: chromiumFlags, headless: true,
      protocolTimeout: 300_000,
    });
  } catch (error) {
    unchecked('*.html', 'Chromium, axe-core', `Chromium did not start: ${error.message.split('\n')[0]}`);
    return;
  }
  try {
    for (const name of ['sample.html', 'public.html', 'hostile.html']) {
      await check(name, 'Chromium', () => browse(browser, name));
      for (const scheme of ['light', 'dark']) {
        await check(name, `axe-core, ${scheme}`, () => audit(browser, name, scheme));
      }
    }
    await check('sample.html', 'Chromium, printed', () => printed(browser, 'sample.html', json('sample.json').items));
    await plantedInBrowser(browser);
  } finally {
    await browser.close();
  }
}
