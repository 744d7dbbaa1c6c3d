/** Filters that live in the address, so that a list can be kept, sent and printed as it stands. */
import { useSearchParams } from 'react-router';

/** The values of these filters ('' where not set) and how to set one; the rest of the address stays. */
export function useFilters<Name extends string>(
  ...names: readonly Name[]
): { readonly values: Record<Name, string>; set(name: Name, value: string): void; clear(): void } {
  const [parameters, setParameters] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ''])) as Record<
    Name,
    string
  >;
  return {
    values,
    set(name, value) {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === '') after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      );
    },
    clear() {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          for (const name of names) after.delete(name);
          return after;
        },
        { replace: true },
      );
    },
  };
}
