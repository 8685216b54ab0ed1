import { Button } from '@mantine/core'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { ConversationEntry, MentionWhole } from '../../src-main/contract/mentions.ts'
import type { ReplyState } from '../../src-main/contract/replies.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { focusWriting } from '../kit/focus-pane.ts'
import { CommandKeys } from '../kit/key-names.tsx'
import { useNavigation } from '../kit/places.tsx'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { MAY_COME_BACK, takeBack } from './queue-answer.ts'

type Reply = Extract<ConversationEntry, { kind: 'reply' }>

/** A reply in one of these states is still on its way: a second one would be an answer twice. */
const ON_ITS_WAY: readonly ReplyState[] = ['queued', 'by-hand', 'sending', 'held', 'unsure']

export function waitingReply(whole: MentionWhole): Reply | null {
  const replies = whole.conversation.filter((entry) => entry.kind === 'reply')
  return replies.find((reply) => reply.mentionId === whole.id && ON_ITS_WAY.includes(reply.state)) ?? null
}

/** In place of the composer while an answer is on its way. */
export function AnswerWaits({ reply, brand }: { readonly reply: Reply; readonly brand: Brand }) {
  const { t } = useText()
  const { go } = useNavigation()
  return (
    <div className={classes.waits}>
      <div className={classes.composerHead}>
        <strong>
          <BrandName name={brand.name} colour={brand.colour} />
        </strong>
        <span className={classes.to}>{t('answer.waits', { state: t(`answer.state.${reply.state}`) })}</span>
      </div>
      <p className={classes.waitsWords} dir="auto">
        {reply.body}
      </p>
      <div className={classes.composerFoot}>
        <Button
          // Where the answer is written when none waits: the key of the answer leads here.
          data-focus="composer"
          data-mention={reply.mentionId}
          variant="default"
          rightSection={<CommandKeys id="goOutbox" />}
          onClick={() => go({ kind: 'outbox' })}
        >
          {t('kit.command.goOutbox')}
        </Button>
        {MAY_COME_BACK.includes(reply.state) && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              takeBack(reply.replyId).then(() => focusWriting(reply.mentionId), showFailure)
            }}
          >
            {t('answer.takeBack')}
          </Button>
        )}
      </div>
    </div>
  )
}
