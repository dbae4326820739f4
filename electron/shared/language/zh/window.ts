import type { window as english } from '../en/window.ts';

export const window: typeof english = {
  couldNot: 'Taskbell 未能完成此操作，请重试。',
  broken: '此窗口无法读取任务列表。Taskbell 仍在继续跟踪。',
  tryAgain: '重试',
  dismiss: '关闭',
  noTray: '此桌面的面板不显示托盘图标。关闭此窗口会将其最小化，再次启动 Taskbell 即可恢复窗口。',
  noTrayWith: (sentence, advice) => `${sentence}${advice}`,
  noNotifications: '此桌面不接收通知。Taskbell 会继续跟踪，但结果需要在这里查看。',
  keepsWatchingInTray: 'Taskbell 会在托盘中继续跟踪。',
  keepsWatchingBehind: 'Taskbell 会在后台继续跟踪。',
  closingWithNotices: '关闭此窗口不会停止跟踪：任务结束时会通知您。',
  closingWithoutNotices: '关闭此窗口不会停止跟踪：结果可在这里查看。',
  noTrayHere: '此桌面不显示托盘；再次启动 Taskbell 即可恢复此窗口。',
  quit: '退出',
  keepWatching: '继续跟踪',
  welcome: '视频完成时，Taskbell 会通知您',
  sameAsYours: '基础 URL 和密钥与您生成视频时所用的相同。',
  steps: (keys) => [
    '添加生成视频的网关，只需一次。',
    `粘贴任务 ID（${keys}）。`,
    '关闭此窗口，继续工作。Taskbell 会持续查询，视频完成或失败时通知您。',
  ],
  addGateway: '添加网关',
  savesInto: (folder) => `在链接失效之前存入 ${folder}。更多选项见“设置”。`,
  settings: '设置与诊断',
};
