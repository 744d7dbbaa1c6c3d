/** One statement of nation or province about the city's double publicity. */
import type { Figure } from '../league/figures-data.ts';

/** The national monthly notice (月通报) or the quarterly evaluation (季度评估); half-open, first days of months. */
export interface NoticeFromAbove {
  readonly kind: 'monthly-notice' | 'quarterly-evaluation';
  readonly from: string;
  readonly until: string;
  readonly figure: Figure;
  /** Whole ten-thousandths. */
  readonly share: number;
  /** Title and number of the paper. */
  readonly document: string;
  readonly issuedOn: string;
}
