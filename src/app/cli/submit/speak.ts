/** Speaks HTTP to a running platform: tokens, the upload as a stream, and JSON questions. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Language } from '../../../platform/language.ts';
import { languageTag } from '../../../platform/language.ts';
import { assertionForm } from './assertion.ts';
import type { SubmitOptions } from './options.ts';

/** An answer that is no success; `body` is a problem (RFC 9457) or an error of OAuth (RFC 6749 § 5.2). */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(`HTTP ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** Nothing answered. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

type Message = {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string | number>>;
  /** A text, or a file to stream. */
  readonly body?: string | { readonly file: string };
};

type Open = { readonly request: ClientRequest; readonly answer: Promise<IncomingMessage> };

function open(message: Message): Open {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const url = new URL(message.address);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(url, { method: message.method, headers: message.headers });
  // A server that refuses early closes while the file is still on its way: its answer counts, not the broken pipe.
  request.once('response', resolve);
  request.on('error', (error) => reject(new Unreachable(error.message, { cause: error })));
  if (typeof message.body === 'object') {
    const file = createReadStream(message.body.file);
    file.once('error', (error) => request.destroy(error));
    request.once('close', () => file.destroy());
    file.pipe(request);
  } else request.end(message.body);
  return { request, answer: promise };
}

async function ask<T>(message: Message): Promise<T> {
  const { request, answer } = open(message);
  try {
    const received = await answer;
    const status = received.statusCode ?? 0;
    // Whoever answers without JSON is no platform; that is told by the status and the missing title.
    const body = (await json(received).catch(() => ({}))) as Record<string, unknown>;
    if (status >= 200 && status < 300) return body as T;
    throw new Refused(status, body);
  } finally {
    // After an early refusal the rest of the file need not be sent.
    request.destroy();
  }
}

/** By HTTP Basic; id and secret are form-encoded first (RFC 6749 § 2.3.1). */
function basic(id: string, secret: string): string {
  const pair = [id, secret].map((text) => new URLSearchParams({ '': text }).toString().slice(1));
  return `Basic ${Buffer.from(pair.join(':')).toString('base64')}`;
}

/** Client credentials: with the secret, or with an assertion signed by the client's key (RFC 7523). */
export async function getToken({ server, client }: SubmitOptions): Promise<string> {
  const address = `${server}/oauth/token`;
  const proof = 'key' in client ? assertionForm(client.id, client.key, address) : {};
  const answer = await ask<{ access_token: string }>({
    method: 'POST',
    address,
    headers: {
      ...('secret' in client ? { authorization: basic(client.id, client.secret) } : {}),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...proof }).toString(),
  });
  return answer.access_token;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.txt': 'text/csv',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What the server says of a file that it took. */
export type Acknowledged = {
  readonly submissionId: string;
  readonly status: string;
  readonly sameFileAs?: { readonly receivedAt: string };
};

/** Streams the file; it never lies in memory whole. */
export function sendFile(options: SubmitOptions, token: string, language: Language): Promise<Acknowledged> {
  const { server, item, file, size } = options;
  const query = new URLSearchParams({ item, channel: 'cli', fileName: path.basename(file) });
  return ask({
    method: 'POST',
    address: `${server}/api/v1/submissions?${query}`,
    headers: {
      authorization: `Bearer ${token}`,
      'accept-language': languageTag[language],
      'content-type': mediaTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': size,
    },
    body: { file },
  });
}

/** One JSON question with a token. */
export function get<T>(options: SubmitOptions, path: string, token: string, language: Language): Promise<T> {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': languageTag[language] };
  return ask({ method: 'GET', address: `${options.server}${path}`, headers });
}

/** Saves what the server gives; beside `target` while it comes, so that no half of it bears the name. */
export async function save(
  options: SubmitOptions,
  path: string,
  token: string,
  target: (contentType: string) => string,
): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const { request, answer } = open({ method: 'GET', address: `${options.server}${path}`, headers });
  try {
    const received = await answer;
    if (received.statusCode !== 200) throw new Refused(received.statusCode ?? 0, {});
    const file = target(String(received.headers['content-type'] ?? ''));
    await pipeline(received, createWriteStream(`${file}.part`)).catch((error: Error) => {
      throw new Unreachable(error.message, { cause: error });
    });
    await rename(`${file}.part`, file);
    return file;
  } finally {
    request.destroy();
  }
}
