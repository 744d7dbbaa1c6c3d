// Where the demo's sign-on keeps its sessions and codes: in memory, gone with the process.
import type { Adapter } from 'oidc-provider';

type Payload = Record<string, unknown>;

/** The adapter of oidc-provider for each of its models. */
export function memoryStore(): (model: string) => Adapter {
  const models = new Map<string, Adapter>();
  return (model) => {
    const known = models.get(model) ?? openModel();
    models.set(model, known);
    return known;
  };
}

function openModel() {
  const rows = new Map<string, { payload: Payload; until: number }>();
  const alive = () => {
    // Counted by the running process alone: nothing here outlives it.
    const now = performance.now();
    for (const [id, { until }] of rows) if (until <= now) rows.delete(id);
    return rows;
  };
  const findBy = (name: string, value: unknown) =>
    [...alive().values()].find(({ payload }) => payload[name] === value)?.payload;
  return {
    async upsert(id: string, payload: Payload, expiresIn: number) {
      rows.set(id, { payload, until: performance.now() + expiresIn * 1_000 });
    },
    find: async (id: string) => alive().get(id)?.payload,
    findByUid: async (uid: string) => findBy('uid', uid),
    findByUserCode: async (userCode: string) => findBy('userCode', userCode),
    async consume(id: string) {
      const row = alive().get(id);
      // Its time does not matter, only that it is there.
      if (row) row.payload['consumed'] = 1;
    },
    async destroy(id: string) {
      rows.delete(id);
    },
    async revokeByGrantId(grantId: string) {
      for (const [id, { payload }] of rows) if (payload['grantId'] === grantId) rows.delete(id);
    },
  };
}
