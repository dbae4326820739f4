import type { preferences as english } from '../en/preferences.ts';

export const preferences: typeof english = {
  trayIcons: {
    automatic: '自动',
    coloured: '彩色',
    light: '浅色，用于深色面板',
    dark: '深色，用于浅色面板',
  },
  startupTroubles: {
    'not-possible': '此版本无法设为登录时启动：只有安装后的 Taskbell 可以。',
    'not-written': '系统没有接受此设置。请检查自动启动文件夹是否可写。',
  },
  shortcutTroubles: {
    'not-keys': '这不是有效的快捷键。',
    'needs-modifier': '请同时按住 Ctrl、Alt、Super 或 Command，或使用功能键。',
    taken: '其他程序已占用此快捷键。原来的仍然有效。',
    'used-here': 'Taskbell 的另一项功能已使用此快捷键。',
  },
  waylandRemark:
    '在 Wayland 上，由桌面决定程序能否使用全局快捷键。如果没有反应，请在桌面的设置中将快捷键绑定到命令“taskbell”。',
  startsAtLogin: '登录时启动 Taskbell',
  startsAtLoginMeans: '在托盘中启动，不打开此窗口。',
  offersClipboard: '提示跟踪已复制的任务',
  offersClipboardMeans: '打开此窗口时，Taskbell 会查看剪贴板中是否有任务。内容不会离开这台电脑。',
  windowKeys: '打开此窗口的快捷键',
  windowKeysMeans: '在任何程序中都有效。单击后按下快捷键。',
  clipboardKeys: '跟踪剪贴板内容的快捷键',
  clipboardKeysMeans: '复制任务 ID 后按下快捷键，通知会告诉您添加了什么。',
  trayIcon: '托盘图标',
  trayIconMeans: '无论哪种颜色，图标的形状都表示任务的状态。如果在面板上看不清，请换一种。',
  language: '语言',
  languageMeans: '用于窗口、托盘、通知和命令行。',
  asSystem: '跟随系统',
  theme: '外观',
  themeMeans: '此窗口是浅色还是深色。',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
};
