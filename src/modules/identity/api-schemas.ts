/** The shapes that the entrances of this module take and give, with examples for the API's description. */
import { Type } from 'typebox';
import { roles } from './account.ts';
import { unitKinds } from './unit.ts';

export const bilingual = Type.Object(
  { zh: Type.String(), en: Type.String() },
  {
    additionalProperties: false,
    examples: [{ zh: '市场监督管理局', en: 'Administration for Market Regulation' }],
  },
);

const date = Type.String({ format: 'date', examples: ['2019-01-15'] });

/** Six digits, with or without the gap that authenticators show. */
export const code = Type.String({
  pattern: '^[0-9]{3} ?[0-9]{3}$',
  examples: ['492039'],
  description: 'What the authenticator shows now.',
});

export const credentials = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 64, examples: ['scjg.data'] }),
    password: Type.String({ minLength: 1, maxLength: 256, examples: ['a few unrelated words'] }),
    code: Type.Optional(code),
  },
  { additionalProperties: false },
);

export const secondStep = Type.Object(
  {
    ticket: Type.String({
      minLength: 1,
      maxLength: 64,
      examples: ['8mOqT3ojxsfk4P9wsm_ApK-_e9_gkR50im2jE4_z7YC'],
    }),
    code,
    newPassword: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 256,
        examples: ['a few unrelated words'],
        description: 'Only where the first step asked for it.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const stepAnswer = Type.Object({
  ticket: Type.String({
    examples: ['8mOqT3ojxsfk4P9wsm_ApK-_e9_gkR50im2jE4_z7YC'],
    description: 'For the second step, within ten minutes.',
  }),
  enrol: Type.Optional(
    Type.Object(
      {
        secret: Type.String({ examples: ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'] }),
        uri: Type.String({ examples: ['otpauth://totp/Gongxin:scjg.data?secret=JBSWY3DPEHPK3PXP'] }),
      },
      {
        description:
          'The account has no second factor yet: give this to an authenticator, then send its code.',
      },
    ),
  ),
  choosePassword: Type.Boolean({
    examples: [false],
    description: 'The password was chosen by somebody else: the second step brings a new one.',
  }),
});

export const sessionAnswer = Type.Object({
  account: Type.Object({
    name: Type.String({ examples: ['王数据'], description: 'How the person is shown.' }),
    roles: Type.Array(Type.Enum([...roles]), { description: 'Granted for today.' }),
    unit: Type.Object({ code: Type.String({ examples: ['scjg'] }), name: bilingual }),
  }),
  expiresAt: Type.String({
    format: 'date-time',
    examples: ['2026-11-18T14:00:00.000Z'],
    description: 'The latest end of the session; thirty minutes without a request end it earlier.',
  }),
});

export const unitShape = Type.Object({
  code: Type.String({ examples: ['scjg'] }),
  kind: Type.Enum([...unitKinds]),
  sector: Type.String({ examples: ['market-supervision'] }),
  name: bilingual,
  uscc: Type.Union([Type.String(), Type.Null()], { examples: ['11371899MB2850123X'] }),
  areaCode: Type.String({ examples: ['371899'] }),
  since: date,
  until: Type.Union([date, Type.Null()]),
});

export const unitsAnswer = Type.Object({
  items: Type.Array(unitShape),
  next: Type.Null({ description: 'The cursor of the next page; units fit on one.' }),
});

export const tokenRequest = Type.Object({
  grant_type: Type.Literal('client_credentials'),
  client_id: Type.Optional(
    Type.String({ description: 'Only without HTTP Basic authentication.', examples: ['market-supervision'] }),
  ),
  client_secret: Type.Optional(
    Type.String({
      description: 'Only without HTTP Basic authentication.',
      examples: ['the secret that was shown once'],
    }),
  ),
  scope: Type.Optional(
    Type.String({
      description: 'Scopes with spaces between; without it, all that the client is granted.',
      examples: ['submit:administrative-penalty'],
    }),
  ),
});

export const tokenAnswer = Type.Object({
  scope: Type.Optional(
    Type.String({
      examples: ['submit:administrative-penalty'],
      description: 'What the token opens, with spaces between.',
    }),
  ),
  access_token: Type.String({ examples: ['8mOqT3ojxsfk4P9wsm_ApK-_e9_gkR50im2jE4_z7YC'] }),
  expires_in: Type.Integer({ examples: [3600], description: 'Seconds.' }),
  token_type: Type.Literal('Bearer'),
});

export const tokenError = Type.Object({
  error: Type.String({
    examples: ['invalid_client'],
    description:
      'A code of RFC 6749 § 5.2: invalid_request, invalid_client, invalid_scope, unsupported_grant_type.',
  }),
  error_description: Type.Optional(Type.String({ examples: ['client authentication failed'] })),
});

/** How many sessions an act ended. */
export const ended = Type.Object({ ended: Type.Integer({ examples: [2], description: 'How many.' }) });
