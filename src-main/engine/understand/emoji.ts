/** Emoji and faces of signs, whatever the language. */
const FACES: readonly (readonly [weight: number, faces: string])[] = [
  [
    3,
    '😍 🥰 😘 ❤ 💕 💖 💗 💓 💞 💘 💙 💚 💛 🧡 💜 🖤 🤍 😻 🤩 🥳 🎉 🎊 👏 🙌 💯 🏆 ⭐ 🌟 💝 💟 ♥ 🫶 👑 🥇 🥂 🍾 😽 😺 😸 <3',
  ],
  [
    2,
    '😀 😃 😄 😁 😆 😊 🙂 ☺ 😋 😎 🤗 😇 👍 👌 💪 🙏 ✨ 🔥 😂 🤣 😉 😌 🌞 🌹 🌸 ✅ 🎁 🎂 🎈 💐 🌺 🌷 🌻 🌈 🍀 💃 🕺 🤟 🤘 🤙 💫 ☀ 😹 🤠 🤤 🥹 🚀 🏅 ✔ ^^ ^_^ :* ;* :3 :) :-) :d :-d ;) ;-) :] =) =d :p :-p xd',
  ],
  [1, '🎶 🙈 🤭 🤝 👊 🙋'],
  [-1, '🙃 😶 🤨 🥲 😴 🤯'],
  [
    -2,
    '😕 🙁 ☹ 😞 😔 😟 😣 😖 😫 😩 😒 🙄 😑 😐 😓 😥 😰 😨 😱 😳 🤔 😬 🤦 🤷 💔 ❌ ⚠ 😪 🥱 😧 😦 🥵 🥶 😵 🤕 🤒 🤧 😷 🙀 🫠 💢 🚫 ⛔ 🆘 ☠ 🥀 t_t -_- ¬¬ ¬_¬ ;_; :@ :\\ :( :-( :[ =( :/ :-/',
  ],
  [-3, '😢 😭 😿 😠 😡 🤬 👿 👎 🤮 🤢 💩 🖕 😤 🤡 🗑 🐀 🪳'],
]
const WEIGHTS = new Map<string, number>(
  FACES.flatMap(([weight, faces]) => faces.split(' ').map((face): [string, number] => [face, weight])),
)

const RUN = /(.)\1+/gu
const EMOJI = /^\p{Extended_Pictographic}/u

/** What an emoji weighs, with or without its skin tone, and a face however long its mouth; 0 for anything else. */
export function weightOfFace(token: string): number {
  const bare = EMOJI.test(token) ? String.fromCodePoint(token.codePointAt(0) ?? 0) : token.replace(RUN, '$1')
  return WEIGHTS.get(token) ?? WEIGHTS.get(bare) ?? 0
}
