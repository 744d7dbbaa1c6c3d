/** What the environment says about this installation; nowhere else is process.env read. */
import path from 'node:path';
import { type ChannelSettings, readChannels } from './channel-settings.ts';
import { readableFile, readConsoleOrigin, readDatabaseUrl, readOrigin } from './config-values.ts';
import { type SuiteName, suiteNames } from './crypto-suite/suite.ts';
import { type LogTarget, readLogTarget } from './log-shipping.ts';
import { readClamd } from './malware-scan.ts';
import { readSignOn, type SignOnSettings } from './sign-on-settings.ts';

/** The settings of one installation; all come from the environment, none from a file. */
export type Config = {
  /** The folder of the program itself (where package.json lies). */
  readonly projectFolder: string;
  /** Everything that must outlive a restart and is not in the database; absolute. */
  readonly dataFolder: string;
  /** The folder of the list of erased persons, which must not be put back from an older copy; absolute. */
  readonly erasureFolder: string;
  /** The migrator's connection to a PostgreSQL of one's own; absent: the embedded server. */
  readonly databaseUrl?: string;
  readonly host: string;
  /** 0 lets the system choose (tests). */
  readonly port: number;
  /** Whether an empty data folder is filled with the invented demo city. */
  readonly demo: boolean;
  readonly logLevel: string;
  /** Where log lines go besides standard output; absent: nowhere. */
  readonly logTo?: LogTarget;
  /** The socket of a clamd that looks at handed-in files before they are read; absent: none does. */
  readonly clamd?: string;
  /** Whether this process starts a worker of its own. */
  readonly worker: boolean;
  /** How many jobs the worker runs at once. */
  readonly workerConcurrency: number;
  /** Connections each pool may open. */
  readonly poolSize: number;
  /** Which cryptographic suite seals, hashes and signs (`crypto-suite`); the transparency log's is fixed. */
  readonly crypto: SuiteName;
  /** Days that a handed-in file is kept, under its own key, after its submission closed; 0: it goes at closing. */
  readonly uploadDays: number;
  /** The most subjects that one bulk export may be about. */
  readonly exportSubjects: number;
  /** Hours that the file of a bulk export can be fetched; then it is destroyed. */
  readonly exportHours: number;
  /** The tenant's power to make rules (charter C7); a county-level city has none. */
  readonly legislativeLevel: 'none' | 'districtedCity' | 'province';
  /** The fewest days that a draft of the catalogue lies open for comments. */
  readonly consultationDays: number;
  /** The origin under which browsers find the portal, such as https://credit.example; absent: what a request says. */
  readonly origin?: string;
  /** The console's own, on another host name than `origin`; absent: portal and console are on one. */
  readonly consoleOrigin?: string;
  /** How many sessions one account may have at once; the oldest ends for the next. */
  readonly sessionsAtOnce: number;
  /** A file of SHA-1 hashes of passwords known to be lost, sorted (the format of Have I Been Pwned). */
  readonly breachedPasswords?: string;
  /** A file of further words that may not stand in a password, one a line. */
  readonly passwordWords?: string;
  /** Where files are dropped and which databases are read. */
  readonly channels: ChannelSettings;
  /** The city's sign-on; absent: officers have passwords and codes, subjects one-time codes. */
  readonly signOn?: SignOnSettings;
  /** Which addresses may speak for the client's (`X-Forwarded-For`); false: none. */
  readonly trustProxy: boolean | string;
  /** Where holes are reported (RFC 9116: https:, mailto: or tel:), and the day from which that must be confirmed anew. */
  readonly securityContact?: { readonly contact: string; readonly expiresOn: string };
  /** The tests' own switch: only with it a fixed civil date is allowed, and fsync may be off. */
  readonly testing: boolean;
};

/** A setting that cannot be used; its message says what to write instead, in both languages. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const projectFolder = path.dirname(path.dirname(import.meta.dirname));
const logLevels = ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent'] as const;

function flag(env: NodeJS.ProcessEnv, name: string, otherwise: boolean): boolean {
  const text = env[name]?.trim().toLowerCase();
  if (text === undefined || text === '') return otherwise;
  if (['1', 'true', 'yes', 'on'].includes(text)) return true;
  if (['0', 'false', 'no', 'off'].includes(text)) return false;
  throw new ConfigError(`${name} 应为 0 或 1，而不是 “${text}”。${name} must be 0 or 1, not "${text}".`);
}

function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  from: number,
  to: number,
): number {
  const text = env[name]?.trim();
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw new ConfigError(
    `${name} 应为 ${from} 至 ${to} 的整数，而不是 “${text}”。${name} must be a whole number from ${from} to ${to}, not "${text}".`,
  );
}

/** A setting that is one of a few words; the first is taken where it is absent. */
function oneOf<Word extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const text = env[name]?.trim() || words[0];
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw new ConfigError(
    `${name} 应为下列之一：${words.join('、')}，而不是 “${text}”。${name} must be one of ${words.join(', ')}, not "${text}".`,
  );
}

