/** The register of erasures: when and why, nothing that says who. */
import type { Platform } from '../../platform/index.ts';
import type { ErasureGround } from './erase-person.ts';
import { selectErasures } from './queries/erasure.ts';

/** One erasure. */
export interface Erased {
  readonly erasureId: string;
  readonly ground: ErasureGround;
  readonly records: number;
  readonly erasedAt: Date;
}

/** Newest first. */
export function listErasures(
  platform: Platform,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<Erased[]> {
  return platform.db.app.query<Erased>(selectErasures(page));
}
