import type { quiet as english } from '../en/quiet.ts';

export const quiet: typeof english = {
  newsKinds: {
    ready: '视频已完成',
    failed: '视频失败',
    cancelled: '视频已取消',
    lost: '视频已丢失：网关已不认识它',
    'link-ends': '视频链接即将失效',
    'no-answer': '网关已有一周没有给出某个视频的消息',
  },
  choices: { '30-minutes': '30 分钟', '2-hours': '2 小时', tomorrow: '直到明天早上' },
  withDesktop: '免打扰：随桌面的勿扰模式',
  until: (end) => `免打扰至 ${end}`,
  untilHoursEnd: (end) => `免打扰至 ${end}（免打扰时段）`,
};
