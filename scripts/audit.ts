/** `npm run audit`: known holes of the installed packages, by the registry's list; says so where the registry has none. */
import { spawnSync } from 'node:child_process';

/** What npm prints: figures by severity, or why it could not ask. */
type Report = {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
};

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
  encoding: 'utf8',
  timeout: 120_000,
});

function read(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    // npm could not even be started, or printed nothing.
    return {};
  }
}

const { metadata, vulnerabilities = {} } = read(stdout ?? '');
const counts = metadata?.vulnerabilities;
if (!counts) {
  console.log(
    'skipped: 依赖漏洞检查，当前软件源没有审计接口。 The dependency audit: this registry has no audit address; run `npm audit` where it has one.',
  );
} else {
  const grave = (counts['high'] ?? 0) + (counts['critical'] ?? 0);
  console.log(`audit: ${JSON.stringify(counts)}`);
  for (const [name, { severity }] of Object.entries(vulnerabilities)) console.log(`  ${severity}: ${name}`);
  if (grave > 0) process.exitCode = 1;
}
