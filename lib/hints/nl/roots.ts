import { stemmer } from '@orama/stemmers/dutch';
import { stopwords } from '@orama/stopwords/dutch';
import { rootsWith } from '../kin.ts';
import { wordSet } from '../word-set.ts';

/** The list is one of written Dutch; these are the small words of talking, and of giving back. */
const spoken = wordSet(`
  jij jou jouw jullie we wij onze bent hebt zijt had hadden gij da ni ik k t m n zn jezelf mezelf
  mijzelf uzelf mag moest moet moeten wou wilt wilde willen zouden zou kunt kun kon konden gaat ga
  gaan ging echt heel even efkes gewoon wel eigenlijk precies zelfs elke heel hele erg terug weer
  steeds nooit soms toch nog hoor hoorde horen zeg zegt zeggen zei vertel vertelt vertelde vertellen
  vind vindt vinden begrijp begrijpt begrepen klopt goed voel voelt voelde voelen gevoel dingen ding
  waar wanneer waarom terwijl sinds laat liet laten zit zat zitten ligt lag liggen staat stond staan
  kwam komt komen wist weet weten bij aan er ervan erover daarover los alle al beetje zonder iemand
  niemand niks nee okay ok oke eens sorry graag maak maakt maken samen`);

const stop: ReadonlySet<string> = new Set([...stopwords, ...spoken]);

const kin = [
  'bang schrik angst vrees angstig',
  'moe uitgeput kapot doodop vermoeid',
  'boos kwaad woedend nijdig',
  'alleen eenzaam eenzamer',
  'verdriet verdrietig triest droevig',
  'huilen wenen gehuild geweend tranen huilde weende',
  'gsm telefoon smartphone',
  'blij content gelukkig',
  'zenuwachtig nerveus onrustig gespannen',
  'werk job werken gewerkt werkte',
  'moeder mama',
  'vader papa',
  'kinderen kids',
  'ochtend morgens smorgens',
  'avond avonds savonds',
  'nacht nachts snachts',
  'stilte stil zwijgen zwijgt zweeg',
  'praten praat babbelen gesprekken gesprek',
  'pijn kwetsen gekwetst',
  'vastpakken vastpak vastpakt vastgepakt vasthoudt vastgehouden vasthouden knuffel',
  'ruzie conflict discussie',
  'vragen vroeg gevraagd vraag',
  'verlangen missen verlang verlangt mist mis',
  'vergeten vergat vergeet',
  'kopen koop gekocht kocht',
  'lopen liep gelopen',
  'helpen hielp geholpen help helpt',
  'huis thuis',
  'bericht berichtje sms',
  'bellen belde gebeld belt',
  'wachten gewacht wachtte',
  'groeien gegroeid',
  'rijden rijd rijdt reed',
];

/** Snowball leaves Dutch participles and the endings of the second person; these go here. */
function stem(word: string): string {
  const short = stemmer(word).replace(/^ge(?=.{4})/, '');
  return short
    .replace(/(?<=.{3})[dt]$/, '')
    .replace(/z$/, 's')
    .replace(/v$/, 'f');
}

/** The root of a plain Dutch word, or null for a word that says little by itself. */
export const dutchRoot = rootsWith(stem, stop, kin);
