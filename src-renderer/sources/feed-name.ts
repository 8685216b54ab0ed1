import i18next from 'i18next'
import type { FoundFeed } from '../../src-main/contract/sources.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'

/** What a found feed is called, with what it is where its recipe says more than its title: "… · App Store · Spain". */
export function useFeedName(): (feed: FoundFeed) => string {
  const { t } = useText()
  const { countryName } = useFormats()
  return ({ title, kind, recipe, country, url }) => {
    const place = recipe !== null && i18next.exists(`addSource.recipe.${recipe}`) ? recipe : null
    // The recipes are the engine's: one that has no words here yet is told by its kind.
    const what =
      place === null
        ? t(`sources.kind.${kind}`)
        : i18next.t(`addSource.recipe.${place}`, { defaultValue: place })
    return [title === '' ? url : title, what, ...(country === null ? [] : [countryName(country)])].join(' · ')
  }
}
