/** The refusal of a file whose header does not fit the item it was handed in for. */
import type { Finding } from './checking/finding.ts';

/** The file has a fault in its header: it can't be read as this item. */
export class HeaderRefused extends Error {
  override readonly name = 'HeaderRefused';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super('the header does not fit the item');
    this.findings = findings;
  }
}
