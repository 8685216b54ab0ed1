import type { Migration } from '../../migration.ts'
import { firstTables } from './0001-first-tables.ts'
import { gathering } from './0002-gathering.ts'
import { leanMentions } from './0003-lean-mentions.ts'
import { twins } from './0004-twins.ts'
import { wordsMergedLater } from './0005-words-merged-later.ts'
import { aMillion } from './0006-a-million.ts'
import { views } from './0007-views.ts'
import { tagsAndRules } from './0008-tags-and-rules.ts'
import { feeling } from './0009-feeling.ts'
import { outbox } from './0010-outbox.ts'
import { secondLook } from './0011-second-look.ts'
import { peopleAndDrafts } from './0012-people-and-drafts.ts'
import { pending } from './0013-pending.ts'
import { signsPartWords } from './0014-signs-part-words.ts'
import { sure } from './0015-sure.ts'
import { stated } from './0016-stated.ts'
import { noWordCounts } from './0017-no-word-counts.ts'
import { handlesOnce } from './0018-handles-once.ts'
import { textsAsTheyCome } from './0019-texts-as-they-come.ts'
import { conversationsOfSeveral } from './0020-conversations-of-several.ts'

/** Order is the version number. Append only. */
export const brandMigrations: readonly Migration[] = [
  firstTables,
  gathering,
  leanMentions,
  twins,
  wordsMergedLater,
  aMillion,
  views,
  tagsAndRules,
  feeling,
  outbox,
  secondLook,
  peopleAndDrafts,
  pending,
  signsPartWords,
  sure,
  stated,
  noWordCounts,
  handlesOnce,
  textsAsTheyCome,
  conversationsOfSeveral,
]
