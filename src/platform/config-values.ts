/** Settings that are an origin or a file: read, and refused with a sentence. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a host name (without its port) is this machine's own. */
export function isLoopbackHost(hostname: string): boolean {
  return loopback.has(hostname) || hostname === '::1';
}

type Refusal = (sentence: string) => Error;

/** GONGXIN_ORIGIN: https, or http on this machine; scheme, host and port alone. */
export function readOrigin(env: NodeJS.ProcessEnv, refusal: Refusal): string | undefined {
  const text = env['GONGXIN_ORIGIN']?.trim();
  if (!text) return undefined;
  if (URL.canParse(text)) {
    const { origin, protocol, hostname } = new URL(text);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
    if (isSafe && (text === origin || text === `${origin}/`)) return origin;
  }
  throw refusal(
    `GONGXIN_ORIGIN 应为浏览器看到的地址，只含 https:// 与主机名，例如 https://credit.example，而不是 “${text}”。` +
      `GONGXIN_ORIGIN must be what browsers see, https:// and a host alone, such as https://credit.example, not "${text}".`,
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
