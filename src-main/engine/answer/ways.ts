import type { BrandFile } from '../store/brand-file.ts'
import { type AccountRow, listAccounts, mayDoOf, profileOf, settingsOf } from './accounts-store.ts'
import type { Channel, Limit, Place } from './channels/channel.ts'
import { BY_HAND, findChannel } from './channels/index.ts'

/** A way to answer one mention. */
export interface Way {
  readonly channel: string
  readonly limits: readonly Limit[]
  readonly account: { readonly row: AccountRow; readonly channel: Channel; readonly name: string } | null
}

/** The ways to answer there, best first: the accounts that can, and by hand, which is always one. */
export function waysToAnswer(file: BrandFile, place: Place): Way[] {
  const ways = listAccounts(file).flatMap((row): Way[] => {
    const channel = findChannel(row.channel)
    if (channel === null || !mayDoOf(row).includes('answer')) return []
    const known = { settings: settingsOf(row), profile: profileOf(row) }
    if (channel.look(place, known) === 'cannot') return []
    const limits = channel.limits(known.profile, place)
    return [{ channel: channel.name, limits, account: { row, channel, name: known.profile.name } }]
  })
  return [...ways, { channel: BY_HAND.name, limits: BY_HAND.limits(place.url), account: null }]
}

/** The first limit that a text breaks, or null. */
export function brokenLimit(
  limits: readonly Limit[],
  body: string,
): (Limit & { readonly length: number }) | null {
  for (const limit of limits) {
    const length = limit.count(body)
    if (length > limit.most) return { ...limit, length }
  }
  return null
}
