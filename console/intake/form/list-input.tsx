/** The choice of values from a code list, with a note where 其他- asks for one. */
import { Input, Select } from 'antd';
import { splitListed } from '../../../src/kernel/code-list.ts';
import { useWords } from '../../language/language.ts';
import { words } from './words.ts';

const OTHER = /^其他[-－]/;

/** `value` as the data standard writes it: values parted by 、, an open one followed by its note. */
export function ListInput({
  id,
  describedBy,
  invalid,
  values,
  means,
  multiple,
  value,
  onChange,
  onBlur,
}: {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  values: readonly string[];
  means: Readonly<Record<string, string>> | undefined;
  multiple: boolean;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}) {
  const text = useWords(words);
  const open = values.find((entry) => OTHER.test(entry));
  const parts = multiple ? splitListed(value) : value === '' ? [] : [value];
  const isOpen = (part: string) => open !== undefined && OTHER.test(part);
  const chosen = parts.map((part) => (isOpen(part) ? (open as string) : part));
  const note = parts.find(isOpen)?.replace(OTHER, '') ?? '';

  function write(next: readonly string[], nextNote: string): void {
    onChange(
      next
        .map((part) => (part === open ? `${open}${nextNote.replace(/[;；、，,]/g, ' ')}` : part))
        .join('、'),
    );
  }

  return (
    <>
      <Select
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        {...(multiple ? { mode: 'multiple' as const } : { allowClear: true })}
        placeholder={text.choose}
        value={multiple ? chosen : (chosen[0] ?? null)}
        onChange={(next: string | string[] | null | undefined) => write([next ?? []].flat(), note)}
        onBlur={onBlur}
        popupMatchSelectWidth={false}
        options={values.map((entry) => ({
          value: entry,
          label:
            means?.[entry] && means[entry] !== entry
              ? `${entry} (${means[entry]})`
              : entry.replace(/[-－]$/, '…'),
        }))}
        style={{ width: '100%' }}
      />
      {open !== undefined && chosen.includes(open) ? (
        <Input
          aria-label={text.noteFor(open)}
          placeholder={text.note}
          value={note}
          onChange={(event) => write(chosen, event.target.value)}
          onBlur={onBlur}
        />
      ) : null}
    </>
  );
}
