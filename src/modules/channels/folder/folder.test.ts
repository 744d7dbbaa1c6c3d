/** The drop folder: whole files are taken once whatever happens, everything else is left or refused with a plain note. */
import { mkdir, mkdtemp, readdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { type DropFolder, NOTE, openDropFolder } from '../../../platform/drop-folder/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { findActiveItem } from '../../catalogue/index.ts';
import { buildCity, csv, firm, penalty, registerFirms, runJobs, UNITS } from '../../intake/testing/city.ts';
import { exchangeParts, packZip } from '../testing/exchange-file.ts';
import { watchFolder } from './watch-folder.ts';

let world: TestWorld;
let platform: Platform;
let place: string;
let root: string;
let number = 0;

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
});
afterAll(() => world.close());
beforeEach(async () => {
  root = await mkdtemp(path.join(inject('testServer').folder, 'drop-'));
  place = path.join(root, UNITS.market.code, 'administrative-penalty');
  await mkdir(place, { recursive: true });
  const { config } = world.platform;
  const channels = { ...config.channels, dropFolder: root, settleSeconds: 0 };
  platform = { ...world.platform, config: { ...config, channels } };
});

const rows = (count: number, changes: Record<string, string> = {}) =>
  csv(Array.from({ length: count }, () => penalty(firm(1), ++number, changes)));
const drop = (name: string, content: string | Buffer) => writeFile(path.join(place, name), content);
const inside = async (folder: string) => (await readdir(path.join(place, folder)).catch(() => [])).sort();
/** Looks, lets the worker work, looks again. */
const work = async () => {
  for (let look = 0; look < 3; look++) {
    await watchFolder(platform);
    await runJobs(platform);
  }
};
const submissions = async () =>
  (
    await world.db.app.one<{ count: number }>(
      sql`select count(*)::integer as count from intake.submission where channel in ('folder', 'exchange')`,
    )
  ).count;
const textOf = async (folder: string, end: string) => {
  const name = (await inside(folder)).find((one) => one.endsWith(end));
  return name ? readFile(path.join(place, folder, name), 'utf8') : '';
};

