/** What a user can do where no panel shows tray items, by the desktop's own name for itself. */
export const trayAdvice = {
  gnome:
    'GNOME shows tray items only with the extension “AppIndicator and KStatusNotifierItem Support”: install it from extensions.gnome.org or as the package gnome-shell-extension-appindicator, and turn it on.',
  kde: 'Add the widget “System Tray” to a panel.',
  xfce: 'Add the item “Status Tray Plugin” to the panel: right-click the panel, Panel, Add New Items.',
  mate: 'Add “Indicator Applet Complete” to the panel: right-click the panel, Add to Panel.',
  lxqt: 'Add the plugin “Status Notifier” to the panel: right-click the panel, Manage Widgets.',
  'x-cinnamon': 'Add the applet “XApp Status” to the panel.',
  budgie: 'Add the applet “System Tray” to the panel, in Budgie Desktop Settings.',
  cosmic: 'Add the applet “Notification Tray” to the panel, in Settings, Desktop, Panel.',
  sway: 'Use a bar with a tray: in waybar, put “tray” into the modules of its configuration.',
  hyprland: 'Use a bar with a tray: in waybar, put “tray” into the modules of its configuration.',
  river: 'Use a bar with a tray: in waybar, put “tray” into the modules of its configuration.',
  niri: 'Use a bar with a tray: in waybar, put “tray” into the modules of its configuration.',
  i3: 'The bar of i3 knows only the old kind of tray item: run snixembed beside it, or use a bar such as waybar.',
};
