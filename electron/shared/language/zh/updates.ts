import type { updates as english } from '../en/updates.ts';

export const updates: typeof english = {
  ready: (version) => `版本 ${version} 已就绪，退出时安装`,
  exists: (version) => `有新版本 ${version}，请从原来的渠道获取`,
  look: '检查新版本',
  lookMeans: {
    installs: '每天一次。新版本会先下载好，在退出时安装。',
    tells: '每天一次。有新版本时会告诉您；此安装包无法自行替换。',
  },
  system: '新版本由安装此软件包的系统提供，Taskbell 不会自行检查。',
  nowhere: '此版本没有设置更新来源，因此不会检查更新。',
};
