/** Names of administrative divisions by their codes (GB/T 2260, streets of Shandong, and the demo's invented city). */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '..', '..', 'data', 'codes');
const files = ['provinces', 'cities', 'areas', 'streets-shandong'].map((part) => `gbt2260-${part}.csv`);

let names: ReadonlyMap<string, string> | undefined;
let places: readonly string[] | undefined;

function load(): ReadonlyMap<string, string> {
  const loaded = new Map<string, string>();
  for (const file of [...files, 'demo-areas.csv']) {
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n').slice(1)) {
      const [, code, name] = /^(\d{2,12}),"?([^",]+)"?/.exec(line) ?? [];
      if (code && name) loaded.set(code, name);
    }
  }
  return loaded;
}

/** Divisions that only gather others have names that say nothing by themselves. */
const sayNothing = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

function own(code: string): string | undefined {
  names ??= load();
  const name = names.get(code);
  return name === undefined || sayNothing.test(name) ? undefined : name;
}

/** The name of a division with what it belongs to, such as 济南市历城区; undefined for a code that nobody knows. */
export function areaName(code: string): string | undefined {
  const padded = code.replace(/0+$/, '');
  const exact = own(code) ?? own(padded.padEnd(padded.length <= 2 ? 2 : padded.length <= 4 ? 4 : 6, '0'));
  if (exact === undefined) return undefined;
  const above =
    code.length === 9 ? own(code.slice(0, 6)) : code.length === 6 ? own(code.slice(0, 4)) : undefined;
  return above === undefined || above === exact ? exact : `${above}${exact}`;
}

/** All names of provinces, cities and counties, always the same array (for telling places in names of firms apart). */
export function placeNames(): readonly string[] {
  names ??= load();
  places ??= [...new Set([...names].filter(([code]) => code.length <= 6).map(([, name]) => name))].filter(
    (name) => !sayNothing.test(name),
  );
  return places;
}
