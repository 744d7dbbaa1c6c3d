// Runs the outside programs of the check — TypeScript, Biome, dependency-cruiser, knip — and reads their answers.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckFinding, CheckResult } from './finding.ts';

interface Ended {
  code: number;
  out: string;
  err: string;
}

const home = fileURLToPath(new URL('../../', import.meta.url));

function run(root: string, program: string, args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(home, 'node_modules', program), ...args], { cwd: root });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, out, err }));
  });
}

function asFindings(where: string, ended: Ended): CheckFinding[] {
  if (ended.code === 0) return [];
  const text = `${ended.out}\n${ended.err}`.trim();
  return [{ where, what: text === '' ? `ended with code ${ended.code} and said nothing` : `\n${text}` }];
}

/** Type errors of one TypeScript project; what did not change since the last run is not checked again. */
export async function checkTypes(root: string, project: string): Promise<CheckResult> {
  if (!existsSync(join(root, project))) return { findings: [], seen: `no ${project}` };
  const memory = join('node_modules', '.cache', 'gongxin', `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const incremental = ['--incremental', '--tsBuildInfoFile', join(root, memory)];
  const ended = await run(root, 'typescript/bin/tsc', [
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    project,
    ...incremental,
  ]);
  const errors = ended.out.match(/^\S.*error TS\d+.*$/gm) ?? [];
  const findings = errors.map((line) => {
    const [where = project, ...rest] = line.split(': ');
    return { where, what: rest.join(': ') };
  });
  return { findings: findings.length > 0 ? findings : asFindings(project, ended), seen: project };
}

/** Format, lint and import order by Biome; warnings fail too, so that none gathers. */
export async function checkStyle(root: string): Promise<CheckResult> {
  const args = ['ci', '--error-on-warnings', '--diagnostic-level=warn', '--reporter=github', '--colors=off'];
  const ended = await run(root, '@biomejs/biome/bin/biome', [...args, '--max-diagnostics=200', '.']);
  const lines = ended.out.matchAll(/^::\w+ title=([^,]+),file=([^,]+),line=(\d+)[^:]*::(.*)$/gm);
  const findings = [...lines].map(([, rule, file = '', line, message]) => ({
    where: `${relative(root, file)}:${line}`,
    what: `${rule}: ${message}`,
  }));
  return {
    findings: findings.length > 0 ? findings : asFindings('biome', ended),
    seen: 'format, lint, imports',
  };
}

interface Cruise {
  modules: { source: string }[];
  summary: {
    violations: {
      from: string;
      to: string;
      rule: { name: string };
      comment?: string;
      cycle?: { name: string }[];
    }[];
    ruleSetUsed?: { forbidden?: { name: string; comment?: string }[] };
  };
}

/**
 * The floors, by dependency-cruiser run on `root` with this repository's rules. `expected` are the files it must
 * have seen: with a TypeScript it does not know it reads nothing and reports no violation, so silence proves nothing.
 */
export async function checkFloors(root: string, expected: readonly string[]): Promise<CheckResult> {
  const folders = ['src', 'console'].filter((folder) => existsSync(join(root, folder)));
  const config = join(home, '.dependency-cruiser.mjs');
  const args = ['--config', config, '--output-type', 'json', ...folders];
  const ended = await run(root, 'dependency-cruiser/bin/dependency-cruise.mjs', args);
  if (!ended.out.startsWith('{'))
    return { findings: asFindings('dependency-cruiser', { ...ended, code: 1 }), seen: '' };

  const cruise = JSON.parse(ended.out) as Cruise;
  const remedies = new Map(cruise.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]));
  const seen = new Set(cruise.modules.map((module) => module.source));
  const unseen = expected.filter((path) => !seen.has(path));
  const findings = cruise.summary.violations.map((violation) => ({
    where: violation.from,
    what: `${violation.rule.name}: → ${violation.cycle?.map((step) => step.name).join(' → ') ?? violation.to}. ${remedies.get(violation.rule.name) ?? ''}`,
  }));
  if (unseen.length > 0) {
    findings.push({
      where: 'dependency-cruiser',
      what: `saw ${seen.size} modules but not ${unseen.length} of ours (first: ${unseen[0]}): it judged nothing there`,
    });
  }
  const ours = [...seen].filter((path) => /^(src|console)\//.test(path)).length;
  return { findings, seen: `${ours} modules of ours seen, type imports count` };
}

interface KnipIssue {
  file: string;
  [kind: string]: { name: string; line?: number }[] | string;
}

/** Dead code: files, exports and dependencies that nothing uses. */
export async function checkDeadCode(root: string): Promise<CheckResult> {
  const ended = await run(root, 'knip/bin/knip.js', ['--no-progress', '--reporter', 'json']);
  const seen = 'files, exports, dependencies';
  if (!ended.out.startsWith('{')) return { findings: asFindings('knip', { ...ended, code: 1 }), seen };
  const { issues } = JSON.parse(ended.out) as { issues: KnipIssue[] };
  const findings = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, entries]) =>
      (Array.isArray(entries) ? entries : []).map((entry) => ({
        where: entry.line === undefined ? file : `${file}:${entry.line}`,
        what: kind === 'files' ? 'nothing uses this file' : `nothing asks for ${entry.name} (${kind})`,
      })),
    ),
  );
  return { findings: findings.length > 0 ? findings : asFindings('knip', ended), seen };
}
