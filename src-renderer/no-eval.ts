import { config } from 'zod'

// Imported before any schema: zod would try `new Function` once, which the content security policy forbids and reports.
config({ jitless: true })
