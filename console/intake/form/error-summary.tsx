/** All that has to be corrected, on top of the form, each line leading to its field. */
import type { Ref } from 'react';
import type { FieldDefinition } from '../../../src/modules/catalogue/pure.ts';
import type { Finding } from '../../../src/modules/intake/pure.ts';
import { useLanguage, useWords } from '../../language/language.ts';
import { inWords } from '../pre-check/report.ts';
import { inputId } from './field-input.tsx';
import { words } from './words.ts';

/** The summary; its owner moves the focus here when sending was refused. */
export function ErrorSummary({
  ref,
  errors,
  fields,
}: {
  ref: Ref<HTMLDivElement>;
  errors: readonly Finding[];
  fields: readonly FieldDefinition[];
}) {
  const text = useWords(words);
  const { language } = useLanguage();

  function go(field: string) {
    const input = document.getElementById(inputId(field));
    const folded = input?.closest('details');
    if (folded) folded.open = true;
    input?.focus();
  }

  return (
    <div ref={ref} tabIndex={-1} className="notice notice-serious" role="alert">
      <strong>{text.summary(errors.length)}</strong>
      <ul>
        {errors.map((error) => {
          const { message } = inWords(error, language);
          const field = fields.find(({ code }) => code === error.field);
          return (
            <li key={`${error.field} ${error.rule}`}>
              {field ? (
                <a
                  href={`#${inputId(field.code)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go(field.code);
                  }}
                >
                  {field.name[language]}
                </a>
              ) : null}{' '}
              {message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
