import { collectWhenAsked } from './collect.ts'
import '../../src-main/engine/gather/gatherer-worker.ts'

collectWhenAsked('gatherer')
