// Shows the reports in out/ to checkers of other makers and prints one table. Run by
// ./dev validate-reports, in the folder the packages were installed in. Ends with 1 when one failed.
import {checkData} from './data.mjs';
import {checkPages} from './html.mjs';
import {checkPaper} from './paper.mjs';
import {table} from './lib.mjs';

const wanted = process.argv.slice(2);
const parts = {pages: checkPages, paper: checkPaper, data: checkData};
for (const [name, body] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await body();
}
process.exitCode = table() ? 0 : 1;
