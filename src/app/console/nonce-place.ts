/** The text that stands in the built page where each answer puts a nonce of its own. */
export const NONCE_PLACE = 'GONGXIN_NONCE';
