import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { EngineEvent } from '../contract/events.ts'
import { createPendingCalls } from '../contract/pending-calls.ts'
import type { ShellBridge } from '../contract/shell.ts'
import type { EngineBridge, FromEngine } from '../contract/wire.ts'

const calls = createPendingCalls()
const listeners = new Set<(event: EngineEvent) => void>()
const tell = (event: EngineEvent) => listeners.forEach((listener) => listener(event))
/** What was asked before there was an engine is answered by it: only after one that was lost all is asked again. */
let lost: 'none' | 'one' = 'none'

/** The port to the engine stays in here; the page gets named functions only. */
ipcRenderer.on('engine-up', ({ ports: [port] }) => {
  if (!port) return
  port.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => {
    if (data.kind === 'reply') calls.replied(data.id, data.reply)
    else tell(data.event)
  })
  port.start()
  calls.engineUp((message) => port.postMessage(message))
  if (lost === 'one') tell({ kind: 'engine', state: 'up' })
})
ipcRenderer.on('engine-down', () => {
  lost = 'one'
  calls.engineDown()
  tell({ kind: 'engine', state: 'down' })
})
ipcRenderer.on('engine-stopped', (_event, failure: Extract<EngineEvent, { kind: 'engine' }>['failure']) => {
  lost = 'one'
  calls.engineStopped()
  tell(
    failure === undefined
      ? { kind: 'engine', state: 'stopped' }
      : { kind: 'engine', state: 'stopped', failure },
  )
})

const engine: EngineBridge = {
  call: calls.call,
  cancel: calls.cancel,
  on: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function onMessage(channel: string, listener: (text: string) => void): () => void {
  const heard = (_event: unknown, text: string) => listener(text)
  ipcRenderer.on(channel, heard)
  return () => ipcRenderer.removeListener(channel, heard)
}

const argument = (name: string) =>
  process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''

// Asked for at once: it is here before the page's script runs.
const lastLook = ipcRenderer.invoke('last-look').then(String)

const shell: ShellBridge = {
  askSavePath: (suggestedName) => ipcRenderer.invoke('ask-save-path', suggestedName),
  // Only a file that the user dropped or chose has a path: the page cannot name one.
  grantFile: (file) => ipcRenderer.invoke('grant-file', webUtils.getPathForFile(file)),
  saveText: (suggestedName, text) => ipcRenderer.invoke('save-text', [suggestedName, text]),
  openLink: (url) => ipcRenderer.invoke('open-link', url),
  copyText: (text) => ipcRenderer.invoke('copy-text', text),
  restartEngine: () => ipcRenderer.invoke('restart-engine'),
  systemLanguage: argument('ventanilla-language'),
  lastLook,
  keepLook: (look) => ipcRenderer.invoke('keep-look', look),
  platform: process.platform,
  onLink: (listener) => onMessage('link-followed', listener),
  notify: ({ title, body, opens }) => ipcRenderer.invoke('notify', [title, body, opens]),
  onNotice: (listener) => onMessage('notice-opened', listener),
  onCommand: (listener) => onMessage('menu-command', listener),
}

contextBridge.exposeInMainWorld('engine', engine)
contextBridge.exposeInMainWorld('shell', shell)
ipcRenderer.send('window-ready')
