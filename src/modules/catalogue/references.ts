/** Lists the field codes that the roles of a definition (subject, decision, identity …) refer to. */
import type { ItemDefinition } from './item-definition.ts';

/** Every field code that a role or a requirement names; a registration's authority columns included. */
export function referencesOf(definition: ItemDefinition): string[] {
  const { subject, decision, identity, registration, persons, disclosure, fields } = definition;
  const named = [
    subject.name,
    subject.uscc,
    subject.partyClass,
    subject.representative,
    subject.formerName,
    ...subject.legacy.map((key) => key.field),
    decision.authorityName,
    decision.authorityCode,
    decision.number,
    decision.title,
    decision.decidedOn,
    decision.validFrom,
    decision.validUntil,
    decision.inEffect?.field,
    ...identity.discriminator,
    registration?.status,
    registration?.registeredOn,
    registration?.areaCode,
    persons?.identityNumber,
    persons?.documentKind,
    persons?.nameChange?.formerName,
    persons?.nameChange?.evidence,
    persons?.capacity.field,
    disclosure?.sectorField,
    ...fields.map((field) => field.notBefore),
    ...fields.map((field) => (typeof field.required === 'object' ? field.required.field : undefined)),
  ];
  return [...new Set(named.filter((code) => code !== undefined))];
}
