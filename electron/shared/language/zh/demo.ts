import type { demo as english } from '../en/demo.ts';

export const demo: typeof english = {
  gateway: '演示',
  begin: '试用演示',
  what: 'Taskbell 内置网关上的四个虚构任务。无需密钥，数据不会离开这台电脑。',
  isShown: '这是演示：任务是虚构的，数据不会离开这台电脑。',
  remove: '移除演示',
  addGateway: '添加您的网关',
  removed: '演示及其任务已移除。',
  again: '重新开始',
  begun: '正在跟踪四个演示任务。第一个约 15 秒后结束，第二个约 25 秒后结束。',
  isHere: '演示已在运行。使用“taskbell gateway remove”加上它的名称可将其移除。',
  titles: {
    ready: '演示：纸船漂过雨中的街道',
    failed: '演示：被网关拒绝的视频',
    slow: '演示：需要五分钟的长视频',
    lost: '演示：被网关遗忘的任务',
  },
  refusal: '演示拒绝了此任务，以展示失败时的样子。',
  forgotten: '没有此任务。',
  troubles: {
    'no-port': '演示无法启动：这台电脑没有可用的端口。',
  },
};
