/** Words of three letters and more that are about nothing, folded: they never are a reason for a tag. */
const WORDS = [
  'que los las una uno unos unas del con por para pero como mas muy sus mis tus les nos esta este esto esos esas estos estas ese esa eso han has hay fue ser era son sin sobre entre hasta desde donde cuando porque pues aunque tambien solo todo toda todos todas nada algo cada otro otra otros otras ya aqui alli asi ahora despues antes siempre nunca tan tanto mucho mucha muchos poco vez veces dia dias hoy ayer si no',
  'the and for are but not you all any can had her was one our out his has how its may new now see two way who did let put say she too use that with this from they have were been when your what there their which would could should will just into than then them these those some very also about after again because before here only more most much over such where while',
  'que com uma uns umas dos das nos nas pelo pela por para mas mais muito muita seu sua seus suas meu minha isso isto esse essa este esta aquele aquela quando onde porque como tambem ate sem sob foi ser era sao tem tinha vou vai nao sim voce voces eles elas ele ela depois antes sempre nunca hoje ontem agora aqui tudo nada algo cada outro outra ainda',
]
export const TOPICLESS: ReadonlySet<string> = new Set(WORDS.flatMap((words) => words.split(' ')))
