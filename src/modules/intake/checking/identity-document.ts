/** Judges a stated kind of identity document and its number against data/catalogue/identity-documents.json. */
import documentsFile from '../../../../data/catalogue/identity-documents.json' with { type: 'json' };
import { normaliseIdentityNumber } from '../../../kernel/identity-holder.ts';
import { toHalfWidth } from '../../../kernel/text.ts';

interface IdentityDocument {
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly taken: boolean;
  readonly begins?: readonly string[];
  readonly not?: readonly string[];
}

const documents: readonly IdentityDocument[] = documentsFile.items;

const plain = (text: string) =>
  toHalfWidth(text)
    .normalize('NFKC')
    .replace(/[\s()[\]]/g, '');

const byName = new Map(
  documents.flatMap((document) => [document.kind, ...document.aliases].map((name) => [name, document])),
);

/** `其他-居住证` is what stands behind the hyphen. */
const find = (kind: string): IdentityDocument | undefined =>
  byName.get(plain(kind)) ?? byName.get(plain(kind).replace(/^其他[-—–:：]*/, ''));

/** What the two cells come to: a number in its one form, or what is wrong; `kind` is a name of the list. */
export type JudgedDocument =
  | { readonly number: string }
  | { readonly problem: 'missing' | 'invalid' | 'unknown-kind' }
  | { readonly problem: 'not-usable' | 'differs'; readonly kind: string };

const fits = ({ begins, not = [] }: IdentityDocument, number: string): boolean =>
  (begins === undefined || begins.some((start) => number.startsWith(start))) &&
  !not.some((start) => number.startsWith(start));

/** Without a stated kind the number alone decides. */
export function judgeDocument(kind: string, text: string): JudgedDocument {
  const number = normaliseIdentityNumber(text);
  const document = kind.trim() === '' ? undefined : find(kind);
  if (kind.trim() !== '' && document === undefined) return { problem: 'unknown-kind' };
  if (document?.taken === false)
    return { problem: number === undefined ? 'not-usable' : 'differs', kind: document.kind };
  if (text.trim() === '') return { problem: 'missing' };
  if (number === undefined) return { problem: 'invalid' };
  if (document !== undefined && !fits(document, number)) return { problem: 'differs', kind: document.kind };
  return { number };
}
