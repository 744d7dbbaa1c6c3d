// Installs what is missing, then runs a TypeScript entry on the Node that the lockfile pins (plain Node 20, no dependency).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(project, 'node_modules');
const stampFile = path.join(modules, '.gongxin-stamp');
const lockFolder = path.join(project, 'var', 'install.lock');
const pinnedNode = path.join(modules, '.bin', 'node');
const lockPatience = 10 * 60_000;

/** What the installed tree must have been made from; another lockfile or another machine gives another stamp. */
function wantedStamp() {
  const lock = readFileSync(path.join(project, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wantedStamp();
}

/** PATH without any node_modules/.bin: there `node` would be the very binary that `npm ci` deletes. */
function outsidePath() {
  const own = path.join('node_modules', '.bin');
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.replace(/[\\/]+$/, '').endsWith(own))
    .join(path.delimiter);
}

function pause(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True when the process that made the lock folder is gone, so that its lock means nothing any more. */
function isAbandoned() {
  const owner = path.join(lockFolder, 'pid');
  if (existsSync(owner)) return !isAlive(Number(readFileSync(owner, 'utf8')));
  const made = statSync(lockFolder, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > 5_000;
}

function withInstallLock(run) {
  mkdirSync(path.dirname(lockFolder), { recursive: true });
  const deadline = Date.now() + lockPatience;
  for (let told = false; ; ) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) {
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (Date.now() > deadline)
      fail(`另一个进程仍在安装依赖。Another process is still installing; if none is, delete ${lockFolder}.`);
    if (!told) console.error('等待另一个进程装好依赖…… Waiting for another process to finish installing …');
    told = true;
    pause(250);
  }
  try {
    writeFileSync(path.join(lockFolder, 'pid'), String(process.pid));
    run();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function install() {
  console.error('首次启动，正在安装依赖（约 10–60 秒）…… Installing what is missing (10–60 s) …');
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PATH: outsidePath() },
  });
  if (result.error)
    fail(
      `找不到 npm，请安装 Node.js 20 以上及 npm。npm could not be run (${result.error.message}); install Node.js 20+ with npm.`,
    );
  if (result.status !== 0)
    fail(
      'npm ci 未成功，请检查网络与上面的提示。npm ci did not succeed; look at the lines above and at the network.',
    );
  // Last of all, so that an installation that was cut off is done again.
  mkdirSync(modules, { recursive: true });
  writeFileSync(stampFile, `${wantedStamp()}\n`);
}

/** The Node to run on: the pinned one, or this one where no pinned one exists for the machine and this one is new enough. */
function chooseNode() {
  if (existsSync(pinnedNode)) return pinnedNode;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `本机（${process.platform} ${process.arch}）没有随附的 Node，请安装 Node.js 24。No Node comes along for this machine (${process.platform} ${process.arch}); install Node.js 24.`,
  );
}

/** Makes sure that everything is installed, runs `entry` with `args`, and ends as it ends. */
export function runEntry(entry, args) {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail('需要 Node.js 20 以上。Node.js 20 or newer is needed.');
  if (!isInstalled()) withInstallLock(() => isInstalled() || install());
  const child = spawn(chooseNode(), [path.resolve(project, entry), ...args], {
    // The ipc channel closes when this process dies, even by SIGKILL; the child then ends by itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) =>
    fail(`无法启动 ${entry}：${error.message}。Could not start ${entry}: ${error.message}`),
  );
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2);
  if (entry === '--stamp') writeFileSync(stampFile, `${wantedStamp()}\n`);
  else if (entry) runEntry(entry, args);
  else fail('usage: node scripts/bootstrap.mjs <entry.ts> [arguments]');
}
