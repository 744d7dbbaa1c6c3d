/** How often one network may read pages with adverse records: enough for people, too little for a harvest. */
import type { RateLimit } from '../../../platform/rate-limit.ts';

/** Records, subjects and the list of penalties together. */
export const adversePages: RateLimit = { name: 'adverse-pages', requests: 300, seconds: 300 };
