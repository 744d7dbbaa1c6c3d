/** `can()`: by role for accounts, by flag for clients, never for the anonymous. */
import { expect, test } from 'vitest';
import { type Actor, anonymous, can, definePermission, listPermissions } from './actor.ts';

const officers = definePermission('sample.officers', { roles: ['officer'], clients: false });
const machines = definePermission('sample.machines', { roles: [], clients: true });
const officer: Actor = { kind: 'account', accountId: '1', unit: 'u', role: 'officer', name: 'n' };
const client: Actor = { kind: 'client', clientId: 'c', unit: 'u' };

test.each([
  [anonymous, false, false],
  [officer, true, false],
  [{ ...officer, role: 'viewer' }, false, false],
  [client, false, true],
])('%j', (actor, mayOfficers, mayMachines) => {
  expect([can(actor, officers), can(actor, machines)]).toEqual([mayOfficers, mayMachines]);
});

test('names are module.verb and taken once', () => {
  expect(() => definePermission('sample.officers', { roles: [], clients: false })).toThrow(/twice/);
  expect(() => definePermission('Everything', { roles: [], clients: false })).toThrow(/module.verb/);
  expect(listPermissions()).toContain(officers);
});
