/** Words that may not stand in a password: the platform's own from data/, and the city's from a file of the settings. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.ts';

const known = new WeakMap<Config, readonly string[]>();

function read({ projectFolder, passwordWords }: Config): string[] {
  const file = path.join(projectFolder, 'data', 'identity', 'password-words.json');
  const { words } = JSON.parse(readFileSync(file, 'utf8')) as { words: string[] };
  const own = passwordWords === undefined ? [] : readFileSync(passwordWords, 'utf8').split(/\r?\n/);
  return [...words, ...own].map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
}

/** In lower case; read once for one installation. */
export function forbiddenWords(config: Config): readonly string[] {
  const words = known.get(config) ?? read(config);
  known.set(config, words);
  return words;
}
