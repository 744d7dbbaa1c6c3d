/** A drill (演练): the whole way of an incident, marked as one, telling nobody outside. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { closeIncident, finishIncidentStep, type Incident, openIncident } from './incidents.ts';

const notes: Readonly<Record<string, string>> = {
  contain: '演练：停用可疑账户与接口客户端，保全访问记录与透明日志检查点。',
  'notify-authority': '演练：按模板写好报告（时间、原因、影响、已采取的措施、联系人），未发出。',
  'notify-subjects':
    '演练：写好告知内容（种类、原因、可能的危害、已采取和可以采取的措施、联系方式），未发出。',
  'final-report': '演练：写好总结报告，未发出。',
};

/** Opens, contains, notifies on paper, reports, closes; every step stands in the register with its time. */
export async function runDrill(platform: Platform, actor: SignedInActor): Promise<Incident> {
  const opened = await openIncident(platform, actor, {
    drill: true,
    severity: 'considerable',
    personalData: true,
    what: '演练 drill：一个单位的接口密钥泄露，可能有人越权读取非公开信息。',
    units: [actor.unit],
    usccs: [],
    detectedAt: platform.clock.now(),
  });
  const { incidentId } = opened;
  for (const { step } of opened.steps) {
    await finishIncidentStep(platform, actor, { incidentId, step, note: notes[step] ?? '演练' });
  }
  return closeIncident(platform, actor, { incidentId, lessons: '演练完成；各步骤的期限与负责人已核对。' });
}
