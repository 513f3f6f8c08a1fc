/** A name as it is written, and as it stands in addresses. */
type Name = readonly [written: string, inAddress: string]
type Names = readonly [Name, ...Name[]]

/** Names that occur together. */
export interface NameSet {
  readonly given: Names
  readonly family: Names
  /** How a full name is put together. */
  readonly full: (given: string, family: string) => string
}

/** Reads `Jürgen:juergen` pairs; without a colon the address form is the lower-case name. */
function names(text: string): Names {
  const [first = ['', ''], ...rest] = text.split(' ').map((entry): Name => {
    const [written = '', inAddress = written.toLowerCase()] = entry.split(':')
    return [written.replaceAll('_', ' '), inAddress]
  })
  return [first, ...rest]
}

const western = (given: string, family: string) => `${given} ${family}`

/** Names from many scripts, each the way its bearers write it. */
export const nameSets: readonly [NameSet, ...NameSet[]] = [
  {
    given: names('Amara Chloë:chloe James Ines Zoë:zoe Noah Maeve Oliver Grace Liam'),
    family: names(
      "O'Brien:o'brien Martin Smith-Jones:smith-jones Carter Nguyen Walker de_Vries:devries Okafor Murphy D'Arcy:darcy",
    ),
    full: western,
  },
  {
    given: names('Jürgen:juergen Anneliese Björn:bjoern Käthe:kaethe Matthias Sören:soeren Heike Götz:goetz'),
    family: names('Müller:mueller Brandt Weiß:weiss Schröder:schroeder Groß:gross Vogel von_Stein:vonstein Bähr:baehr'),
    full: western,
  },
  {
    given: names('Maja Zbigniew Łukasz:lukasz Agnieszka Jiří:jiri Šárka:sarka Élise:elise Guðrún:gudrun'),
    family: names('Kowalska Wójcik:wojcik Dvořák:dvorak Šťastná:stastna Lefèvre:lefevre Jónsdóttir:jonsdottir Żak:zak'),
    full: western,
  },
  {
    given: names('Elif Ömer:omer Çağla:cagla İpek:ipek Dmitri Olga Nikos Eleni'),
    family: names('Yılmaz:yilmaz Şahin:sahin Volkov Петрова:petrova Παπαδοπούλου:papadopoulou Ćirić:ciric Ionescu'),
    full: western,
  },
  {
    given: names('娜:na 伟:wei 秀英:xiuying 强:qiang 静:jing 敏:min'),
    family: names('李:li 王:wang 张:zhang 陈:chen 欧阳:ouyang'),
    full: (given, family) => `${family}${given}`,
  },
  {
    given: names('さくら:sakura 浩:hiro 健太:kenta 美咲:misaki'),
    family: names('田中:tanaka 佐藤:sato 山本:yamamoto 髙橋:takahashi'),
    full: (given, family) => `${family} ${given}`,
  },
  {
    given: names('محمد:mohammed فاطمة:fatima نور:noor بلال:bilal دانا:dana'),
    family: names('حداد:haddad الناصر:alnasser خليل:khalil العلي:alali'),
    full: western,
  },
  {
    given: names('אורי:uri נועה:noa Priya अनन्या:ananya Kofi Adébáyọ̀:adebayo'),
    family: names('כהן:cohen לוי:levi Sharma सिंह:singh Mensah Adéyẹmí:adeyemi'),
    full: western,
  },
]
