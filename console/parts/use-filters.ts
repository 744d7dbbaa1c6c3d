/** Filters that live in the address, so that a list can be kept, sent and printed as it stands. */
import { useSearchParams } from 'react-router';

/** The values of these filters ('' where not set) and how to set one; the rest of the address stays. */
export function useFilters<Name extends string>(
  ...names: readonly Name[]
): {
  readonly values: Record<Name, string>;
  set(name: Name, value: string): void;
  /** Several at once: two calls of `set` in a row would each start from the address as it was. */
  change(values: Partial<Record<Name, string>>): void;
  clear(): void;
} {
  const [parameters, setParameters] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ''])) as Record<
    Name,
    string
  >;
  function change(chosen: Readonly<Record<string, string>>) {
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(chosen)) {
          if (value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  }
  return {
    values,
    set: (name, value) => change({ [name]: value }),
    change: (chosen) => change(chosen as Record<string, string>),
    clear: () => change(Object.fromEntries(names.map((name) => [name, '']))),
  };
}
