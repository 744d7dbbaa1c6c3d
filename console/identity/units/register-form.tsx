/** Registering a unit: what it is, what that rests on, and sending it for approval. */
import { Button, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { useSending } from '../../parts/use-sending.ts';
import { TextField } from '../text-field.tsx';
import { words } from './words.ts';

const kinds = ['department', 'town', 'court', 'agency'];

const empty = {
  code: '',
  zh: '',
  en: '',
  kind: 'department',
  sector: 'other',
  uscc: '',
  areaCode: '',
  since: '',
};

/** The form; `onAsked` once it waits. */
export function RegisterForm({ onAsked }: { onAsked: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const reason = useReason();
  const { busy, error, send } = useSending();
  const [unit, setUnit] = useState(empty);
  const [fault, setFault] = useState(false);
  const set = (part: Partial<typeof empty>) => setUnit({ ...unit, ...part });

  function ask(event: FormEvent) {
    event.preventDefault();
    const { zh, en, uscc, ...rest } = unit;
    const isWhole =
      /^[a-z][a-z0-9-]{1,31}$/.test(rest.code) &&
      zh.trim() !== '' &&
      en.trim() !== '' &&
      /^\d{6,12}$/.test(rest.areaCode) &&
      rest.since !== '';
    setFault(!isWhole);
    const given = reason.given();
    if (!isWhole || given === undefined) return;
    void send(async () => {
      const name = { zh: zh.trim(), en: en.trim() };
      const body = { ...rest, name, uscc: uscc.trim().toUpperCase() || null, reason: given };
      await client.send('POST', '/api/v1/unit-register', body);
      onAsked();
    });
  }

  return (
    <form className="stack" noValidate onSubmit={ask}>
      <h2>{text.register}</h2>
      <TextField label={text.name} maxLength={100} value={unit.zh} onText={(zh) => set({ zh })} />
      <TextField label={text.nameEn} maxLength={200} value={unit.en} onText={(en) => set({ en })} />
      <TextField
        label={text.code}
        help={text.codeHelp}
        maxLength={32}
        autoCapitalize="none"
        spellCheck={false}
        value={unit.code}
        onText={(code) => set({ code: code.trim() })}
      />
      <Choice
        label={text.kind}
        value={unit.kind}
        values={kinds}
        names={text.kinds}
        onChoose={(kind) => set({ kind })}
      />
      <Choice
        label={text.sector}
        value={unit.sector}
        values={Object.keys(text.sectors)}
        names={text.sectors}
        onChoose={(sector) => set({ sector })}
      />
      <TextField
        label={text.uscc}
        help={text.usccHelp}
        maxLength={18}
        spellCheck={false}
        value={unit.uscc}
        onText={(uscc) => set({ uscc })}
      />
      <TextField
        label={text.area}
        inputMode="numeric"
        maxLength={12}
        value={unit.areaCode}
        onText={(areaCode) => set({ areaCode: areaCode.trim() })}
      />
      <TextField label={text.since} type="date" value={unit.since} onText={(since) => set({ since })} />
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      {fault ? (
        <p className="fault-text" role="alert">
          {text.incomplete}
        </p>
      ) : null}
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.registerNow}
        </Button>
      </div>
    </form>
  );
}

function Choice({
  label,
  value,
  values,
  names,
  onChoose,
}: {
  label: string;
  value: string;
  values: readonly string[];
  names: Readonly<Record<string, string>>;
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={values.map((each) => ({ value: each, label: names[each] ?? each }))}
        onChange={onChoose}
      />
    </div>
  );
}
