import { app, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'

/** Menus carry the window's own commands; the words are the system's where it has roles for them. */
export function setMenu(target: () => WebContents | null): void {
  const command = (label: string, id: string): MenuItemConstructorOptions => ({
    label,
    click: () => target()?.send('menu-command', id),
  })
  const spanish = app.getLocale().startsWith('es')
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    { role: 'editMenu' },
    {
      label: spanish ? 'Ver' : 'View',
      submenu: [
        command(spanish ? 'Buscar un comando…' : 'Find a command…', 'palette'),
        command(spanish ? 'Atajos' : 'Shortcuts', 'shortcuts'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
