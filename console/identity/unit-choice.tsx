/** Whose page it is, where the centre looks after every unit: the choice of a unit; for others there is nothing to choose. */
import { Select } from 'antd';
import { useId } from 'react';
import { useApi } from '../api/use-api.ts';
import { type Bilingual, useLanguage } from '../language/language.ts';
import { useSession } from './session.ts';

interface Unit {
  readonly code: string;
  readonly kind: string;
  readonly name: Bilingual<string>;
}

/** The units, by the public list of them; undefined until they are read. */
export function useUnits(): readonly Unit[] | undefined {
  return useApi<{ items: readonly Unit[] }>('/api/v1/units', { anyLanguage: true }).data?.items;
}

/** Whether the signed-in unit is the credit centre; false until that is known. */
export function useIsCentre(): boolean {
  const { account } = useSession();
  return useUnits()?.find(({ code }) => code === account.unit.code)?.kind === 'centre';
}

/** `all`, where every unit together can be chosen too: how that is called. */
export function UnitChoice({
  label,
  unit,
  all,
  onChoose,
}: {
  label: string;
  unit: string;
  all?: string;
  onChoose: (code: string) => void;
}) {
  const { language } = useLanguage();
  const id = useId();
  const units = useUnits();
  if (!useIsCentre() || !units) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={unit}
        options={[
          ...(all === undefined ? [] : [{ value: '', label: all }]),
          ...units.map(({ code, name }) => ({ value: code, label: name[language] })),
        ]}
        onChange={onChoose}
      />
    </div>
  );
}
