import type { trayAdvice as english } from '../en/tray-advice.ts';

const bar = '请使用带托盘的状态栏：在 waybar 中，把“tray”加入配置的模块。';

export const trayAdvice: typeof english = {
  gnome:
    'GNOME 需要扩展“AppIndicator and KStatusNotifierItem Support”才能显示托盘图标：请从 extensions.gnome.org 安装，或安装软件包 gnome-shell-extension-appindicator，并启用它。',
  kde: '请在面板中添加部件“系统托盘”。',
  xfce: '请在面板中添加“状态托盘插件”：右键单击面板，选择“面板”、“添加新项目”。',
  mate: '请在面板中添加“Indicator Applet Complete”：右键单击面板，选择“添加到面板”。',
  lxqt: '请在面板中添加插件“Status Notifier”：右键单击面板，选择“管理部件”。',
  'x-cinnamon': '请在面板中添加小程序“XApp Status”。',
  budgie: '请在“Budgie 桌面设置”中，把小程序“系统托盘”添加到面板。',
  cosmic: '请在“设置”、“桌面”、“面板”中，把小程序“Notification Tray”添加到面板。',
  sway: bar,
  hyprland: bar,
  river: bar,
  niri: bar,
  i3: 'i3 的状态栏只支持旧式托盘图标：请同时运行 snixembed，或使用 waybar 等状态栏。',
};
