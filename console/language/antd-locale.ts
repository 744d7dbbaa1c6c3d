/** The few words that antd's own pieces say; ours are all passed in. */
import type { ConfigProviderProps } from 'antd';
import type { Bilingual } from './language.ts';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

export const antdLocales: Bilingual<AntdLocale> = {
  zh: {
    locale: 'zh-cn',
    Modal: { okText: '确定', cancelText: '取消', justOkText: '知道了' },
    Empty: { description: '没有内容' },
  },
  en: {
    locale: 'en',
    Modal: { okText: 'OK', cancelText: 'Cancel', justOkText: 'OK' },
    Empty: { description: 'Nothing here' },
  },
};
