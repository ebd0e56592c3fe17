import type { help as source } from '../nl/help.ts';
import type { Translation } from '../translation.ts';

export const help = {
  title: 'Help and about',
  heading: 'When it is too much',
  intro:
    'For anyone who is afraid, is being hurt, is stuck, or does not know how to go on. Weerklank cannot help with that. These people can.',
  lines: 'Whom you can call',
  called:
    'A number you call stays in your phone’s list of calls; you can remove it there. On a Belgian bill, 0800 numbers and help numbers never appear, says <source>the BIPT</source>.',
  enough: {
    heading: 'When an app is not enough',
    intro:
      'A listening exercise is for two people who are safe with each other. First look for help from a person if:',
    violence: 'there is or has been violence, or one of you is afraid of the other',
    affair: 'there is an affair now that you are not open about',
    addiction: 'drink, drugs, pills or gambling rule your lives',
    suicide: 'one of you is thinking of suicide',
    distress: 'one of you is so low that they can no longer sleep, eat or work',
    start:
      'Not sure where to begin? You can always turn to your family doctor, who is bound by confidentiality. The exercises will still be there.',
  },
  watch: {
    heading: 'Nobody is watching',
    text: 'Nobody reads or listens along in your room unless you see them listed there. Nor do we: your words are sealed. It also means that nobody notices when things go wrong. No help comes from here. If you are in danger, call 112.',
  },
  therapist: {
    heading: 'Finding a couples therapist',
    intro:
      'Anyone may call themselves a couples therapist or a coach, in Belgium and in the Netherlands. So do ask what training somebody has, and who supervises it.',
    belgium:
      'In Belgium ‘psychologist’ is a protected title, also in ‘clinical psychologist’. You can look up whether somebody may use it at the <site>Psychologists’ Commission</site>. ‘Therapist’ and ‘psychotherapist’ are not protected titles.',
    flanders:
      'Flanders and Brussels, in Dutch: the <caw>CAW</caw> supports couples free of charge, with priority for those who are struggling. On <guide>tijdvoorjerelatie.be</guide> you can read what help there is and what to look for. Couple and family therapists with a long training have their association in the <bvrgs>BVRGS</bvrgs>.',
    wallonia:
      'Brussels and Wallonia, in French: there are over a hundred <planning>centres de planning familial</planning>, also for what goes wrong between partners.',
    netherlands:
      'In the Netherlands ‘gz-psycholoog’, ‘klinisch psycholoog’ and ‘psychotherapeut’ are protected; they are in the <big>BIG register</big>. ‘Psycholoog’ is not. You can find couple and family therapists at the <nvrg>NVRG</nvrg>, or through your family doctor.',
    checked:
      'Checked on {date}, against copies of these sites and of articles that were sometimes several years old.',
  },
  trace: {
    heading: 'What your browser remembers',
    intro: '‘Leave now’ takes this page off your screen at once. That does not clear everything:',
    history:
      '<strong>The history of your browser</strong> keeps the addresses you visited. Open it (Ctrl+H on Windows, Cmd+Y in Safari, or in the menu on your phone), look for the address of this site and remove only those lines. Clearing everything at once can itself stand out.',
    message:
      '<strong>The invitation</strong> is still in the message you got or sent it with. You have to remove it there yourself.',
    device:
      '<strong>On this device</strong> Weerklank keeps the key to your room, and the day on which you last answered the questions about safety. Not what you answered. If you clear this site’s data in your browser, that is gone, and so is your seat in the room.',
    private:
      'You can also read this page in a private window, which keeps no history. If you think somebody checks your device, use another: a friend’s, or one in a library.',
  },
} satisfies Translation<typeof source>;
