/** Checks requests against their schemas: bodies exactly as they came, the rest (text by nature) converted first. */
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';

// A forbidden member is reported twice, once as itself and once by the schema `false` that forbids it.
const echo = 'boolean';

/** Fastify's validator compiler on TypeBox: every broken rule is told, nothing is removed, no body is changed. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema);
  return (value: unknown) => {
    const input = httpPart === 'body' ? value : Value.Convert(schema, Value.Default(schema, value));
    if (compiled.Check(input)) return { value: input };
    const errors = compiled.Errors(input) as FastifySchemaValidationError[];
    const told = errors.filter((error) => error.keyword !== echo);
    return { error: (told.length > 0 ? told : errors) as unknown as Error };
  };
};
