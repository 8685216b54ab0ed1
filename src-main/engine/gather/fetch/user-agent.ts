/** The version of package.json; a test keeps them the same. */
const VERSION = '0.1.0'

/** Says plainly who asks, so that whoever runs a site can recognise us. */
export const USER_AGENT = `Ventanilla/${VERSION} (+feed reader of a community manager)`
