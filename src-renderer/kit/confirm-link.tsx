import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import classes from './kit.module.css'
import { showDone } from './toast.tsx'
import { useText } from './use-text.ts'

let asked: string | null = null
const listeners = new Set<() => void>()

function setAsked(url: string | null): void {
  asked = url
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows where a link leads and opens it outside when the user agrees. */
export function askToOpen(url: string): void {
  setAsked(url)
}

type Destination =
  | { readonly kind: 'page'; readonly host: string }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'none' }

export function destinationOf(url: string): Destination {
  if (!URL.canParse(url)) return { kind: 'none' }
  const { protocol, host, pathname } = new URL(url)
  if (protocol === 'http:' || protocol === 'https:') return { kind: 'page', host }
  // Escapes stay as they are: they may be broken, or hide a sign that turns the text around.
  if (protocol === 'mailto:' && pathname !== '') return { kind: 'mail', address: pathname }
  return { kind: 'none' }
}

/** Mounted once; also asks for the links that were followed inside a mention's frame. */
export function ConfirmLink() {
  const url = useSyncExternalStore(subscribe, () => asked)
  useEffect(() => window.shell.onLink(askToOpen), [])
  const { t } = useText()
  return (
    <Modal
      opened={url !== null}
      onClose={() => setAsked(null)}
      title={t('kit.link.title')}
      closeButtonProps={{ 'aria-label': t('kit.action.close') }}
    >
      {url !== null && <Question url={url} />}
    </Modal>
  )
}

function Question({ url }: { readonly url: string }) {
  const { t } = useText()
  const destination = destinationOf(url)
  const open = async () => {
    setAsked(null)
    if (!(await window.shell.openLink(url))) showDone(t('kit.link.bad'))
  }
  if (destination.kind === 'none') return <Text size="sm">{t('kit.link.bad')}</Text>
  return (
    <Stack gap="sm">
      <Text size="sm">{t('kit.link.goes')}</Text>
      <bdi className={classes.host}>
        {destination.kind === 'page' ? destination.host : destination.address}
      </bdi>
      <bdi className={classes.url}>{url}</bdi>
      <Group justify="flex-end" mt="xs">
        <Button variant="default" onClick={() => setAsked(null)}>
          {t('kit.action.cancel')}
        </Button>
        <Button data-autofocus onClick={() => void open()}>
          {destination.kind === 'page'
            ? t('kit.link.open', { host: destination.host })
            : t('kit.link.mail', { address: destination.address })}
        </Button>
      </Group>
    </Stack>
  )
}
