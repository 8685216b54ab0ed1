/** Emoji and faces of signs, whatever the language. */
const FACES: readonly (readonly [weight: number, faces: string])[] = [
  [3, '😍 🥰 😘 ❤ 💕 💖 💗 💓 💞 💘 💙 💚 💛 🧡 💜 🖤 🤍 😻 🤩 🥳 🎉 🎊 👏 🙌 💯 🏆 ⭐ 🌟 <3'],
  [
    2,
    '😀 😃 😄 😁 😆 😊 🙂 ☺ 😋 😎 🤗 😇 👍 👌 💪 🙏 ✨ 🔥 😂 🤣 😉 😌 🌞 🌹 🌸 ✅ 🎁 :) :-) :d :-d ;) ;-) :] =) =d :p :-p xd',
  ],
  [-2, '😕 🙁 ☹ 😞 😔 😟 😣 😖 😫 😩 😒 🙄 😑 😐 😓 😥 😰 😨 😱 😳 🤔 😬 🤦 🤷 💔 ❌ ⚠ :( :-( :[ =( :/ :-/'],
  [-3, '😢 😭 😿 😠 😡 🤬 👿 👎 🤮 🤢 💩 🖕 😤 🤡 🗑 🐀 🪳'],
]
const WEIGHTS = new Map<string, number>(
  FACES.flatMap(([weight, faces]) => faces.split(' ').map((face): [string, number] => [face, weight])),
)

const EMOJI_OR_FACE = /^[^\p{L}\d!?.,;…()']/u

/** What an emoji weighs, with or without its skin tone; 0 for any other sign. */
export function weightOfFace(token: string): number {
  if (!EMOJI_OR_FACE.test(token) && token.length > 3) return 0
  return WEIGHTS.get(token) ?? WEIGHTS.get(String.fromCodePoint(token.codePointAt(0) ?? 0)) ?? 0
}
