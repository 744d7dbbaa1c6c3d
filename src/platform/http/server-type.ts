/** The server as route plugins see it: Fastify with TypeBox schemas, and what the platform adds to routes and requests. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Actor, Permission } from '../actor.ts';
import type { Language } from '../language.ts';
import type { ProblemDefinition } from '../problem.ts';
import type { ApiDocument } from './openapi-document.ts';

/** One route as the permission matrix sees it. */
export type Door = {
  readonly method: string;
  /** The pattern, such as `/api/v1/submissions/:submissionId`. */
  readonly url: string;
  readonly access: 'public' | Permission;
  readonly problems: readonly ProblemDefinition[];
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Compulsory: who may ask. */
    access?: 'public' | Permission;
    /** For public routes that nevertheless want to know who asks. */
    identify?: boolean;
    /** The problems that the route may answer, besides those that any route may. */
    problems?: readonly ProblemDefinition[];
  }
  interface FastifyInstance {
    /** The description of the API, whole; only once the server is ready. `report` hears of missing examples. */
    apiDocument(report?: (place: string) => void): ApiDocument;
    /** All routes with what they demand, in the order they were added; HEAD of a GET is not listed. */
    readonly doors: readonly Door[];
    /** The origin that browsers see, where a setting says it. */
    readonly publicOrigin: string | undefined;
    /** The console's, where it has a host name of its own. */
    readonly consoleOrigin: string | undefined;
  }
  interface FastifyRequest {
    /** Who asks; anonymous on public routes that do not `identify`. */
    actor: Actor;
    readonly language: Language;
  }
}

/** Fastify, typed so that a route's TypeBox schema types its request. */
export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
