// Registers the units of the demo city, the authorities they act for, and what they hand in.
import { addMonths } from '../../kernel/civil-date.ts';
import { registerSupply } from '../../modules/catalogue/index.ts';
import { authoritiesOf, findUnit, registerAuthority, registerUnit } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/index.ts';
import type { DemoUnit } from './authorities.ts';
import { suppliedItems } from './supplied-items.ts';
import { cityAreaCode } from './words/places.ts';

/** Before the first record of any demo. */
const SINCE = '2019-01-01';
/** A body's last decisions may still be handed in for so long after its end. */
const MONTHS_TO_HAND_IN = 6;

/** Registers what is not there yet; a second run, or one after a crash, changes nothing. The catalogue must be loaded. */
export async function registerDemoUnits(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  for (const unit of units) await registerOne(platform, unit);
  const codes = new Set(units.map(({ code }) => code));
  for (const { unit, item } of suppliedItems()) {
    if (codes.has(`qh-${unit}`)) await registerSupply(platform, item, `qh-${unit}`);
  }
}

async function registerOne(platform: Platform, unit: DemoUnit): Promise<void> {
  const { code, kind, sector, name, uscc, authorities } = unit;
  if (!(await findUnit(platform, code))) {
    const town = { areaCode: unit.areaCode ?? cityAreaCode };
    await registerUnit(platform, { code, kind, sector, name, uscc, ...town, since: SINCE, until: null });
  }
  const known = new Set((await authoritiesOf(platform, code, SINCE)).map((authority) => authority.uscc));
  for (const { uscc: body, name: title, until } of authorities) {
    if (known.has(body)) continue;
    const period = until === undefined ? {} : { until: addMonths(until, MONTHS_TO_HAND_IN) };
    await registerAuthority(platform, code, { uscc: body, name: title, since: SINCE, ...period });
  }
}
