/** The few parts of oidc-provider that the token endpoint uses; the package ships no declarations. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type ErrorOut = { readonly error: string; readonly error_description?: string };

  export type Context = { type: string; body: unknown };

  /** Where the provider finds clients and keeps tokens; one instance a model. */
  export type Adapter = {
    upsert(id: string, payload: Record<string, unknown>, expiresIn: number): Promise<void>;
    find(id: string): Promise<Record<string, unknown> | undefined>;
  };

  export type Configuration = {
    adapter: (model: string) => Adapter;
    features: Record<string, { enabled: boolean }>;
    clientAuthMethods: string[];
    responseTypes: string[];
    scopes: string[];
    jwks: { keys: object[] };
    enabledJWA: Record<string, string[]>;
    clientDefaults: Record<string, string>;
    ttl: Record<string, number>;
    routes: Record<string, string>;
    clientBasedCORS: () => boolean;
    renderError: (context: Context, out: ErrorOut, error: Error) => void;
  };

  export const errors: { readonly InvalidClientAuth: new (description: string) => Error };

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    proxy: boolean;
    readonly Client: { prototype: { clientSecret: string; compareClientSecret(actual: string): boolean } };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
  }
}
