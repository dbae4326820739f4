import type { selection as english } from '../en/selection.ts';

/** Made with the first count, see `counted` of English. */
let numbers: Intl.NumberFormat | null = null;

const numberText = (count: number): string => {
  numbers ??= new Intl.NumberFormat('zh-CN');
  return numbers.format(count);
};

export const selection: typeof english = {
  label: '选中的任务',
  clear: '取消选择',
  count: (count) => `已选 ${numberText(count)} 个`,
  checkNow: '立即查询',
  mute: '不提醒',
  unmute: '恢复提醒',
  save: '保存',
  noneToSave: '选中的任务都没有尚待保存的视频',
  saving: (count) => `正在保存 ${numberText(count)} 个视频`,
  copyLinks: '复制链接',
  remove: '移除',
  asking: (count) => `正在查询 ${numberText(count)} 个任务`,
  cannotChange: '已取消的任务不会再有变化',
  noLinks: '选中的任务都没有链接',
  allEnded: '这些任务的链接均已失效',
  linksCopied: (copied, ended) =>
    `已复制 ${numberText(copied)} 个链接${ended === 0 ? '' : `，略去 ${numberText(ended)} 个已失效的链接`}`,
};
