/** Turns what Fastify, the validator and the database throw into problems; everything else is a fault of ours. */
import type { FastifyError, FastifySchemaValidationError } from 'fastify';
import type { Words } from '../language.ts';
import { Problem } from '../problem.ts';
import {
  bodyTooLarge,
  fault,
  invalidRequest,
  notFound,
  unavailable,
  unreadableBody,
  unsupportedMediaType,
} from '../problems.ts';

const byCode = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', bodyTooLarge],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', unsupportedMediaType],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', unreadableBody],
  ['FST_ERR_CTP_INVALID_JSON_BODY', unreadableBody],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', unreadableBody],
  ['FST_ERR_BAD_URL', notFound],
  ['FST_ERR_MAX_PARAM_LENGTH', notFound],
]);

// Connection exceptions (class 08), shutdown and start of the server (57P0x), too many connections (53300).
const lostDatabase = /^(08...|57P0[123]|53300)$/;
const lostSocket = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);

function isLostDatabase(error: Partial<Error & { code: string; syscall: string }>): boolean {
  if (typeof error.code === 'string' && lostDatabase.test(error.code)) return true;
  if (error.syscall === 'connect' && lostSocket.has(error.code ?? '')) return true;
  // pg gives these no code.
  return /^Connection terminated|connection error and is not queryable|^timeout exceeded when trying to connect/.test(
    error.message ?? '',
  );
}

const sentences: Record<string, (limit: unknown) => Words> = {
  required: (name) => ({ zh: `缺少 ${name}`, en: `${name} is missing` }),
  additionalProperties: (name) => ({ zh: `不认识的字段 ${name}`, en: `${name} is not a known field` }),
  type: (type) => ({ zh: `类型应为 ${type}`, en: `must be of type ${type}` }),
  format: (format) => ({ zh: `格式应为 ${format}`, en: `must be written as ${format}` }),
  pattern: () => ({ zh: '写法不符合要求', en: 'is not written as required' }),
  minLength: (limit) => ({ zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} characters` }),
  maxLength: (limit) => ({ zh: `至多 ${limit} 个字符`, en: `must have at most ${limit} characters` }),
  minimum: (limit) => ({ zh: `不得小于 ${limit}`, en: `must not be less than ${limit}` }),
  maximum: (limit) => ({ zh: `不得大于 ${limit}`, en: `must not be more than ${limit}` }),
  minItems: (limit) => ({ zh: `至少 ${limit} 项`, en: `must have at least ${limit} items` }),
  maxItems: (limit) => ({ zh: `至多 ${limit} 项`, en: `must have at most ${limit} items` }),
  enum: (values) => ({ zh: `应为下列之一：${values}`, en: `must be one of: ${values}` }),
  const: (value) => ({ zh: `应为 ${value}`, en: `must be ${value}` }),
};

const limitOf: Record<string, string> = {
  required: 'requiredProperties',
  additionalProperties: 'additionalProperties',
  type: 'type',
  format: 'format',
  enum: 'allowedValues',
  const: 'allowedValue',
};

/** One broken rule in words; never the value itself, which may be personal. */
function explain(error: FastifySchemaValidationError): { pointer: string; rule: string; message: Words } {
  const limit = error.params[limitOf[error.keyword] ?? 'limit'] ?? error.params['missingProperty'];
  const text = Array.isArray(limit) ? limit.join(', ') : limit;
  const sentence = sentences[error.keyword] ?? (() => ({ zh: '不符合要求', en: 'does not meet the rule' }));
  return { pointer: error.instancePath, rule: error.keyword, message: sentence(text) };
}

function invalid(error: FastifyError): Problem {
  const part = { body: '正文', querystring: '查询参数', params: '路径', headers: '请求头' }[
    error.validationContext ?? 'body'
  ];
  const errors = (error.validation ?? []).map(explain);
  const list = (language: 'zh' | 'en') =>
    errors
      .slice(0, 5)
      .map(({ pointer, message }) => `${pointer || '/'} ${message[language]}`)
      .join(language === 'zh' ? '；' : '; ');
  return new Problem(invalidRequest, {
    detail: { zh: `${part}：${list('zh')}`, en: `In the ${error.validationContext}: ${list('en')}` },
    extra: { errors },
  });
}

/** The problem that answers `error`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = error as Partial<FastifyError>;
  if (known.validation) return invalid(known as FastifyError);
  const definition = byCode.get(known.code ?? '');
  if (definition) return new Problem(definition, { cause: error });
  if (isLostDatabase(known))
    return new Problem(unavailable, { headers: { 'retry-after': '5' }, cause: error });
  // What the parsers of HTTP and JSON complain of is the sender's doing; messages of ours are never shown.
  if (known.statusCode === 400) return new Problem(unreadableBody, { cause: error });
  if (known.statusCode === 413) return new Problem(bodyTooLarge, { cause: error });
  return new Problem(fault, { cause: error });
}
