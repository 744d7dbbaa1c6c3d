/** Machine clients as the API gives them to their administrator, and what they may be granted. */
import { useApi } from '../api/use-api.ts';
import { type ItemName, useItems } from '../catalogue/items.ts';
import { useSession } from '../identity/session.ts';
import { useUnits } from '../identity/unit-choice.tsx';
import { type Bilingual, useLanguage } from '../language/language.ts';

/** One of GET /api/v1/clients. */
export interface ClientAnswer {
  readonly clientId: string;
  /** Empty for those that the installation opened. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** In CIDR notation; none: from anywhere. */
  readonly networks: readonly string[];
  /** Requests a day; null: any number. */
  readonly quota: number | null;
  readonly requestsToday: number;
  readonly credentials: readonly {
    readonly credentialId: string;
    readonly kind: 'secret' | 'key';
    readonly since: string;
    readonly until: string | null;
  }[];
}

interface Purpose {
  readonly purpose: string;
  readonly name: Bilingual<string>;
  readonly says: Bilingual<string>;
  readonly holders: string;
  readonly unitKinds: readonly string[];
}

/** One thing that a client may be granted. */
export interface Grantable {
  readonly scope: string;
  readonly name: string;
  readonly says?: string;
}

/** What clients of a unit may be granted: the items to hand in, the purposes to look for. */
export function useGrantable(unit: string): {
  readonly items: readonly Grantable[];
  readonly purposes: readonly Grantable[];
} {
  const { language } = useLanguage();
  const { account } = useSession();
  const isOwn = unit === account.unit.code;
  const own = useItems();
  const all = useApi<{ items: readonly ItemName[] }>('/api/v1/public/catalogue', { anyLanguage: true });
  const purposes = useApi<{ items: readonly Purpose[] }>('/api/v1/public/purposes', { anyLanguage: true });
  const kind = useUnits()?.find(({ code }) => code === unit)?.kind ?? '';
  const items = (isOwn && own.data?.items.length ? own : all).data?.items ?? [];
  return {
    items: items.map(({ item, name }) => ({ scope: `submit:${item}`, name: name[language] })),
    purposes: (purposes.data?.items ?? [])
      .filter(({ holders, unitKinds }) => holders === 'officer' && unitKinds.includes(kind))
      .map(({ purpose, name, says }) => ({
        scope: `disclose:${purpose}`,
        name: name[language],
        says: says[language],
      })),
  };
}
