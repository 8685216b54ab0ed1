import { Button, useComputedColorScheme } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { useRun } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import { frameDocument, frameHeight } from './frame-document.ts'
import classes from './inbox.module.css'
import { wordsOf } from './mention-words.tsx'

/**
 * Their words, the largest text on the screen. They are drawn as our own text; what cannot be drawn so (tables,
 * images) is shown as it was written in a frame that runs nothing and reaches nothing.
 */
export function MentionBody({ mention }: { readonly mention: Mention }) {
  const { t } = useText()
  const [shape, setShape] = useState<'words' | 'as-written'>('words')
  const scheme = useComputedColorScheme('light')
  const fetched = useRun('mentions.images')
  const words = useMemo(() => wordsOf(mention.html, mention.text), [mention.html, mention.text])
  const images = fetched.state.kind === 'done' ? fetched.state.value.images : []
  const missing = images.filter(({ data }) => data === null).length
  const fetchImages = async () => {
    if (await fetched.run({ id: mention.id })) setShape('as-written')
  }
  return (
    <div className={classes.body}>
      {shape === 'words' ? (
        <div className={classes.theirWords} dir="auto" lang={mention.language ?? undefined}>
          {words.nodes}
        </div>
      ) : (
        <iframe
          className={classes.asWritten}
          title={t('inbox.asWritten')}
          sandbox="allow-popups"
          referrerPolicy="no-referrer"
          style={{ height: frameHeight(mention.html, mention.text, images) }}
          srcDoc={frameDocument(mention.html, images, scheme)}
        />
      )}
      {(words.drawing === 'simplified' || mention.images > 0) && (
        <div className={classes.bodyTools}>
          {words.drawing === 'simplified' && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => setShape(shape === 'words' ? 'as-written' : 'words')}
            >
              {shape === 'words' ? t('inbox.showFormatting') : t('inbox.showWords')}
            </Button>
          )}
          {mention.images > 0 && images.length === 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={fetched.state.kind === 'running'}
              onClick={() => void fetchImages()}
            >
              {t('inbox.showImages', { count: mention.images })}
            </Button>
          )}
        </div>
      )}
      {missing > 0 && <p className={classes.headNote}>{t('inbox.imagesMissing', { count: missing })}</p>}
      {fetched.state.kind === 'failed' && <ErrorNote failure={fetched.state.failure} />}
    </div>
  )
}
