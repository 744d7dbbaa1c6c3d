/** One field of the data standard as a form field: label, help, the right kind of input, and what the checks say. */
import { Input } from 'antd';
import type { FieldDefinition } from '../../../src/modules/catalogue/pure.ts';
import type { CheckContext, Finding } from '../../../src/modules/intake/pure.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { Dated } from '../../law/dated.tsx';
import { inWords } from '../pre-check/report.ts';
import { ListInput } from './list-input.tsx';
import { words } from './words.ts';

/** From this length on a text needs room for lines. */
const LONG = 500;

/** The id of a field's input, so that the summary can lead to it. */
export function inputId(field: string): string {
  return `field-${field}`;
}

/** The field; `findings` are shown only once the reader has been there. */
export function FieldInput({
  field,
  context,
  required,
  value,
  findings,
  onChange,
  onBlur,
}: {
  field: FieldDefinition;
  context: CheckContext;
  required: boolean;
  value: string;
  findings: readonly Finding[];
  onChange: (value: string) => void;
  onBlur: () => void;
}) {
  const text = useWords(words);
  const { language } = useLanguage();
  const id = inputId(field.code);
  const faulty = findings.some(({ severity }) => severity === 'error');
  const help = field.help?.[language];
  const described = help || findings.length > 0 ? `${id}-help` : undefined;
  const list = field.list === undefined ? undefined : context.lists.find((known) => known.id === field.list);
  const common = {
    id,
    'aria-describedby': described,
    'aria-invalid': faulty,
    'aria-required': required,
    value,
    onBlur,
  };
  return (
    <div className={faulty ? 'field field-fault' : 'field'}>
      <label htmlFor={id}>
        {field.name[language]}{' '}
        <span className="quiet" style={{ fontWeight: 400 }}>
          ({required ? text.required : text.maybe}
          {field.type === 'amount' ? `, ${text.amountUnit}` : ''})
        </span>
      </label>
      {described ? (
        <div id={described}>
          {help ? <p className="field-help">{help}</p> : null}
          {findings.map((finding) => {
            const { message, advice } = inWords(finding, language);
            return (
              <p key={finding.rule} className={finding.severity === 'error' ? 'fault-text' : 'field-help'}>
                {message} {advice}
              </p>
            );
          })}
        </div>
      ) : null}
      {list ? (
        <ListInput
          id={id}
          describedBy={described}
          invalid={faulty}
          values={list.values}
          means={list.means}
          multiple={field.multiple === true}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
        />
      ) : field.type === 'date' ? (
        <Input {...common} type="date" max="2099-12-31" onChange={(event) => onChange(event.target.value)} />
      ) : field.type === 'text' && (field.length ?? 0) >= LONG ? (
        <Input.TextArea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...common}
          {...(field.type === 'amount' ? { inputMode: 'decimal' as const } : {})}
          {...(field.type === 'uscc' ? { spellCheck: false, autoCapitalize: 'characters' } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {field.kind === 'decision-date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? (
        <p className="field-help">
          <Dated date={value} />
        </p>
      ) : null}
    </div>
  );
}
