/** One line to type into: its name, what it is for, and what is wrong with it. */
import { Input, type InputRef } from 'antd';
import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';

/** `fault` stands in the place of `help`. */
export function TextField({
  label,
  help,
  fault,
  inputRef,
  onText,
  ...input
}: Omit<ComponentProps<typeof Input>, 'id' | 'onChange'> & {
  label: string;
  help?: ReactNode;
  fault?: string | false;
  inputRef?: Ref<InputRef>;
  onText: (text: string) => void;
}) {
  const id = useId();
  const note = fault || help;
  return (
    <div className={fault ? 'field field-fault' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {note ? (
        <p className={fault ? 'fault-text' : 'field-help'} id={`${id}-help`}>
          {note}
        </p>
      ) : null}
      <Input
        {...input}
        {...(inputRef ? { ref: inputRef } : {})}
        id={id}
        aria-describedby={note ? `${id}-help` : undefined}
        aria-invalid={Boolean(fault)}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
