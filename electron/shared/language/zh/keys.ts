import type { keys as english } from '../en/keys.ts';

export const keys: typeof english = {
  title: '快捷键',
  close: '关闭',
  space: '空格',
  paste: '跟踪剪贴板上的内容',
  search: '搜索',
  step: '在列表中移动',
  leap: '大步移动',
  open: '打开详情',
  extend: '连续选择多个',
  toggle: '逐个选择',
  all: '全选',
  menu: '打开操作菜单',
  remove: '移除',
  undo: '撤销上一步操作',
  settings: '设置',
  back: '返回',
  sheet: '显示这些快捷键',
};
