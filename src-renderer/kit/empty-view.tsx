import { useCall, valueOf } from '../engine/use-call.ts'
import { useBrand } from './brands.tsx'
import { EmptyState, type NextStep } from './empty-state.tsx'
import { useNavigation } from './places.tsx'
import { useText } from './use-text.ts'

interface EmptyViewProps {
  readonly sentence: string
  readonly next: NextStep
}

/** A view with nothing in it: where no source brings anything yet, that is the reason, and the way on. */
export function EmptyView({ sentence, next }: EmptyViewProps) {
  const { t } = useText()
  const { scope, go } = useNavigation()
  const brand = useBrand(scope)
  const sources = useCall('sources.list', scope === null ? {} : { brandId: scope })
  // Neither sentence until it is known which one is true.
  if (sources.kind === 'loading') return null
  if (valueOf(sources)?.items.length !== 0) return <EmptyState sentence={sentence} next={next} />
  return (
    <EmptyState
      sentence={brand ? t('kit.noSources.brand', { name: brand.name }) : t('kit.noSources.all')}
      next={{
        label: t('kit.command.addSource'),
        command: 'goSources',
        run: () => go({ kind: 'sources', asks: 'to-add' }),
      }}
    />
  )
}
