import { stemmer } from '@orama/stemmers/english';
import { stopwords } from '@orama/stopwords/english';
import { rootsWith } from '../kin.ts';
import { wordSet } from '../word-set.ts';

/** The list is one of written English; these are the small words of talking, and of giving back. */
const spoken = wordSet(`
  im youre youve youd youll ive id dont didnt doesnt isnt wasnt cant couldnt wont wouldnt havent its
  thats were weve u ur get gets got getting just really even still also back say says said saying
  tell tells told telling hear hears heard hearing right feel feels felt feeling thing things like
  much well ok okay yes yeah know knows knew knowing make makes made go goes went going gone come
  comes came coming want wants wanted let one us would could should every ever never always without
  whether since because while when where anymore lately bit lot somebody someone nobody anything
  nothing something everything oh sorry away put look looks seem seems see sees saw think thinks
  thought dare bring sometimes there there's that's what's who's let's don't can't won't`);

const stop: ReadonlySet<string> = new Set([...stopwords, ...spoken]);

const kin = [
  'afraid scared fear fearful dread frightened scary',
  'tired exhausted worn shattered drained',
  'angry mad cross furious',
  'alone lonely lonelier lonesome own',
  'grief grieve sad sadness sorrow',
  'cry cried crying tears weep wept',
  'phone mobile telephone',
  'happy glad content',
  'nervous anxious tense worried worry',
  'work job working worked',
  'mother mum mom',
  'father dad',
  'kids children',
  'morning mornings',
  'evening evenings night nights tonight',
  'silence silent quiet',
  'talk talks chat speak talking chatting chats',
  'hurt pain hurts painful',
  'hold holds held hug cuddle arms',
  'fight argument row',
  'ask asked question',
  'long miss longing yearn',
  'forgot forget forgotten',
  'buy bought',
  'drive drove driven',
  'help helped',
  'home house',
  'message text texted',
  'call called rang phoned',
  'wait waited waiting',
  'horrible awful rough terrible bad',
  'ill sick',
  'sleep asleep slept',
  'sink dishes',
];

/** The root of a plain English word, or null for a word that says little by itself. */
export const englishRoot = rootsWith(stemmer, stop, kin);