describe('a file', () => {
  test('is handed in once it lies unchanged, and lies in done with its result', async () => {
    const before = await submissions();
    await drop('2026-10.csv', rows(2));
    await watchFolder(platform);
    expect(await submissions()).toBe(before);
    await work();
    expect(await submissions()).toBe(before + 1);
    expect(await readdir(place)).toEqual(['done', 'processing']);
    expect(await inside('processing')).toEqual([]);
    expect((await inside('done')).map((name) => name.replace(/^\d+/, ''))).toEqual([
      '~2026-10.csv',
      '~2026-10.csv.result.txt',
    ]);
    expect(await textOf('done', '.result.txt')).toMatch(/入库 2，[\s\S]*2 accepted/);
  });

  test('that still grows waits', async () => {
    const before = await submissions();
    const whole = rows(3);
    for (const part of [100, 400, 900]) {
      await drop('growing.csv', whole.slice(0, part));
      await utimes(path.join(place, 'growing.csv'), new Date(), new Date(Date.now() + part));
      await watchFolder(platform);
    }
    expect(await submissions()).toBe(before);
    await drop('growing.csv', whole);
    await work();
    expect(await textOf('done', '.result.txt')).toContain('3 accepted');
  });

  test('with its marker is taken at once, and the marker goes', async () => {
    const before = await submissions();
    await drop('x.csv', rows(1));
    await drop('x.csv.done', '');
    await watchFolder(platform);
    expect(await submissions()).toBe(before + 1);
    expect(await readdir(place)).toEqual(['processing']);
  });

  test.each(['x.csv.part', '.x.csv', 'x.csv.filepart', 'x.tmp', 'x.csv~', 'y.csv.ok'])(
    '%s is left alone',
    async (name) => {
      await drop(name, rows(1));
      await work();
      expect(await readdir(place)).toEqual([name]);
    },
  );

  test('with bad rows comes back with its findings', async () => {
    await drop('bad.csv', rows(2, { CF_JDRQ: '2026/2/30' }));
    await work();
    expect(await textOf('done', '.findings.csv')).toContain('校验问题');
  });

  test('that is no data file is refused with its result', async () => {
    await drop('junk.csv', Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0, 9]));
    await work();
    expect(await textOf('refused', '.result.txt')).toMatch(/整个文件被退回[\s\S]*refused as a whole/);
  });

  test('that is empty is refused with a sentence', async () => {
    await drop('empty.csv', '');
    await work();
    expect(await textOf('refused', '.result.txt')).toMatch(/没有收到文件内容[\s\S]*No file content/);
  });

  test('the same content under another name is told so, and handed in once', async () => {
    const content = rows(1);
    await drop('one.csv', content);
    await work();
    const before = await submissions();
    await drop('two.csv', content);
    await work();
    expect(await submissions()).toBe(before);
    expect(await textOf('done', 'two.csv.result.txt')).toMatch(
      /没有重复报送[\s\S]*nothing was handed in twice/,
    );
  });

  test('whose name is in GB18030 is found again, taken, and named rightly', async () => {
    const name = Buffer.from([0xb4, 0xa6, 0xb7, 0xa3, 0x2e, 0x63, 0x73, 0x76]);
    await writeFile(Buffer.concat([Buffer.from(`${place}/`), name]), rows(1));
    await work();
    expect((await inside('done'))[0]).toMatch(/~处罚\.csv$/);
  });

  test('with a name that cannot be kept is refused under one that can', async () => {
    await drop('a\nb.csv', rows(1));
    await drop(`${'长'.repeat(70)}.csv`, rows(1));
    await work();
    expect((await inside('refused')).filter((name) => name.endsWith('.result.txt'))).toHaveLength(2);
    expect(await textOf('refused', '.result.txt')).toContain('改名');
  });
});

describe('what is no file', () => {
  test('a link is moved away and never followed', async () => {
    const secret = path.join(root, 'secret.csv');
    await writeFile(secret, rows(1));
    await symlink(secret, path.join(place, 'link.csv'));
    const before = await submissions();
    await work();
    expect(await submissions()).toBe(before);
    expect(await textOf('refused', '.result.txt')).toContain('Links are never followed');
    expect(await readFile(secret, 'utf8')).not.toBe('');
  });

  test('a linked folder of a unit or item is not entered', async () => {
    await symlink(path.dirname(place), path.join(root, UNITS.emergency.code));
    await symlink(place, path.join(root, UNITS.market.code, 'administrative-licence'));
    await drop('x.csv', rows(1));
    const before = await submissions();
    await work();
    expect(await submissions()).toBe(before + 1);
  });

  test('folders of no unit, no item, or an item of others get a note', async () => {
    const strange = path.join(root, 'nobody');
    const notTheirs = path.join(root, UNITS.emergency.code, 'organisation-registration');
    for (const folder of [strange, notTheirs]) {
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'x.csv'), rows(1));
    }
    const before = await submissions();
    await work();
    expect(await submissions()).toBe(before);
    expect(await readFile(path.join(strange, NOTE), 'utf8')).toContain('单位代码');
    expect(await readFile(path.join(notTheirs, NOTE), 'utf8')).toContain('信息事项');
  });

  test('a link in place of the folder of done files is not written into', async () => {
    const elsewhere = await mkdtemp(path.join(inject('testServer').folder, 'elsewhere-'));
    await symlink(elsewhere, path.join(place, 'processing'));
    await drop('x.csv', rows(1));
    await watchFolder(platform);
    await expect(watchFolder(platform)).rejects.toThrow();
    expect(await readdir(elsewhere)).toEqual([]);
  });
});

