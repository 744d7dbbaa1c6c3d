/** Settings that are an origin or a file: read, and refused with a sentence. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a host name (without its port) is this machine's own. */
export function isLoopbackHost(hostname: string): boolean {
  return loopback.has(hostname) || hostname === '::1';
}

type Refusal = (sentence: string) => Error;

/** A setting that is an origin: https, or http on this machine; scheme, host and port alone. */
export function readOrigin(env: NodeJS.ProcessEnv, name: string, refusal: Refusal): string | undefined {
  const text = env[name]?.trim();
  if (!text) return undefined;
  if (URL.canParse(text)) {
    const { origin, protocol, hostname } = new URL(text);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
    if (isSafe && (text === origin || text === `${origin}/`)) return origin;
  }
  throw refusal(
    `${name} 应为浏览器看到的地址，只含 https:// 与主机名，例如 https://credit.example，而不是 “${text}”。` +
      `${name} must be what browsers see, https:// and a host alone, such as https://credit.example, not "${text}".`,
  );
}

/**
 * GONGXIN_CONSOLE_ORIGIN: on another host name than the portal, whose GONGXIN_ORIGIN must be known too. Another port is
 * not enough, since cookies are told apart by host name alone (RFC 6265 § 8.5).
 */
export function readConsoleOrigin(
  env: NodeJS.ProcessEnv,
  portal: string | undefined,
  refusal: Refusal,
): string | undefined {
  const origin = readOrigin(env, 'GONGXIN_CONSOLE_ORIGIN', refusal);
  if (origin === undefined) return undefined;
  if (portal !== undefined && new URL(portal).hostname !== new URL(origin).hostname) return origin;
  throw refusal(
    'GONGXIN_CONSOLE_ORIGIN 须与 GONGXIN_ORIGIN 同时设置，且两者主机名不同，例如 https://work.credit.example 与 https://credit.example。' +
      'GONGXIN_CONSOLE_ORIGIN must come with GONGXIN_ORIGIN, on another host name, such as https://work.credit.example and https://credit.example.',
  );
}

/** The absolute path of a file that is there and can be read; undefined where the setting is absent. */
export function readableFile(env: NodeJS.ProcessEnv, name: string, refusal: Refusal): string | undefined {
  const text = env[name]?.trim();
  if (!text) return undefined;
  const file = path.resolve(text);
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return file;
  } catch {
    // Said below, the same for all that may be wrong.
  }
  throw refusal(`${name} 所指的文件不存在或不可读。${name} must name a file that is there and can be read.`);
}

const tlsModes = ['require', 'verify-ca', 'verify-full'];

/**
 * DATABASE_URL: to another machine only by TLS, since passwords and everything else would go plainly over a network
 * (ASVS V12.3), unless GONGXIN_DATABASE_PLAIN says that the way there is closed by other means.
 */
export function readDatabaseUrl(env: NodeJS.ProcessEnv, refusal: Refusal): string | undefined {
  const text = env['DATABASE_URL']?.trim();
  if (!text) return undefined;
  if (!/^postgres(ql)?:\/\//.test(text))
    throw refusal(
      'DATABASE_URL 应以 postgres:// 开头，例如 postgres://migrator:密码@主机:5432/gongxin。' +
        'DATABASE_URL must begin with postgres://, such as postgres://migrator:password@host:5432/gongxin.',
    );
  // pg takes an address without a host too, which is no URL: postgres://name@/database?host=/run/postgresql.
  const searchParams = new URLSearchParams(text.split('?')[1] ?? '');
  const hostname = URL.canParse(text) ? new URL(text).hostname : '';
  const host = decodeURIComponent(searchParams.get('host') ?? hostname);
  const isNear = host === '' || host.startsWith('/') || isLoopbackHost(host);
  const isPlainWanted = env['GONGXIN_DATABASE_PLAIN']?.trim() === '1';
  if (isNear || isPlainWanted || tlsModes.includes(searchParams.get('sslmode') ?? '')) return text;
  throw refusal(
    'DATABASE_URL 指向另一台机器，应加上 sslmode=verify-full；线路已用其他方式保护的，设 GONGXIN_DATABASE_PLAIN=1。' +
      'DATABASE_URL must say sslmode=verify-full, since it leads to another machine; where the way there is protected by other means, set GONGXIN_DATABASE_PLAIN=1.',
  );
}
