import type { Refusal } from '#lib/protocol.ts';

/** What was wrong, and what to do next. */
export const refusal = {
  'not-your-floor': 'Je partner is nu aan de beurt. Wacht even, jouw moment komt.',
  'not-your-role': 'Dat is in deze stap aan je partner. Kijk wat er nu van jou gevraagd wordt.',
  'not-now': 'Dat kan in deze stap niet. Het gesprek is misschien net een stap verder gegaan.',
  'already-answered': 'Je antwoord is al binnen. Nu wachten we op je partner.',
  'on-hold': 'Het gesprek staat even stil. Ga eerst samen verder.',
  ended: 'Dit gesprek is afgelopen. Je kunt samen een nieuw beginnen.',
  'words-required': 'Hier horen woorden bij. Schrijf iets en verstuur het dan.',
  'words-not-expected': 'Hier hoefden geen woorden bij. Probeer het nog eens zonder.',
  'chain-moved': 'Er kwam net iets tussen. Lees het, en verstuur dan opnieuw.',
  'too-soon': 'Dat moment komt te vroeg. Kies een later moment, of wacht nog even.',
  'too-late': 'Dat moment ligt te ver. Kies een moment binnen de 24 uur.',
  'not-your-words': 'Dat zijn niet jouw woorden. Je kunt alleen wissen wat je zelf zei.',
  'no-private-cues':
    'Een wenk voor een van de twee alleen is niet afgesproken. Geef hem aan allebei.',
  'bad-request': 'Dit begreep de server niet. Herlaad de pagina en probeer het opnieuw.',
  forbidden:
    'Dit toestel heeft geen plaats in deze kamer. Open de kamer op het toestel waarmee je binnenkwam, of meld je aan met je account.',
  'move-id-reused': 'Dit kwam niet goed aan. Herlaad de pagina en probeer het opnieuw.',
  'stale-epoch':
    'De kamer heeft intussen een nieuwe sleutel, en die is hier nog niet. Je woorden blijven op je toestel; we proberen het vanzelf opnieuw.',
  'session-open': 'Er loopt al een gesprek in deze kamer. Ga daar eerst samen mee verder.',
  'seat-taken':
    'Je partner zit nu op die plaats, of kan zelf weer binnen met een account. Een nieuwe link is dus niet nodig.',
  'unknown-exercise': 'Deze oefening kennen we hier niet. Herlaad de pagina en kies opnieuw.',
  'not-proposed': 'Dit voorstel staat er niet meer. Kies samen opnieuw.',
  storage: 'De server kon het nog niet bewaren. We proberen het vanzelf opnieuw.',
  draining: 'De server start even opnieuw. Wacht een paar tellen, het gaat vanzelf verder.',
  retry: 'Het was even te druk. We proberen het vanzelf opnieuw.',
  'slow-down': 'Dat ging even te snel na elkaar. Wacht een minuut; wat je schreef, blijft bewaard.',
} as const satisfies Record<Refusal, string>;
