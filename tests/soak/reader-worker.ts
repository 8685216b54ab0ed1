import { collectWhenAsked } from './collect.ts'
import '../../src-main/engine/gather/read/reader-worker.ts'

collectWhenAsked('reader')
