/** Asking for a bulk export in two steps: what is wanted and how much that is, then fields and reason. */
import { Button, Checkbox, Radio } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useApi, useClient } from '../api/use-api.ts';
import type { ItemName } from '../catalogue/items.ts';
import { TextField } from '../identity/text-field.tsx';
import { type Bilingual, useLanguage, useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../parts/use-sending.ts';
import { type Counted, CountedForm } from './counted-form.tsx';
import { dayAfter } from './day-after.ts';
import { words } from './words.ts';

/** A purpose that one may ask for in bulk, as GET /api/v1/purposes gives it. */
export interface BulkPurpose {
  readonly purpose: string;
  readonly name: Bilingual<string>;
  readonly says: Bilingual<string>;
  readonly bulk: string | null;
}

/** The form; `onSent` once the request waits. */
export function AskForm({ purposes, onSent }: { purposes: readonly BulkPurpose[]; onSent: () => void }) {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useClient();
  const { busy, error, send } = useSending();
  const catalogue = useApi<{ items: readonly ItemName[] }>('/api/v1/public/catalogue', { anyLanguage: true });
  const itemsId = useId();
  const [purpose, setPurpose] = useState(purposes[0]?.purpose ?? '');
  const [caseNo, setCaseNo] = useState('');
  const [items, setItems] = useState<readonly string[]>([]);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [area, setArea] = useState('');
  const [tried, setTried] = useState(false);
  const [counted, setCounted] = useState<Counted>();
  const isArea = area.trim() === '' || /^\d{2,12}$/.test(area.trim());
  const request = {
    purpose,
    caseNo: caseNo.trim(),
    items,
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until: dayAfter(until) }),
    ...(area.trim() === '' ? {} : { area: area.trim() }),
  };

  /** What was counted is no longer what is asked for. */
  function change<Value>(set: (value: Value) => void): (value: Value) => void {
    return (value) => {
      set(value);
      setCounted(undefined);
    };
  }

  function count(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setCounted(undefined);
    if (request.caseNo === '' || items.length === 0 || !isArea) return;
    void send(async () => {
      setCounted(await client.send<Counted>('POST', '/api/v1/exports/count', request));
    });
  }

  return (
    <section className="stack">
      <h2>{text.ask}</h2>
      <form className="stack" noValidate onSubmit={count}>
        <fieldset className="choices">
          <legend>{text.purpose}</legend>
          <Radio.Group value={purpose} onChange={(event) => change(setPurpose)(event.target.value as string)}>
            {purposes.map((one) => (
              <div key={one.purpose}>
                <Radio value={one.purpose}>
                  {one.name[language]}
                  <span className="quiet choice-note">
                    {one.says[language]}
                    {text.reach[one.bulk ?? '']}
                  </span>
                </Radio>
              </div>
            ))}
          </Radio.Group>
        </fieldset>
        <TextField
          label={text.caseNo}
          help={text.caseNoHelp}
          fault={tried && request.caseNo === '' && text.caseNoFault}
          maxLength={100}
          value={caseNo}
          onText={change(setCaseNo)}
        />
        <fieldset className="choices" aria-describedby={`${itemsId}-help`}>
          <legend>{text.items}</legend>
          {tried && items.length === 0 ? (
            <p className="fault-text" id={`${itemsId}-help`}>
              {text.itemsFault}
            </p>
          ) : null}
          <Checkbox.Group
            value={[...items]}
            options={(catalogue.data?.items ?? []).map(({ item, name }) => ({
              value: item,
              label: name[language],
            }))}
            onChange={(values) => change(setItems)(values as string[])}
          />
        </fieldset>
        <div className="row">
          <TextField
            label={text.from}
            help={text.fromHelp}
            type="date"
            value={from}
            onText={change(setFrom)}
          />
          <TextField
            label={text.until}
            help={text.untilHelp}
            type="date"
            value={until}
            onText={change(setUntil)}
          />
        </div>
        <TextField
          label={text.area}
          help={text.areaHelp}
          fault={tried && !isArea && text.areaFault}
          inputMode="numeric"
          maxLength={12}
          value={area}
          onText={change(setArea)}
        />
        <ProblemNotice error={error} />
        <div className="row">
          <Button type={counted ? 'default' : 'primary'} htmlType="submit" loading={busy}>
            {text.count}
          </Button>
        </div>
      </form>
      {counted ? <CountedForm counted={counted} request={request} onSent={onSent} /> : null}
    </section>
  );
}
