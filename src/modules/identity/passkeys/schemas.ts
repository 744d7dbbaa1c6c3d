/** The shapes of passkeys on their way (WebAuthn Level 3 § 5.1.8–5.1.10, JSON), with examples for the API's description. */
import { Type } from 'typebox';

const base64url = (maxLength: number, example: string) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength, examples: [example] });

const id = base64url(2_048, 'mO3nVxmWgAzGKkXBbZ0vKg');
const clientDataJSON = base64url(8_192, 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0');
const authenticatorData = base64url(8_192, 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ');
const transports = Type.Array(Type.String({ maxLength: 32, examples: ['internal'] }), { maxItems: 10 });

const around = {
  id,
  rawId: id,
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(
    Type.Enum(['platform', 'cross-platform'], { examples: ['platform'] }),
  ),
  clientExtensionResults: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown(), { examples: [{}] }),
};

/** What an authenticator answers for a new passkey. */
export const madeCredential = Type.Object(
  {
    ...around,
    response: Type.Object(
      {
        clientDataJSON,
        attestationObject: base64url(32_768, 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVg'),
        authenticatorData: Type.Optional(authenticatorData),
        transports: Type.Optional(transports),
        publicKeyAlgorithm: Type.Optional(Type.Integer({ examples: [-7] })),
        publicKey: Type.Optional(base64url(8_192, 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE')),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

/** What an authenticator answers when a passkey is shown. */
export const shownCredential = Type.Object(
  {
    ...around,
    response: Type.Object(
      {
        clientDataJSON,
        authenticatorData,
        signature: base64url(8_192, 'MEUCIQDcZ0o7X2vCkq1xLw'),
        userHandle: Type.Optional(base64url(128, 'OTEyMzQ1Njc4OTAxMjM0NTY3')),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

/** The browser's own options, given to it as they are. */
export const askedOptions = Type.Object({
  options: Type.Object(
    { challenge: Type.String() },
    {
      additionalProperties: true,
      examples: [
        {
          challenge: '8mOqT3ojxsfk4P9wsm_ApK-_e9_gkR50im2jE4_z7YC',
          rpId: 'credit.example',
          userVerification: 'required',
        },
      ],
      description:
        'For navigator.credentials, as JSON of WebAuthn Level 3; the challenge holds once, for five minutes.',
    },
  ),
});

export const passkeyName = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '\\S',
  examples: ['办公电脑'],
});
