/** Addresses of exchange files: handing one in, its signed receipt, and the key that receipts are signed by. */
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import { acceptStreams, type Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { scopeMissing } from '../identity/index.ts';
import { itemNotYours } from '../intake/index.ts';
import { lastShape } from './api-shapes.ts';
import { getReceipt, receiptKey, signReceipt } from './exchange/receipt.ts';
import { receiveExchange } from './exchange/receive-exchange.ts';
import { handInExchange } from './permissions.ts';
import { exchangeNotFound, exchangeRefused } from './problems.ts';

const tags = ['channels'];
const exchangeId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const word = (example: string) => Type.String({ examples: [example] });

const receiptShape = Type.Object({
  format: Type.Literal('gongxin-exchange-receipt/1'),
  exchangeId,
  sender: word('qh-market-supervision'),
  item: word('administrative-penalty'),
  edition: word('2024-1'),
  period: Type.Object({ from: word('2026-10-01'), until: word('2026-11-01') }),
  packageSha256: word('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
  receivedAt: Type.String({ format: 'date-time' }),
  status: Type.Enum(['in-progress', 'settled'], { examples: ['settled'] }),
  files: Type.Array(
    Type.Object({
      name: word('penalties.csv'),
      rows: Type.Integer({ examples: [120] }),
      sha256: word('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
      submissionId: Type.Union([exchangeId, Type.Null()]),
      status: word('settled'),
      counts: lastShape.properties.counts,
      refusedBy: Type.Union([word('file.has-errors'), Type.Null()]),
      findingsFile: Type.Union([word('/api/v1/submissions/912345678901234567/findings-file'), Type.Null()]),
    }),
  ),
});

/** The routes of exchange files. */
export function addExchangeRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/exchange-files/:exchangeId',
    {
      config: { access: handInExchange, problems: [exchangeNotFound] },
      schema: {
        tags,
        operationId: 'getExchangeReceipt',
        summary: 'The receipt of an exchange file, signed as JWS',
        params: Type.Object({ exchangeId }),
        response: { 200: Type.Object({ receipt: receiptShape, jws: word('eyJhbGciOiJFZERTQSJ9.e30.c2ln') }) },
      },
    },
    async (request, reply) => {
      const receipt = await getReceipt(platform, request.actor as SignedInActor, request.params.exchangeId);
      reply.header('cache-control', 'no-store');
      return { receipt: { ...receipt, files: [...receipt.files] }, jws: signReceipt(platform, receipt) };
    },
  );
  server.get(
    '/api/v1/public/exchange-key',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getExchangeKey',
        summary: 'The public key that receipts of exchange files are signed by (RFC 8037)',
        response: {
          200: Type.Object({
            kty: Type.Literal('OKP'),
            crv: Type.Literal('Ed25519'),
            x: word('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'),
          }),
        },
      },
    },
    async () => receiptKey(platform),
  );
}

/** In a scope of its own: here the body arrives as a stream. */
export async function addExchangeUpload(platform: Platform, server: Server): Promise<void> {
  await server.register(async (scope: Server) => {
    acceptStreams(scope, ['application/zip', 'application/octet-stream', 'application/x-zip-compressed']);
    scope.post(
      '/api/v1/exchange-files',
      {
        config: { access: handInExchange, problems: [exchangeRefused, itemNotYours, scopeMissing] },
        schema: {
          tags,
          operationId: 'handInExchange',
          summary: 'Hand in an exchange file: a ZIP of manifest, data files and checksums',
          description:
            'It is checked as a whole before anything of it is taken. The same package twice is told so; follow it by its receipt at Location.',
          querystring: Type.Object({
            fileName: Type.Optional(Type.String({ maxLength: 300, examples: ['2026-10.zip'] })),
          }),
          body: {
            description: 'The package: manifest.json, SHA256SUMS and data files in CSV or JSON.',
            content: {
              'application/zip': { schema: Type.String({ format: 'binary', examples: ['(a ZIP file)'] }) },
            },
          },
          response: {
            200: Type.Object({ exchangeId }, { description: 'This very package was taken before.' }),
            202: Type.Object({ exchangeId }, { description: 'Taken; its files are being settled.' }),
          },
        },
      },
      async (request, reply) => {
        const { exchangeId: id, isNew } = await receiveExchange(platform, request.actor as SignedInActor, {
          // A request without a body is an empty file, which is told so.
          content: (request.body as Readable | undefined) ?? Readable.from([]),
          fileName: request.query.fileName ?? 'exchange.zip',
          language: request.language,
        });
        reply.header('location', `/api/v1/exchange-files/${id}`);
        return reply.code(isNew ? 202 : 200).send({ exchangeId: id });
      },
    );
  });
}
