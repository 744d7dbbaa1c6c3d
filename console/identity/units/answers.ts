/** What the register of units answers. */
import type { Bilingual } from '../../language/language.ts';

/** A unit as GET /api/v1/unit-register gives it. */
export interface RegisteredUnit {
  readonly code: string;
  readonly kind: string;
  readonly sector: string;
  readonly name: Bilingual<string>;
  readonly uscc: string | null;
  readonly areaCode: string;
  readonly since: string;
  readonly until: string | null;
  readonly successor: string | null;
}
