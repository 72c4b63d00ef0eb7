// What all checkers share: running programs, reading reports, and rows of the one table.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {JSDOM, VirtualConsole} from 'jsdom';

export const out = path.resolve('out');  // the reports, written by ./dev validate-reports
export const scratch = path.resolve('scratch');
rmSync(scratch, {recursive: true, force: true});
mkdirSync(scratch, {recursive: true});

export const report = (name) => path.join(out, name);
export const text = (name) => readFileSync(report(name), 'utf8');
export const json = (name) => JSON.parse(text(name));

/// Runs a program; both streams come back, and its status. Never throws for what the program says.
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 28, ...options});
  if (done.error) throw new Error(`${program}: ${done.error.message}`);
  return {status: done.status, stdout: done.stdout, stderr: done.stderr};
}

/// First line of what a program says about itself.
export function version(program, ...args) {
  const said = run(program, args.length ? args : ['--version']);
  return (said.stdout || said.stderr).trim().split('\n')[0];
}

/// A page that is read, not shown: what it cannot make of our style sheet is no news.
export const dom = (words) => new JSDOM(words, {virtualConsole: new VirtualConsole()}).window;

const rows = [];

/// Runs one check and makes it a row: what it returns is the detail, what it throws the failure.
export async function check(what, checker, body) {
  const began = Date.now();
  const row = {what, checker, ok: true, detail: ''};
  try {
    row.detail = (await body()) ?? '';
  } catch (error) {
    row.ok = false;
    row.detail = String(error.message ?? error);
  }
  row.seconds = (Date.now() - began) / 1000;
  rows.push(row);
  process.stderr.write(`  ${row.ok ? 'ok' : 'FAILED'}  ${what}: ${checker}\n`);
}

/// A broken report for a planted fault; its name.
export function plant(name, bytes) {
  writeFileSync(report(name), bytes);
  return name;
}

/// `words` with a stretch replaced, which must be there: a fault that was not planted proves nothing.
export function replaced(words, from, to) {
  const changed = words.replace(from, to);
  must(changed !== words, `no ${from} to plant a fault in`);
  return changed;
}

/// Shows a checker a broken report: it must refuse it, and say why in words like these. A checker
/// that cannot fail proves nothing.
export async function planted(checker, fault, told, body) {
  const began = Date.now();
  let refused = null;
  try {
    await body();
  } catch (error) {
    refused = String(error.message ?? error);
  }
  const ok = refused !== null && told.test(refused);
  const detail = ok ? `catches its planted fault: yes (${fault})` :
      `catches its planted fault: NO (${fault}): ${refused ?? 'it refused nothing'}`;
  rows.push({what: 'planted fault', checker, ok, detail, seconds: (Date.now() - began) / 1000});
  process.stderr.write(`  ${ok ? 'ok' : 'FAILED'}  ${checker}: ${fault}\n`);
}

/// A row for what could not be checked, and why: never counted as a success.
export function unchecked(what, checker, why) {
  rows.push({what, checker, ok: null, detail: why, seconds: 0});
}

export function must(condition, message) {
  if (!condition) throw new Error(message);
}

export function equal(found, expected, what) {
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  const short = (value) => JSON.stringify(value)?.slice(0, 300);
  throw new Error(`${what}: expected ${short(expected)}, found ${short(found)}`);
}

/// Prints the table; true when nothing failed, and every checker has shown that it can fail.
export function table() {
  const shown = new Set(rows.filter((row) => row.what === 'planted fault').map((row) => row.checker));
  for (const checker of new Set(rows.filter((row) => row.ok === true).map((row) => row.checker))) {
    if (shown.has(checker)) continue;
    rows.push({what: 'planted fault', checker, ok: false, detail: 'has none: it may be blind', seconds: 0});
  }
  const width = (key) => Math.max(...rows.map((row) => row[key].length));
  const [what, checker] = [width('what'), width('checker')];
  for (const row of rows) {
    const word = row.ok === null ? 'not run' : row.ok ? 'ok' : 'FAILED';
    const seconds = row.seconds.toFixed(1).padStart(6);
    const line = `${row.what.padEnd(what)}  ${row.checker.padEnd(checker)}  ${word.padEnd(7)} ${seconds} s  `;
    console.log(line + row.detail.split('\n').slice(0, row.ok ? 1 : 12).join('\n' + ' '.repeat(8)));
  }
  const failed = rows.filter((row) => row.ok === false).length;
  const missing = rows.filter((row) => row.ok === null).length;
  const faults = rows.filter((row) => row.what === 'planted fault').length;
  console.log(`${rows.length - missing - faults} checks and ${faults} planted faults, ${failed} failed` +
              (missing ? `, ${missing} could not be run` : ''));
  return failed === 0;
}

/// White space of any kind as one blank: what readers of documents are free to change.
export const squeezed = (words) => words.replace(/\s+/gu, ' ').trim();

/// All white space gone: for texts that were broken into lines.
export const solid = (words) => words.replace(/[\s\u200B]+/gu, '');

/// What a report shows in place of characters that disguise (src/report/escape.h), written anew.
export function visible(words) {
  return [...words].map((c) => {
    const code = c.codePointAt(0);
    const disguises = code < 0x20 ? c !== '\n' && c !== '\t' :
        (code >= 0x7F && code <= 0x9F) || code === 0x061C || code === 0x200E || code === 0x200F ||
        (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
        code === 0xFEFF || (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) === 0xFFFE;
    return disguises ? `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧` : c;
  }).join('');
}