/** Both or neither: a contact that nobody confirms again may be nobody's (RFC 9116 § 2.5.5). */
function securityContact(env: NodeJS.ProcessEnv): Config['securityContact'] {
  const contact = env['GONGXIN_SECURITY_CONTACT']?.trim() ?? '';
  const expiresOn = env['GONGXIN_SECURITY_EXPIRES']?.trim() ?? '';
  if (contact === '' && expiresOn === '') return undefined;
  if (/^(https:\/\/|mailto:|tel:)[\x21-\x7e]+$/.test(contact) && /^\d{4}-\d{2}-\d{2}$/.test(expiresOn))
    return { contact, expiresOn };
  throw new ConfigError(
    'GONGXIN_SECURITY_CONTACT 应为 mailto:、https:// 或 tel: 开头的地址，并须同时设置 GONGXIN_SECURITY_EXPIRES（如 2027-06-30）。' +
      'GONGXIN_SECURITY_CONTACT must begin with mailto:, https:// or tel:, and GONGXIN_SECURITY_EXPIRES must say a day, such as 2027-06-30.',
  );
}

/**
 * Reads the settings. A demo listens on 127.0.0.1 whatever GONGXIN_HOST says, since its passwords are printed.
 * @throws ConfigError with a sentence when a value cannot be used
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const refusal = (sentence: string) => new ConfigError(sentence);
  const url = readDatabaseUrl(env, refusal);
  const demo = flag(env, 'GONGXIN_DEMO', url === undefined);
  const folder = env['GONGXIN_DATA']?.trim();
  const dataFolder = folder ? path.resolve(folder) : path.join(projectFolder, 'var');
  const erasures = env['GONGXIN_ERASURES']?.trim();
  const proxy = env['GONGXIN_TRUST_PROXY']?.trim();
  const signOn = readSignOn(env, (sentence) => new ConfigError(sentence));
  const security = securityContact(env);
  const origin = readOrigin(env, 'GONGXIN_ORIGIN', refusal);
  const consoleOrigin = readConsoleOrigin(env, origin, refusal);
  const [logTo, clamd] = [readLogTarget(env, refusal), readClamd(env, refusal)];
  const breachedPasswords = readableFile(env, 'GONGXIN_BREACHED_PASSWORDS', refusal);
  const passwordWords = readableFile(env, 'GONGXIN_PASSWORD_WORDS', refusal);
  return {
    projectFolder,
    dataFolder,
    erasureFolder: erasures ? path.resolve(erasures) : path.join(dataFolder, 'erasures'),
    ...(url === undefined ? {} : { databaseUrl: url }),
    host: demo ? '127.0.0.1' : env['GONGXIN_HOST']?.trim() || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 8080, 0, 65535),
    demo,
    logLevel: oneOf(env, 'GONGXIN_LOG_LEVEL', logLevels),
    ...(logTo === undefined ? {} : { logTo }),
    ...(clamd === undefined ? {} : { clamd }),
    worker: flag(env, 'GONGXIN_WORKER', true),
    workerConcurrency: wholeNumber(env, 'GONGXIN_WORKER_JOBS', 2, 1, 64),
    poolSize: wholeNumber(env, 'GONGXIN_POOL', 16, 2, 200),
    uploadDays: wholeNumber(env, 'GONGXIN_UPLOAD_DAYS', 0, 0, 30),
    exportSubjects: wholeNumber(env, 'GONGXIN_EXPORT_SUBJECTS', 5_000, 1, 50_000),
    exportHours: wholeNumber(env, 'GONGXIN_EXPORT_HOURS', 24, 1, 168),
    crypto: oneOf(env, 'GONGXIN_CRYPTO', suiteNames),
    channels: readChannels(env, dataFolder, (sentence) => new ConfigError(sentence)),
    legislativeLevel: oneOf(env, 'GONGXIN_LEGISLATIVE_LEVEL', ['none', 'districtedCity', 'province']),
    consultationDays: wholeNumber(env, 'GONGXIN_CONSULTATION_DAYS', 30, 1, 365),
    sessionsAtOnce: wholeNumber(env, 'GONGXIN_SESSIONS', 10, 1, 100),
    ...(origin === undefined ? {} : { origin }),
    ...(consoleOrigin === undefined ? {} : { consoleOrigin }),
    ...(breachedPasswords === undefined ? {} : { breachedPasswords }),
    ...(passwordWords === undefined ? {} : { passwordWords }),
    ...(signOn === undefined ? {} : { signOn }),
    trustProxy: proxy ? proxy : false,
    ...(security === undefined ? {} : { securityContact: security }),
    testing: flag(env, 'GONGXIN_TESTING', false),
  };
}
