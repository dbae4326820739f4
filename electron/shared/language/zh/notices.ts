import type { notices as english } from '../en/notices.ts';
import { tasks } from './tasks.ts';
import { times } from './times.ts';

export const notices: typeof english = {
  open: '打开',
  endings: {
    succeeded: '视频已完成',
    failed: '视频失败',
    cancelled: '视频已取消',
    lost: '视频已丢失：网关找不到它了',
  },
  kinds: {
    succeeded: tasks.phases.succeeded,
    failed: tasks.phases.failed,
    cancelled: tasks.phases.cancelled,
    lost: tasks.phases.lost,
    'link-expiring': '链接即将失效',
    unanswered: '无消息',
  },
  countedKinds: {
    succeeded: tasks.countedPhase.succeeded,
    failed: tasks.countedPhase.failed,
    cancelled: tasks.countedPhase.cancelled,
    lost: tasks.countedPhase.lost,
    'link-expiring': (count) => `${String(count)} 个链接即将失效`,
    unanswered: (count) => `${String(count)} 个没有消息`,
  },
  linkEndsSoon: '此视频的链接即将失效',
  linkEnded: '此视频的链接已失效',
  linkEndsNow: '此视频的链接马上失效',
  linkEndsIn: (left) => `此视频的链接约 ${times.length(left, null)}后失效`,
  silentForAWeek: '一个视频已有一周没有消息',
  silentSince: (day) => `此视频自 ${day}起没有消息`,
  sayWhetherToKeep: '打开后可选择是否继续跟踪。',
  line: (kind, title) => `${kind}：${title}`,
  more: (count) => `另有 ${String(count)} 个`,
  heading: (what, counts) => `${what}：${counts}`,
  meanwhile: '您离开期间',
  quiet: '免打扰期间',
  ended: (count) => `${String(count)} 个视频已结束`,
  newsOf: (count) => `${String(count)} 个视频有新消息`,
  notSaved: 'Taskbell 无法保存列表',
  goesOnUnsaved: (trouble) => `${trouble}Taskbell 会继续跟踪：结果先显示在列表中，可以保存后再通知。`,
  test: 'Taskbell 可以通知您',
  testBody: '视频完成或失败时，通知就是这个样子。',
  troubles: {
    absent: '此桌面没有运行通知服务。结果会显示在托盘和窗口中。',
    'no-answer': '通知服务没有响应。结果会显示在托盘和窗口中。',
    failed: '桌面拒绝了通知。请在桌面的通知设置中检查 Taskbell。',
  },
};
