/** The language of the command line: `--lang`, else what the shell's locale says, else Chinese. */
import { type Language, languages } from '../../platform/language.ts';
import { UsageError } from './verb.ts';

/** The language with the arguments that are left; POSIX: LC_ALL goes before LC_MESSAGES goes before LANG. */
export function chooseShellLanguage(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { language: Language; rest: string[] } {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at === -1) {
    const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
    return { language: locale.toLowerCase().startsWith('en') ? 'en' : 'zh', rest: [...args] };
  }
  const isJoined = args[at] !== '--lang';
  const wanted = isJoined ? args[at]?.slice('--lang='.length) : args[at + 1];
  const language = languages.find((known) => known === wanted);
  if (!language) throw new UsageError('--lang zh|en');
  return { language, rest: args.toSpliced(at, isJoined ? 1 : 2) };
}
