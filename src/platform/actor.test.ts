/** `can()`: by role for accounts, by flag for clients and subjects, never for the anonymous. */
import { expect, test } from 'vitest';
import { type Actor, anonymous, can, definePermission, listPermissions } from './actor.ts';

const officers = definePermission('sample.officers', { roles: ['officer'], clients: false });
const owners = definePermission('sample.owners', { roles: [], clients: false, subjects: true });
const machines = definePermission('sample.machines', { roles: [], clients: true });
const officer: Actor = { kind: 'account', accountId: '1', unit: 'u', roles: ['clerk', 'officer'], name: 'n' };
const client: Actor = { kind: 'client', clientId: 'c', unit: 'u', scopes: [] };

const owner: Actor = { kind: 'subject', sessionId: 's', subjectId: '1', as: 'organisation', readOnly: false };

test.each<[Actor, boolean, boolean, boolean]>([
  [anonymous, false, false, false],
  [officer, true, false, false],
  [{ ...officer, roles: ['viewer'] }, false, false, false],
  [client, false, true, false],
  [owner, false, false, true],
])('%j', (actor, mayOfficers, mayMachines, mayOwners) => {
  expect([can(actor, officers), can(actor, machines), can(actor, owners)]).toEqual([
    mayOfficers,
    mayMachines,
    mayOwners,
  ]);
});

test('names are module.verb and taken once', () => {
  expect(() => definePermission('sample.officers', { roles: [], clients: false })).toThrow(/twice/);
  expect(() => definePermission('Everything', { roles: [], clients: false })).toThrow(/module.verb/);
  expect(listPermissions()).toContain(officers);
});
