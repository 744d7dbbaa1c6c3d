/** What the people behind the other system do next, with commands that work as they stand. */
import { useLanguage, useWords } from '../language/language.ts';
import { words } from './words.ts';

const makeKeys = `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out private.pem
openssl pkey -in private.pem -pubout -out public.pem`;

/** Signs by PyJWT: the shortest that people know everywhere. */
const signed = (origin: string, clientId: string) => `pip install 'pyjwt[crypto]'
ASSERTION=$(python3 -c '
import jwt, time, uuid
print(jwt.encode({"iss": "${clientId}", "sub": "${clientId}", "jti": str(uuid.uuid4()),
  "aud": "${origin}/oauth/token", "exp": int(time.time()) + 60}, open("private.pem").read(), "ES256"))')
curl -s ${origin}/oauth/token -d grant_type=client_credentials -d client_id=${clientId} \\
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\
  -d client_assertion=$ASSERTION`;

const withSecret = (origin: string, clientId: string) =>
  `curl -s ${origin}/oauth/token -u '${clientId}:<SECRET>' -d grant_type=client_credentials`;

const ask = (origin: string) => `curl -s ${origin}/api/v1/items -H 'authorization: Bearer <access_token>'`;

/** Closed until somebody asks for it. */
export function NextSteps({ clientId, by }: { clientId: string; by: 'key' | 'secret' }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const { origin } = location;
  const commands =
    by === 'key'
      ? [makeKeys, signed(origin, clientId), ask(origin)]
      : [withSecret(origin, clientId), ask(origin)];
  const says = by === 'key' ? text.nextKey : text.nextSecret;
  return (
    <details>
      <summary>{text.next}</summary>
      <ol className="steps">
        {says.map((step, index) => (
          <li key={step}>
            {step}
            {/* It scrolls sideways where the window is narrow, so the keyboard must reach it. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable */}
            <section className="commands" tabIndex={0} aria-label={text.example(index + 1)}>
              <pre>{commands[index]}</pre>
            </section>
          </li>
        ))}
      </ol>
      <p>
        <a href={language === 'en' ? '/en/api/docs' : '/api/docs'}>{text.docs}</a>
      </p>
    </details>
  );
}
