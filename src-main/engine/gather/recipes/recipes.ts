import { communityRecipes } from './communities.ts'
import { noFeedRecipes } from './no-feed.ts'
import type { Recipe } from './recipe.ts'
import { siteRecipes } from './sites.ts'
import { socialRecipes } from './social.ts'

/** Places at an address of their own: the first that matches is meant. */
export const knownPlaces: readonly Recipe[] = [...socialRecipes, ...siteRecipes, ...noFeedRecipes]

/** Programs on anybody's host: tried in order, those that match, when the host is no known place. */
export const knownPrograms = communityRecipes
