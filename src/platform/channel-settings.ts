/** The settings of the ways in besides console and API, read from the environment. */
import path from 'node:path';

/** Where files are dropped, and which databases of departments may be read. */
export type ChannelSettings = {
  /** The folder with `<unit>/<item>/` below it; absent: nobody watches one. */
  readonly dropFolder?: string;
  /** Seconds that a dropped file must lie unchanged before it is taken. */
  readonly settleSeconds: number;
  /** `host:port` of every database that may be read; none: none. */
  readonly pullHosts: readonly string[];
  /** The folder of their passwords, `<unit>/<name>` below it. */
  readonly pullSecrets: string;
};

const hostAndPort = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]):\d{1,5}$/;

/** @throws what `refusal` makes of a sentence */
export function readChannels(
  env: NodeJS.ProcessEnv,
  dataFolder: string,
  refusal: (sentence: string) => Error,
): ChannelSettings {
  const dropFolder = env['GONGXIN_DROP_FOLDER']?.trim();
  const settle = env['GONGXIN_DROP_SETTLE']?.trim() || '60';
  if (!/^\d{1,4}$/.test(settle))
    throw refusal(
      `GONGXIN_DROP_SETTLE 应为 0 至 9999 的整数秒，而不是 “${settle}”。GONGXIN_DROP_SETTLE must be seconds from 0 to 9999, not "${settle}".`,
    );
  const pullHosts = (env['GONGXIN_PULL_HOSTS'] ?? '')
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map((text) => text.toLowerCase());
  const bad = pullHosts.find((text) => !hostAndPort.test(text));
  if (bad !== undefined)
    throw refusal(
      `GONGXIN_PULL_HOSTS 应为逗号分隔的 主机:端口，“${bad}” 不是。GONGXIN_PULL_HOSTS must be host:port, separated by commas; "${bad}" is not.`,
    );
  const secrets = env['GONGXIN_PULL_SECRETS']?.trim();
  return {
    ...(dropFolder ? { dropFolder: path.resolve(dropFolder) } : {}),
    settleSeconds: Number(settle),
    pullHosts,
    pullSecrets: secrets ? path.resolve(secrets) : path.join(dataFolder, 'secrets', 'pull'),
  };
}
