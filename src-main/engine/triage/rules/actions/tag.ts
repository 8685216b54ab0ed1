import { TagPath } from '../../../../contract/acts.ts'
import { tagPath } from '../../question/fold.ts'
import type { RuleAction } from './action.ts'

export const tag: RuleAction = {
  kind: 'tag',
  takes: 'a tag',
  on: 'everything',
  normalise: (value) => (TagPath.safeParse(value).success ? tagPath(value) : null),
  effect: (value) => ({ kind: 'tag', path: value }),
}
