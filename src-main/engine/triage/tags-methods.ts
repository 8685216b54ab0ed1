import type { ActKind } from '../../contract/acts.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { tags } from '../../contract/tags.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { actId } from '../store/ids.ts'
import { beginAct, endAct, type OpenAct } from './journal.ts'
import { tagPath } from './question/fold.ts'
import {
  addNewTag,
  findBranch,
  mergeBranch,
  renameBranch,
  rowOfBranch,
  setLooks,
  setRetired,
} from './tags-acts.ts'
import { findTag, listTags } from './tags-store.ts'
import { suggestTags } from './tags-suggest.ts'

export const tagMethods: HandlersFor<typeof tags, EngineContext> = {
  'tags.list': (context, { brandId }) => ({ items: listTags(context.stores.brand(brandId)) }),

  'tags.add': (context, { brandId, tag, ...looks }) =>
    changeTree(context, brandId, { kind: 'tag-add', detail: tagPath(tag) }, (file, act, now) => {
      setLooks(file, act, addNewTag(file, act, tag, now), looks)
      return 1
    }),

  'tags.set': (context, { brandId, tag, ...looks }) =>
    changeTree(context, brandId, { kind: 'tag-set', detail: tagPath(tag) }, (file, act, now) => {
      setLooks(file, act, rowOfBranch(file, act, tag, now), looks)
      return 1
    }),

  'tags.rename': (context, { brandId, tag, to }) =>
    changeTree(context, brandId, { kind: 'tag-rename', detail: fromTo(tag, to) }, (file, act) =>
      renameBranch(file, act, tag, to),
    ),

  'tags.move': (context, { brandId, tag, under }) => {
    const file = context.stores.brand(brandId)
    const leaf = findBranch(file, tag).path.split('/').at(-1) ?? tag
    const to = under === null ? leaf : `${findTag(file, under)?.path ?? tagPath(under)}/${leaf}`
    return changeTree(context, brandId, { kind: 'tag-rename', detail: fromTo(tag, to) }, (_, act) =>
      renameBranch(file, act, tag, to),
    )
  },

  'tags.merge': (context, { brandId, tag, into }) =>
    changeTree(context, brandId, { kind: 'tag-merge', detail: fromTo(tag, into) }, (file, act, now) =>
      mergeBranch(file, act, tag, into, now),
    ),

  'tags.retire': (context, { brandId, tag }) =>
    changeTree(context, brandId, { kind: 'tag-retire', detail: tagPath(tag) }, (file, act, now) =>
      setRetired(file, act, tag, now),
    ),

  'tags.restore': (context, { brandId, tag }) =>
    changeTree(context, brandId, { kind: 'tag-restore', detail: tagPath(tag) }, (file, act) =>
      setRetired(file, act, tag, null),
    ),

  'tags.suggest': suggestTags,
}

function fromTo(tag: string, to: string): string {
  return `${tagPath(tag)} → ${tagPath(to)}`
}

/** One act on a brand's tree; what it answers is its count. */
function changeTree(
  context: EngineContext,
  brandId: BrandId,
  head: { readonly kind: ActKind; readonly detail: string },
  write: (file: BrandFile, act: OpenAct, now: number) => number,
) {
  const file = context.stores.brand(brandId)
  const at = context.host.clock.now()
  return change(context, file, ['tags', 'mentions'], () => {
    const act = beginAct(file, { ...head, who: 'user', at, undoable: true })
    const count = write(file, act, at)
    // An act on a tag that no mention carries is an act as well.
    endAct(file.db, act, Math.max(count, 1))
    return { actId: actId([brandId], act.uid), count }
  })
}
