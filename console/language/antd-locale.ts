/** The few words that antd's own pieces say; ours are all passed in. */
import type { ConfigProviderProps } from 'antd';
import type { Bilingual } from './language.ts';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

export const antdLocales: Bilingual<AntdLocale> = {
  zh: {
    locale: 'zh-cn',
    Empty: { description: '没有内容' },
  },
  en: {
    locale: 'en',
    Empty: { description: 'Nothing here' },
  },
};
