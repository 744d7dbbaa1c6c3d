/** The tokens of the scheme in use, followed when the reader's device changes between light and dark. */
import { useSyncExternalStore } from 'react';
import { readTokens, type Tokens } from './tokens.ts';

const scheme = matchMedia('(prefers-color-scheme: dark)');
let known: { dark: boolean; tokens: Tokens } | undefined;

function current() {
  if (known?.dark !== scheme.matches) known = { dark: scheme.matches, tokens: readTokens() };
  return known;
}

function follow(onChange: () => void): () => void {
  scheme.addEventListener('change', onChange);
  return () => scheme.removeEventListener('change', onChange);
}

/** The colours in use, and whether the scheme is dark. */
export function useTokens(): { readonly dark: boolean; readonly tokens: Tokens } {
  return useSyncExternalStore(follow, current);
}
