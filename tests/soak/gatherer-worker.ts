import { collectWhenAsked } from './collect.ts'
import '../../src-main/engine/gather/thread/gatherer-worker.ts'

collectWhenAsked('gatherer')
