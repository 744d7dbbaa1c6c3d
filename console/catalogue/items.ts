/** The items a unit supplies, their names, and what is needed to check a row of one in the browser. */

import { useQueries } from '@tanstack/react-query';
import type { ItemDefinition } from '../../src/modules/catalogue/pure.ts';
import type { CheckContext } from '../../src/modules/intake/pure.ts';
import { useApi, useClient } from '../api/use-api.ts';
import { type Bilingual, useLanguage } from '../language/language.ts';

/** An item as the lists name it. */
export interface ItemName {
  readonly item: string;
  readonly name: Bilingual<string>;
}

/** What GET /api/v1/items/{item} answers: the data standard and everything that rows are checked against today. */
export interface ItemForChecking {
  readonly definition: ItemDefinition;
  readonly context: CheckContext;
}

/** The items that the signed-in unit supplies. */
export function useItems() {
  return useApi<{ readonly items: readonly ItemName[] }>('/api/v1/items', {
    anyLanguage: true,
  });
}

/** One item with its checking context; undefined waits. */
export function useItemForChecking(item: string | undefined) {
  return useApi<ItemForChecking>(item ? `/api/v1/items/${encodeURIComponent(item)}` : undefined, {
    anyLanguage: true,
  });
}

/** Writes an item's name in the reader's language; its code where the catalogue has no such item. */
export function useItemNames(): (item: string) => string {
  const { language } = useLanguage();
  const { data } = useApi<{ readonly items: readonly ItemName[] }>('/api/v1/public/catalogue', {
    anyLanguage: true,
  });
  return (item) => data?.items.find((known) => known.item === item)?.name[language] ?? item;
}

/** Writes a field's name in the reader's language; its code where the item has no such field. */
export function useFieldNames(item: string | undefined): (field: string) => string {
  const { language } = useLanguage();
  const { data } = useApi<{ readonly fields: ItemDefinition['fields'] }>(
    item ? `/api/v1/public/catalogue/${encodeURIComponent(item)}` : undefined,
    { anyLanguage: true },
  );
  return (field) => data?.fields.find((known) => known.code === field)?.name[language] ?? field;
}

/** Reads the party's name out of a record's fields: which field that is, the item's data standard says. */
export function usePartyNames(): (item: string, fields: Readonly<Record<string, string>>) => string {
  const client = useClient();
  const catalogue = useApi<{ readonly items: readonly ItemName[] }>('/api/v1/public/catalogue', {
    anyLanguage: true,
  });
  const items = [...new Set(catalogue.data?.items.map(({ item }) => item) ?? [])];
  const answers = useQueries({
    queries: items.map((item) => {
      const path = `/api/v1/public/catalogue/${encodeURIComponent(item)}`;
      return {
        queryKey: ['api', '', path],
        queryFn: () => client.get<{ readonly definition: ItemDefinition }>(path),
      };
    }),
  });
  return (item, fields) => {
    const name = answers[items.indexOf(item)]?.data?.definition.subject.name;
    return (name && fields[name]) || '—';
  };
}
