// @ts-check
const { ipcRenderer } = require('electron')
ipcRenderer.on('port', ({ ports: [port] }) => {
  if (!port) return
  port.onmessage = ({ data }) => {
    const list = document.getElementById('list')
    if (!list) return
    list.innerHTML = data.map(() => '<div role="option"></div>').join('')
    data.forEach(({ author, title, words }, index) => {
      const row = list.children[index]
      if (row) row.textContent = `${author} – ${title} ${words}`
    })
  }
  port.postMessage({ limit: 50 })
})
