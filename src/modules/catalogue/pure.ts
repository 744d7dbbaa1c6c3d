/** The door of the catalogue for the browser and for pure rules: definitions and how they are judged. */
export type { FieldKinds, ForbiddenKind } from './field-kinds.ts';
export type {
  Basis,
  Bilingual,
  CrossFieldRule,
  DecisionFields,
  EditionDefinition,
  FieldDefinition,
  FieldType,
  ItemDefinition,
  ItemList,
  LegacyKeyKind,
  PersonTerms,
  PublicityKind,
  Requirement,
  SubjectFields,
} from './item-definition.ts';
