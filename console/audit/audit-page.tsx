/** "Audit": log and monitor, looks, roles, signing in; which of them is shown stands in the address. */
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../language/language.ts';
import { Page } from '../parts/page.tsx';
import { LogPart } from './log-part.tsx';
import { LooksPart } from './looks-part.tsx';
import { RolesPart } from './roles-part.tsx';
import { SignInsPart } from './sign-ins-part.tsx';
import { words } from './words.ts';

const parts = { log: LogPart, looks: LooksPart, roles: RolesPart, signIns: SignInsPart } as const;
type Part = keyof typeof parts;

/** The page. */
export function AuditPage() {
  const text = useWords(words);
  const [search] = useSearchParams();
  const asked = search.get('part') ?? '';
  const part: Part = asked in parts ? (asked as Part) : 'log';
  const Chosen = parts[part];
  return (
    <Page title={text.title}>
      <p className="quiet measure">{text.lead}</p>
      <nav className="ways row" aria-label={text.parts}>
        {(Object.keys(parts) as Part[]).map((one) => (
          <Link key={one} to={`/audit?part=${one}`} aria-current={one === part ? 'page' : undefined}>
            {text.ways[one]}
          </Link>
        ))}
      </nav>
      <Chosen />
    </Page>
  );
}
