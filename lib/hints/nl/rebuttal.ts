import type { Look } from '../tongue.ts';

/** A yes that is taken back at once. */
const yesBut =
  /^ (mja|ja|jaja|jawel|wel|ok|oke|okay|goed|sorry|nee|neen|allez|tja|mm|hm) (ja |sorry |goed |ok )?maar /;

/** A but that brings in one's own side. */
const ownSide = / maar (ik|k|kheb|kben|bij mij|voor mij|van mijn kant) /;
/** A but behind which one goes on listening. */
const listening =
  / maar (ik|k) (hoor|hoorde|begrijp|snap|probeer|luister|voel|merk|zie (nu|ook|wel|dat (je|jij|ge|gij))|weet niet|wil (je|u|het|graag) |denk dat (je|jij|ge|gij)|stel me) /;
const theirSide = / maar (jij|je|ge|gij) .{0,40}\b(ook|zelf|toch|zelfs|altijd|nooit|evengoed) /;
const weighs =
  / maar (dat|da|het|t|zo|er|wie|wat|waarom|toen|daar) .{0,24}\b(niet eerlijk|mijn schuld|mijn fout|toch|niet waar|niet zo|overdreven|gewoon|maar|wie|had ik|moest ik|is het niet|was het niet|ging het niet) /;
const challenges =
  / maar (zet|kijk|denk|probeer|luister|begrijp|hou|geef|stel) (u|je|mij|me|ook|eens|toch|zelf) | maar (wie|waarom|wat had ik|wat moest ik|wat moet ik) /;

/** Things that are only said to defend oneself. */
const defences = [
  /^ ([a-z]+ )?(dat is|dat was|da is|da was|t is|das|tis|is dat) .{0,24}\b(niet waar|ni waar|gelogen|overdreven|niet eerlijk|niet juist|onzin|zever) /,
  /^ (nee |neen )?(dat|da) klopt .{0,10}\b(niet|ni) /,
  / zo (heb ik|bedoelde ik|bedoel ik) .{0,10}\b(niet|ni) /,
  / ik (bedoelde|bedoel) .{0,16}\b(niet|ni) /,
  / (dat|da) heb ik (nog )?(nooit|noit|niet|ni) (gezegd|gedaan|bedoeld|gevraagd) /,
  / ik (heb|had) (nog )?(nooit|noit) (gezegd|beweerd|gedaan|bedoeld|gevraagd) /,
  / ik .{0,16}\b(nochtans|gewaarschuwd) /,
  /^ ([a-z]+ )?(het|dat|t) (was|is) (maar|alleen maar|gewoon|toch maar) /,
  / nu eenmaal | hoe (dikwijls|vaak) moet ik |^ (nooit|altijd) $/,
  / en (ik|wij|jij|gij) dan /,
  / (ik|wij|we) .{0,16}\btoch /,
  /^ (jij|gij|je|ge) .{0,20}\book (niet|ni|niks|niets|nooit|geen) /,
  / (meent|meende|meen) (ge|je|gij|jij) (niet|ni) /,
  /^ (allez zeg|hou op|kom zeg|amai|pff|komaan|zever) /,
  / (niet|ni) mee eens | (niet|ni) akkoord /,
  /^ (nee |ja |allez )?(je|jij|ge|gij) (overdrijft|overdreef|dramatiseert|overreageert|verdraait) /,
  / zo (erg|lang|vaak|hard|laat) (is|was) .{0,16}\b(niet|ni) /,
  / (niet|ni) (mijn|men) (schuld|fout) /,
  / (kan|kon) (daar|er) (toch )?(niks|niets|ook niks|ook niets) aan doen /,
  / wat (had|moest|moet) ik (dan|anders) /,
  / (jij|gij|je|ge) (was|waart|waard|zijt|bent) .{0,24}\b(begon|begonnen|begint) /,
  / (jij|gij|je|ge) (doet|deed|hebt|zijt|bent) (dat |da |het )?.{0,8}\b(toch|zelf|ook) /,
  / zo (is|was|ging) (het|dat) .{0,16}\b(niet|ni) /,
  / ik (heb|had|ben|was|doe|werk|kook|bel|deed|kan|zorg|luister) (dat |da |daar |het )?(toch|wel( degelijk)?|gewoon) /,
  / ik (?!(hoor|begrijp|snap|zie|voel|wil|geloof|denk|weet|merk|zou) )[a-z]+ (je |u |dat |daar )?wel /,
];
/** How giving back begins. */
const reports =
  /^ (en |dus |ok |oke )?(je|jij|ge|gij) (zegt|vindt|denkt|vertelt|bent|zijt|hebt|vraagt|voelt|had|was|wil|mist|hoopt) |^ (als ik (het|je|u) goed |wat ik hoor |ik hoor (dat|hoe) |voor (jou|u) (is|was|voelt) )/;
/** What begins with the partner may well go on about them. */
const aboutPartner = /^ (dus |en |ok )?(je|jij|ge|gij) /;
const answersBack = / (ook|zelf|toch) /;

/** Whether a text answers back where it should give back. */
export function rebuts(look: Look): boolean {
  return look.said.some(({ line, exclaims }) => {
    if (yesBut.test(line) && !listening.test(line)) return true;
    const mirrors = reports.test(line);
    if (!mirrors && defences.some((defence) => defence.test(line))) return true;
    if (exclaims && look.writing === 'giving-back' && defies(line)) return true;
    const parts = line.split(/(?= maar )/);
    return parts.some((rest) => turnsAgainst(rest, line, look));
  });
}

/** A mirror has no exclamation marks behind what the author does or did. */
function defies(line: string): boolean {
  return /^ (ik|wij|we) (?!(hoor|snap|begrijp|zie|voel|merk|vind|denk) )/.test(line);
}

function turnsAgainst(rest: string, line: string, look: Look): boolean {
  if (reports.test(line) && look.repeats(rest) && !answersBack.test(rest)) return false;
  if (ownSide.test(rest)) return !listening.test(rest);
  if (weighs.test(rest) || challenges.test(rest)) return true;
  return theirSide.test(rest) && !aboutPartner.test(line);
}
