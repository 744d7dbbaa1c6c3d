// Runs every check that is not a test: `npm run check`, or `npm run check -- floors sql` for some of them.
import { fileURLToPath } from 'node:url';
import { runChecks } from './check/run.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
process.exitCode = await runChecks(root, process.argv.slice(2), console.log);
