/** What a client may do, from where, and how often: the fields of a new client and of a change. */
import { Checkbox, Input } from 'antd';
import { useId } from 'react';
import { TextField } from '../identity/text-field.tsx';
import { useWords } from '../language/language.ts';
import { type Grantable, useGrantable } from './answers.ts';
import { words } from './words.ts';

/** As typed. */
export interface Limits {
  readonly scopes: readonly string[];
  readonly networks: string;
  readonly quota: string;
}

export const noLimits: Limits = { scopes: [], networks: '', quota: '' };

/** What the API takes; undefined for a quota that is no number. */
export function limitsToSend({ scopes, networks, quota }: Limits) {
  const typed = quota.trim();
  if (!/^([1-9][0-9]{0,8})?$/.test(typed) || Number(typed) > 100_000_000) return undefined;
  return {
    scopes: [...scopes],
    networks: networks.split(/[\s,，、;；]+/).filter((network) => network !== ''),
    quota: typed === '' ? null : Number(typed),
  };
}

/** The fields; `tried` marks what can't be sent. */
export function LimitsFields({
  unit,
  limits,
  tried,
  onChange,
}: {
  unit: string;
  limits: Limits;
  tried: boolean;
  onChange: (limits: Limits) => void;
}) {
  const text = useWords(words);
  const id = useId();
  const { items, purposes } = useGrantable(unit);
  const choose = (scopes: readonly string[]) => onChange({ ...limits, scopes });
  return (
    <>
      <ScopeChoice legend={text.scopesSubmit} of={items} chosen={limits.scopes} onChoose={choose} />
      <ScopeChoice
        legend={text.scopesLook}
        help={text.scopesLookHelp}
        of={purposes}
        chosen={limits.scopes}
        onChoose={choose}
      />
      <div className="field">
        <label htmlFor={id}>{text.networksLabel}</label>
        <p className="field-help" id={`${id}-help`}>
          {text.networksHelp}
        </p>
        <Input.TextArea
          id={id}
          rows={2}
          aria-describedby={`${id}-help`}
          spellCheck={false}
          value={limits.networks}
          onChange={(event) => onChange({ ...limits, networks: event.target.value })}
        />
      </div>
      <TextField
        label={text.quotaLabel}
        fault={tried && limitsToSend(limits) === undefined && text.quotaFault}
        inputMode="numeric"
        maxLength={9}
        value={limits.quota}
        onText={(quota) => onChange({ ...limits, quota })}
      />
    </>
  );
}

function ScopeChoice({
  legend,
  help,
  of,
  chosen,
  onChoose,
}: {
  legend: string;
  help?: string;
  of: readonly Grantable[];
  chosen: readonly string[];
  onChoose: (scopes: readonly string[]) => void;
}) {
  const text = useWords(words);
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {help ? <p className="field-help">{help}</p> : null}
      {of.length === 0 ? <p className="quiet">{text.noneToChoose}</p> : null}
      <ul className="plain-list scope-list">
        {of.map(({ scope, name, says }) => (
          <li key={scope}>
            <Checkbox
              checked={chosen.includes(scope)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
              }
            >
              {name}
              {says ? <span className="quiet choice-note">{says}</span> : null}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
