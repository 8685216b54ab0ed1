/** Words of a language, and charsets that have a code for each of its letters. */
export interface Tongue {
  readonly word: readonly string[]
  readonly charsets: readonly string[]
}

const WESTERN = ['windows-1252', 'utf-8', 'utf-16le', 'utf-16be']
const tongue = (words: string, charsets: readonly string[]): Tongue => ({ word: words.split(' '), charsets })

/** Words as customers use them, with the letters that go wrong. */
export const IN_TONGUES: readonly Tongue[] = [
  tongue(
    'el café llegó frío y nadie contestó ¿por qué? el niño pidió más azúcar ¡qué bien! mañana volveré así que la señora según también atención 5 € “gracias” pingüino 1.º',
    WESTERN,
  ),
  tongue(
    'o café chegou frio e ninguém respondeu não gostei da atenção você está aí amanhã também são três opções informação ótimo à tarde avó português coração já pôde',
    WESTERN,
  ),
  tongue('the coffee was cold and nobody answered £5 for a cup it’s “great” — really thanks café', WESTERN),
  tongue('кофе холодный никто не отвечает спасибо большое заказ пришёл поздно очень жаль', [
    'windows-1251',
    'koi8-r',
    'utf-8',
  ]),
  tongue('ο καφές ήταν κρύος και κανείς δεν απάντησε', ['iso-8859-7', 'utf-8']),
  tongue('コーヒーが 冷たい 返事が ない 注文した ものが とても 遅く 届きました', [
    'shift_jis',
    'euc-jp',
    'utf-8',
  ]),
  tongue(
    '我 在 你们 的 店 里 等 了 很久 咖啡 很冷 没有 人 回答 我们 不 会 再 来 这个 地方 大家 都 说 服务 不好 上 下 是 有',
    ['gb18030', 'utf-8'],
  ),
  tongue('커피가 차갑다 아무도 대답하지 않는다 주문이 너무 늦게 왔어요 정말 실망했습니다', [
    'euc-kr',
    'utf-8',
  ]),
  tongue('القهوة باردة ولا أحد يجيب وصل الطلب متأخرا جدا شكرا لكم', ['windows-1256', 'utf-8']),
]
