import { expect, test } from 'vitest'
import { openable } from '../../src-main/shell/openable.ts'

test.each([
  ['https://resenas.example/lucia/3', 'https://resenas.example/lucia/3'],
  ['http://127.0.0.1:7311/a?b=1#c', 'http://127.0.0.1:7311/a?b=1#c'],
  ['mailto:hola@aurora.example', 'mailto:hola@aurora.example'],
  ['mailto:a@b.example?subject=Hola%20a&BODY=b%26c', 'mailto:a@b.example?subject=Hola%20a&BODY=b%26c'],
  ['mailto:a@b.example?cc=x@c.example&subject=s&bcc=y@c.example', 'mailto:a@b.example?subject=s'],
  ['mailto:a@b.example?attach=/etc/passwd&to=x@c.example#x', 'mailto:a@b.example'],
  [' https://espacio.example ', 'https://espacio.example/'],
  ['HTTPS://GRITOS.example', 'https://gritos.example/'],
])('a web or mail address may be opened outside: %s', (given, opened) => {
  expect(openable(given)).toBe(opened)
})

test.each([
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'app://ventanilla/index.html',
  'vbscript:x',
  'smb://server/share',
  'ms-msdt:/id',
  'ftp://old.example/x',
  'blob:https://x.example/1',
  'about:blank',
  'chrome://settings',
  '//relative.example',
  'not an address',
  '',
])('nothing else is ever opened: %j', (given) => {
  expect(openable(given)).toBeNull()
})
