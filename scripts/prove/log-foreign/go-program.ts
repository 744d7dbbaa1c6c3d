/** Builds and runs main.go with Debian's Go, without network; says what is missing where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../../..');
/** Where Debian puts Go (golang-go) and its packages (golang-golang-x-mod-dev). */
const goTool = '/usr/bin/go';
const goPath = '/usr/share/gocode';
const sumdb = path.join(goPath, 'src/golang.org/x/mod/sumdb/tlog');

/** What the program prints. */
export interface GoAnswer {
  /** From the checkpoint that log and witness signed. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly witnessed: number;
  readonly entries: number;
  readonly tiles: number;
  /** One for each case, in order. */
  readonly verdicts: readonly boolean[];
  /** Why each forged checkpoint was refused. */
  readonly refused: readonly string[];
  /** A key of Go's making, and the text of the checkpoint signed with it. */
  readonly vkey: string;
  readonly signed: string;
}

/** Either the answer, or the sentence by which the program refused the log. */
export type GoOutcome = { readonly answer: GoAnswer } | { readonly refusal: string };

/** What the machine lacks to run Go's code, as a line to be shown; undefined where nothing is missing. */
export function lackingGo(): string | undefined {
  const found = existsSync(goTool) && existsSync(sumdb);
  return found ? undefined : 'Go’s sumdb (apt-get install golang-go golang-golang-x-mod-dev)';
}

/** Builds the program into `folder` and gives its path. */
export function buildGo(folder: string): string {
  const program = path.join(folder, 'verify-log');
  const cache = path.join(project, 'var', 'go-cache');
  mkdirSync(cache, { recursive: true });
  const built = spawnSync(goTool, ['build', '-o', program, path.join(import.meta.dirname, 'main.go')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOFLAGS: '',
      GOPATH: goPath,
      GOCACHE: cache,
      CGO_ENABLED: '0',
    },
  });
  if (built.status !== 0) throw new Error(`go build: ${built.stderr}${built.error?.message ?? ''}`);
  return program;
}

/** Has the program verify the log in `folder`. */
export function runGo(program: string, folder: string): GoOutcome {
  const ended = spawnSync(program, [folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ended.error) throw ended.error;
  if (ended.status === 0) return { answer: JSON.parse(ended.stdout) as GoAnswer };
  return { refusal: ended.stderr.trim() };
}
