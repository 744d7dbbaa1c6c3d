/** What `gongxin submit` is told: which file of which item, to which server, in whose name. */
import type { KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Shell, UsageError } from '../verb.ts';
import { type CliWords, cliWords } from '../words.ts';

/** A machine client as the token endpoint knows it: by a secret, or by the private half of a registered key. */
export type Client =
  | { readonly id: string; readonly secret: string }
  | { readonly id: string; readonly key: KeyObject };

/** Everything checked, nothing sent yet. */
export type SubmitOptions = {
  readonly item: string;
  readonly file: string;
  readonly size: number;
  /** Without a slash at its end. */
  readonly server: string;
  readonly client: Client;
  readonly wait: boolean;
};

export const defaultServer = 'http://127.0.0.1:8080';

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        item: { type: 'string' },
        file: { type: 'string' },
        server: { type: 'string' },
        'client-id': { type: 'string' },
        'client-secret-file': { type: 'string' },
        credentials: { type: 'string' },
        unit: { type: 'string' },
        wait: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The address without a slash at its end. @throws UsageError */
export function serverOf(text: string, words: CliWords): string {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new UsageError(words.submit.badServer(text));
  return url.href.replace(/\/+$/, '');
}

/** @throws UsageError for a file that cannot be read */
export async function readOwnFile(path: string, words: CliWords): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(words.submit.unreadable(path, (error as NodeJS.ErrnoException).code ?? ''));
  }
}

type Credentials = { clients?: { unit: string; client_id: string; client_secret: string }[] };

async function clientFromCredentials(path: string, unit: string, words: CliWords): Promise<Client> {
  let credentials: Credentials;
  try {
    credentials = JSON.parse(await readOwnFile(path, words)) as Credentials;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(words.submit.unreadable(path, 'JSON'));
  }
  const clients = credentials.clients ?? [];
  const found = clients.find((client) => client.unit === unit);
  if (!found)
    throw new UsageError(
      words.submit.noSuchUnit(
        unit,
        clients.map((client) => client.unit),
      ),
    );
  return { id: found.client_id, secret: found.client_secret };
}

async function clientOf(values: ReturnType<typeof parse>, words: CliWords): Promise<Client> {
  const { 'client-id': id, 'client-secret-file': secretFile, credentials, unit } = values;
  if (id !== undefined && secretFile !== undefined && credentials === undefined) {
    // Editors end a file with a line break; no secret does.
    return { id, secret: (await readOwnFile(secretFile, words)).trim() };
  }
  if (credentials !== undefined && unit !== undefined && id === undefined) {
    return clientFromCredentials(credentials, unit, words);
  }
  throw new UsageError(words.submit.whoAreYou);
}

/** @throws UsageError for what is no file */
export async function sizeOf(path: string, words: CliWords): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.submit.unreadable(path, error.code ?? ''));
  });
  if (!found.isFile()) throw new UsageError(words.submit.unreadable(path, 'EISDIR'));
  return found.size;
}

/** Reads and checks the arguments. A secret never stands among them, where other users of the machine could see it. */
export async function readSubmitOptions(
  args: readonly string[],
  { language }: Shell,
): Promise<SubmitOptions> {
  const words = cliWords[language];
  const values = parse(args);
  const { item, file } = values;
  if (!item || !file) throw new UsageError(words.submit.needsItemAndFile);
  return {
    item,
    file,
    size: await sizeOf(file, words),
    server: serverOf(values.server ?? defaultServer, words),
    client: await clientOf(values, words),
    wait: values.wait ?? false,
  };
}
