import { memo, useCallback, type ReactNode } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Tag } from '../../src-main/contract/tags.ts'
import { ViewName } from '../../src-main/contract/views.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useBrands } from '../kit/brands.tsx'
import { useViews } from '../kit/views.tsx'
import { useNavigation, useScope, useWays, type Place } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './frame.module.css'
import { SavedViews } from '../views/saved-views.tsx'
import { RailItem } from './rail-item.tsx'
import { TagTree } from './tag-tree.tsx'

/** Which place the rail marks: the same kind, and in the inbox the same view without a question of its own. */
function isHere(place: Place, there: Place): 'here' | 'elsewhere' {
  if (place.kind === 'inbox' && there.kind === 'inbox')
    return place.view === there.view && place.question === there.question && place.saved === there.saved
      ? 'here'
      : 'elsewhere'
  return place.kind === there.kind ? 'here' : 'elsewhere'
}

interface RailProps {
  readonly width: number
  /** The line to drag, where there is one. */
  readonly edge?: ReactNode
}

export const Rail = memo(function Rail({ width, edge }: RailProps) {
  const { t } = useText()
  const scope = useScope()
  const brands = useBrands()
  const views = useViews()
  const tags = valueOf(useCall('tags.list', scope === null ? null : { brandId: scope }))
  return (
    <nav className={classes.railAndEdge} aria-label={t('frame.rail')}>
      <div className={classes.rail} style={{ width }}>
        <div className={classes.railScroll}>
          <BrandList brands={brands} />
          <h2 className={classes.heading}>{t('frame.views')}</h2>
          <ViewList views={views?.items ?? UNCOUNTED} outbox={views?.outbox ?? 0} />
          {views && views.saved.length > 0 && <SavedViews saved={views.saved} />}
          {tags && tags.items.length > 0 && <Tags tags={tags.items} />}
        </div>
        <div className={classes.foot}>
          <PlaceList />
        </div>
      </div>
      {edge}
    </nav>
  )
})

function BrandList({ brands }: { readonly brands: readonly Brand[] }) {
  const { t } = useText()
  const scope = useScope()
  const { go, prepare } = useWays()
  const onGo = useCallback((brandId: BrandId | null) => go(sameIn, brandId), [go])
  const onPress = useCallback((brandId: BrandId | null) => prepare(sameIn, brandId), [prepare])
  return (
    <ul className={classes.group} aria-label={t('frame.brands')}>
      {brands.map(({ brandId, name, colour, unanswered }) => (
        <RailItem
          key={brandId}
          label={name}
          mark={colour}
          count={unanswered}
          counts="frame.unanswered"
          current={scope === brandId ? 'here' : 'elsewhere'}
          to={brandId}
          {...{ onGo, onPress }}
        />
      ))}
      {brands.length > 1 && (
        <RailItem
          label={t('kit.allBrands')}
          count={brands.reduce((sum, brand) => sum + brand.unanswered, 0)}
          counts="frame.unanswered"
          current={scope === null ? 'here' : 'elsewhere'}
          to={null}
          {...{ onGo, onPress }}
        />
      )}
    </ul>
  )
}

/** The same place in another brand: a mention or a question of one brand is not carried into the next. */
export function sameIn(place: Place): Place {
  switch (place.kind) {
    case 'inbox':
      return { kind: 'inbox', view: place.view }
    case 'brand':
    case 'new-brand':
      return { kind: 'inbox', view: 'inbox' }
    case 'outbox':
    case 'promises':
    case 'sources':
    case 'tags':
    case 'rules':
    case 'reports':
    case 'settings':
      return place
    // A file is for the brand it was dropped on: another brand has its own.
    case 'import':
      return { kind: 'sources' }
    case 'by-hand':
      return { kind: 'by-hand' }
  }
}

/** Until they are counted. */
const UNCOUNTED = ViewName.options.map((name) => ({ name, count: 0 }))

interface ViewListProps {
  readonly views: readonly { readonly name: ViewName; readonly count: number }[]
  readonly outbox: number
}

function ViewList({ views, outbox }: ViewListProps) {
  const { t } = useText()
  const { place, scope } = useNavigation()
  const { go, prepare } = useWays()
  const goToView = useCallback((view: ViewName) => go({ kind: 'inbox', view }), [go])
  const prepareView = useCallback((view: ViewName) => prepare({ kind: 'inbox', view }), [prepare])
  const goTo = useCallback((kind: 'outbox' | 'promises') => go({ kind }), [go])
  const due =
    valueOf(useCall('promises.due', scope === null ? {} : { brandId: scope }, 'keep'))?.items.length ?? 0
  // Few have anybody to ask: the view is there while somebody was asked.
  const shown = views.filter(
    ({ name, count }) =>
      name !== 'please-read' || count > 0 || isHere(place, { kind: 'inbox', view: name }) === 'here',
  )
  return (
    <ul className={classes.group}>
      {shown.map(({ name, count }) => (
        <RailItem
          key={name}
          label={t(`inbox.view.${name}`)}
          count={count}
          current={isHere(place, { kind: 'inbox', view: name })}
          to={name}
          onGo={goToView}
          onPress={prepareView}
        />
      ))}
      <RailItem
        label={t('frame.place.outbox')}
        count={outbox}
        counts="frame.answers"
        current={isHere(place, { kind: 'outbox' })}
        to="outbox"
        onGo={goTo}
      />
      <RailItem
        label={t('frame.place.promises')}
        count={due}
        counts="secondLook.duePromises"
        current={isHere(place, { kind: 'promises' })}
        to="promises"
        onGo={goTo}
      />
    </ul>
  )
}

const Tags = memo(function Tags({ tags }: { readonly tags: readonly Tag[] }) {
  const { t } = useText()
  return (
    <>
      <h2 className={classes.heading}>{t('frame.tags')}</h2>
      <TagTree tags={tags} />
    </>
  )
})

const PLACES = ['sources', 'tags', 'rules', 'reports', 'settings'] as const

function PlaceList() {
  const { t } = useText()
  const { place, go } = useNavigation()
  const goTo = useCallback((kind: (typeof PLACES)[number]) => go({ kind }), [go])
  return (
    <ul className={classes.group}>
      {PLACES.map((kind) => (
        <RailItem
          key={kind}
          label={t(`frame.place.${kind}`)}
          current={isHere(place, { kind })}
          to={kind}
          onGo={goTo}
        />
      ))}
    </ul>
  )
}
