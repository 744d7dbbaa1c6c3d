// Judges the dictionary and the map: modules and items in GLOSSARY.md, settings in their guide, modules with floor, README and door.
import { moduleOrder } from '../../src/architecture.ts';
import type { CheckFinding } from './finding.ts';

function foldersUnder(paths: readonly string[], prefix: string): string[] {
  const inside = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  return [...new Set(inside.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))];
}

/** Codes of the catalogue's items: the folders, or the JSON files, under data/catalogue/items. */
export function itemCodes(paths: readonly string[]): string[] {
  const prefix = 'data/catalogue/items/';
  const files = paths
    .filter((path) => path.startsWith(prefix) && /^[a-z-]+\.json$/.test(path.slice(prefix.length)))
    .map((path) => path.slice(prefix.length).replace(/\.json$/, ''));
  return [...new Set([...files, ...foldersUnder(paths, prefix)])];
}

/** Every module folder and every item code stands in the glossary as `code`. */
export function findMissingWords(paths: readonly string[], glossary: string): CheckFinding[] {
  const words = [...foldersUnder(paths, 'src/modules/'), ...itemCodes(paths)];
  return words
    .filter((word) => !glossary.includes(`\`${word}\``))
    .map((word) => ({
      where: 'GLOSSARY.md',
      what: `\`${word}\` has no row: English identifier, 中文, meaning, source`,
    }));
}

/** Every environment variable that the platform's configuration reads stands in the guide to settings. */
export function findUndocumentedSettings(config: string, guide: string): CheckFinding[] {
  const names = new Set(config.match(/\b(GONGXIN_[A-Z_]+|DATABASE_URL|PORT)\b/g));
  return [...names]
    .filter((name) => !guide.includes(`| \`${name}\` |`))
    .map((name) => ({ where: 'docs/guides/settings.md', what: `\`${name}\` has no row` }));
}

/** Every module folder has its floor in src/architecture.ts, says what it holds, and has a door; every floor exists. */
export function findUnplacedModules(paths: readonly string[]): CheckFinding[] {
  const order: readonly string[] = moduleOrder;
  const present = new Set(paths);
  const folders = foldersUnder(paths, 'src/modules/');
  const unplaced = folders
    .filter((folder) => !order.includes(folder))
    .map((folder) => ({
      where: `src/modules/${folder}`,
      what: 'has no floor: give it its place in moduleOrder of src/architecture.ts',
    }));
  const bare = folders.flatMap((folder) =>
    ['README.md', 'index.ts']
      .filter((name) => !present.has(`src/modules/${folder}/${name}`))
      .map((name) => ({ where: `src/modules/${folder}`, what: `has no ${name}` })),
  );
  const empty = order
    .filter((name) => !folders.includes(name))
    .map((name) => ({ where: 'src/architecture.ts', what: `floor ${name} has no folder in src/modules` }));
  return [...unplaced, ...bare, ...empty];
}
