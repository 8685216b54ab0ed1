/**
 * With what the shell starts the engine's process, and whatever measures it. glibc gives each thread a heap of its own, and
 * keeps what was once let go in it: a tenth of what gathering needs.
 */
export const ENGINE_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' }
