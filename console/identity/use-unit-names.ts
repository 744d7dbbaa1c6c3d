/** The names of units, by the public list of them. */
import { useApi } from '../api/use-api.ts';
import { type Bilingual, useLanguage } from '../language/language.ts';

/** Writes a unit's name in the reader's language; its code until the list is read. */
export function useUnitNames(): (code: string) => string {
  const { language } = useLanguage();
  const { data } = useApi<{ items: readonly { code: string; name: Bilingual<string> }[] }>('/api/v1/units', {
    anyLanguage: true,
  });
  return (code) => data?.items.find((unit) => unit.code === code)?.name[language] ?? code;
}