describe('an exchange file', () => {
  const parts = async () => {
    const edition = (await findActiveItem(world.db.app, 'administrative-penalty'))?.edition as string;
    const from = { sender: UNITS.market.code, item: 'administrative-penalty', edition };
    return exchangeParts(from, { 'a.csv': { content: rows(2), rows: 2 } });
  };

  test('as a ZIP comes back with its receipt', async () => {
    await drop('2026-10.zip', await packZip(await parts()));
    await work();
    const receipt = JSON.parse(await textOf('done', '.receipt.json'));
    expect(receipt.receipt).toMatchObject({ status: 'settled', files: [{ counts: { accepted: 2 } }] });
    expect(receipt.jws).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test('as a folder is taken when its marker says so', async () => {
    const folder = path.join(place, '2026-11');
    await mkdir(folder);
    for (const [name, content] of Object.entries(await parts()))
      await writeFile(path.join(folder, name), content);
    await work();
    expect(await readdir(place)).toEqual(['2026-11']);
    await drop('2026-11.done', '');
    await work();
    expect(JSON.parse(await textOf('done', '.receipt.json')).receipt.status).toBe('settled');
  });

  test('that is not what its manifest says is refused with the reason', async () => {
    await drop('bad.zip', await packZip({ ...(await parts()), 'a.csv': 'changed' }));
    await work();
    expect(await textOf('refused', '.result.txt')).toContain('checksum');
  });
});

test('a fault of a file is logged and told without the name of the file', async () => {
  const name = '张三370983199001011234.csv';
  await drop(name, rows(1));
  await watchFolder(platform);
  const told: unknown[] = [];
  const log = Object.assign(Object.create(platform.log), { warn: (...all: unknown[]) => told.push(...all) });
  const failing = (at: string): DropFolder => ({
    ...openDropFolder(at),
    take: async () => {
      await readFile(path.join(place, 'gone', name));
    },
  });
  const fault = await watchFolder({ ...platform, log }, failing).then(
    () => undefined,
    (error: Error) => error,
  );
  expect(fault?.message).toContain('ENOENT');
  expect(told).toContainEqual(expect.objectContaining({ code: 'ENOENT' }));
  expect(`${JSON.stringify(told)}${fault?.stack}${JSON.stringify(fault)}`).not.toMatch(/张三|1990/);
});

test('cut off before or after any step, each file is handed in exactly once and comes to its end', async () => {
  for (let step = 1; ; step++) {
    const before = await submissions();
    const name = `cut-${step}.csv`;
    await drop(name, rows(1));
    const cut = cutAt(step);
    for (let look = 0; look < 3; look++) {
      await watchFolder(platform, cut.open).catch((error: Error) => {
        if (error.message !== 'cut off') throw error;
      });
      await runJobs(platform);
    }
    await work();
    expect(await submissions(), `cut at ${step}`).toBe(before + 1);
    expect((await inside('done')).filter((one) => one.endsWith(`~${name}`))).toHaveLength(1);
    expect(await inside('processing')).toEqual([]);
    if (!cut.wasCut()) {
      expect(step).toBeGreaterThan(12);
      return;
    }
    await rename(place, `${place}-${step}`);
    await mkdir(place);
    await rename(`${place}-${step}`, path.join(root, `.old-${step}`));
  }
});

/** A folder that fails once, at the `step`th call: odd ones before it is done, even ones after. */
function cutAt(step: number) {
  let calls = 0;
  let isCut = false;
  const open = (at: string): DropFolder => {
    const folder = openDropFolder(at);
    const wrapped = Object.entries(folder).map(([name, ask]) => [
      name,
      async (...given: unknown[]) => {
        const number = ++calls * 2;
        if (number - 1 === step) {
          isCut = true;
          throw new Error('cut off');
        }
        const result = await (ask as (...all: unknown[]) => Promise<unknown>)(...given);
        if (number === step) {
          isCut = true;
          (result as { content?: { destroy(): void } } | undefined)?.content?.destroy();
          throw new Error('cut off');
        }
        return result;
      },
    ]);
    return Object.fromEntries(wrapped) as DropFolder;
  };
  return { open, wasCut: () => isCut };
}
