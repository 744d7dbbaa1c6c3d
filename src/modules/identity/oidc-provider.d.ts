/** The few parts of oidc-provider that the token endpoint and the demo's sign-on use; the package ships no declarations. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type ErrorOut = { readonly error: string; readonly error_description?: string };

  export type Context = {
    type: string;
    body: unknown;
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly session: { accountId: string };
      readonly params: Record<string, unknown>;
    };
  };

  /** Where the provider finds clients and keeps tokens; one instance a model. */
  export type Adapter = {
    upsert(id: string, payload: Record<string, unknown>, expiresIn: number): Promise<void>;
    find(id: string): Promise<Record<string, unknown> | undefined>;
  };

  /** Somebody who signs in, with what is said of them. */
  export type Person = { readonly accountId: string; claims(): Record<string, unknown> };

  export type Feature = {
    enabled: boolean;
    defaultResource?: (context: Context) => Promise<string>;
    getResourceServerInfo?: (
      context: Context,
      resource: string,
      client: { readonly clientId: string },
    ) => Promise<{ scope: string; accessTokenFormat: 'opaque' }>;
    logoutSource?: (context: Context, form: string) => void;
  };

  /** When a person is asked something, and what. */
  export type Policy = {
    get(prompt: 'login' | 'consent'): { readonly checks: { remove(reason: string): void } };
  };

  export const interactionPolicy: { base(): Policy };

  export type Configuration = {
    adapter: (model: string) => Adapter;
    features: Record<string, Feature>;
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
    clients: object[];
    claims: Record<string, string[] | null>;
    acrValues: string[];
    cookies: { keys: string[]; names: Record<string, string> };
    conformIdTokenClaims: boolean;
    findAccount: (context: Context, accountId: string) => Person | undefined;
    interactions: {
      policy: Policy;
      url: (context: Context, interaction: { uid: string }) => string;
    };
    loadExistingGrant: (context: Context) => Promise<Grant>;
  };

  export const errors: {
    readonly InvalidClientAuth: new (description: string) => Error;
    readonly InvalidScope: new (description: string, scope: string) => Error;
    readonly InvalidTarget: new (description: string) => Error;
  };

  /** What a person has allowed a client. */
  export type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };

  export class Provider {
    constructor(issuer: string, configuration: Partial<Configuration>);
    proxy: boolean;
    readonly Client: { prototype: { clientSecret: string; compareClientSecret(actual: string): boolean } };
    readonly Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ uid: string; params: Record<string, unknown> }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string; amr?: string[]; acr?: string; remember: boolean } },
    ): Promise<void>;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
  }
}
