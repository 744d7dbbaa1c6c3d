/** `npm test`: gets the browser where it can, runs every test, and ends with one line of true counts. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const project = path.dirname(import.meta.dirname);
const results = path.join(project, 'var', `test-results-${process.pid}.json`);
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const aptGet = '/usr/bin/apt-get';
const fontFolder = '/usr/share/fonts';

/** The parts of vitest's JSON report that are counted. */
type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

function findBrowser(): string | undefined {
  return [process.env['GONGXIN_CHROMIUM'], ...browsers].find((file) => file && existsSync(file));
}

function hasChineseFont(): boolean {
  const found = spawnSync('find', [fontFolder, '-iname', '*cjk*', '-print', '-quit'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
}

/** Chromium and Chinese type for the journeys; only root on a machine with apt can be helped. */
function ensureBrowser(): string | undefined {
  const before = findBrowser();
  if (before && hasChineseFont()) return before;
  if (process.getuid?.() === 0 && existsSync(aptGet)) {
    console.log('正在安装浏览器与中文字体…… Installing chromium and Chinese type …');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync(aptGet, ['update', '-qq'], options);
    spawnSync(
      aptGet,
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      options,
    );
  }
  return findBrowser();
}

function run(args: readonly string[], browser: string | undefined): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      path.join(project, 'node_modules', 'vitest', 'vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
      ...args,
    ],
    {
      cwd: project,
      stdio: 'inherit',
      // The journeys look for this; without it they report themselves as skipped.
      env: { ...process.env, GONGXIN_CHROMIUM: browser ?? '' },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.on('disconnect', () => child.kill('SIGTERM'));
  process.channel?.unref();
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** Files that could not even be loaded have no tests to count; each counts as one failure. */
function countsOf(report: Report): { passed: number; failed: number; skipped: number } {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

mkdirSync(path.dirname(results), { recursive: true });
const browser = ensureBrowser();
if (!browser) {
  console.log(
    'skipped: 浏览器用例，本机没有 Chromium。 The journeys in a browser: install chromium (and fonts-noto-cjk), then run again.',
  );
}
const code = await run(process.argv.slice(2), browser);
if (!existsSync(results)) {
  console.log('0 passed, 1 failed');
  process.exit(code || 1);
}
const counts = countsOf(JSON.parse(readFileSync(results, 'utf8')) as Report);
rmSync(results);
// An error outside any test (a lost promise, a set-up) fails the run although every test passed.
const failed = counts.failed === 0 && code !== 0 ? 1 : counts.failed;
console.log(
  `${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(failed > 0 ? 1 : 0);
