import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { startTestEngine, testHost } from '../../../support/test-engine.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

test('when the gathering thread dies, whoever waits is told, and the program goes on', async () => {
  const dying = join(temporaryFolder(), 'dying.mjs')
  writeFileSync(
    dying,
    `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => { throw new Error('it dies') })\n`,
  )
  const log: string[] = []
  const { workers } = testHost(log)
  const {
    call,
    addBrand,
    log: said,
  } = startTestEngine({ host: { workers: { ...workers, gatherer: pathToFileURL(dying) } } })
  const brandId = await addBrand()
  await expect(call('sources.add', { brandId, url: 'https://place.example/feed' })).rejects.toMatchObject({
    failure: { kind: 'engine-down', message: expect.stringContaining('What was saved before is safe') },
  })
  expect(said.some((line) => line.includes('it dies'))).toBe(true)
  expect((await call('brands.list', {})).items).toHaveLength(1)
})

test('a proxy the system names is asked instead, and one of an unknown kind is said', async () => {
  const asked: string[] = []
  const proxyFor = async (url: string) => {
    asked.push(url)
    return 'SOCKS5 office.example:1080'
  }
  const { call, addBrand } = startTestEngine({ host: { proxyFor } })
  const brandId = await addBrand()
  await expect(
    call('sources.add', { brandId, url: 'https://place.example/feed?token=geheim' }),
  ).rejects.toMatchObject({
    failure: { kind: 'unreachable', message: expect.stringContaining('proxy') },
  })
  expect(asked).toEqual(['https://place.example/'])
})
