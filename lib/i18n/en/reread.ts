export const reread = {
  title: 'Look at a file',
  heading: 'Look at a file again',
  about:
    'Choose a file that you copied from Weerklank. It is opened on this device only: nothing goes to the server.',
  choose: 'Choose a file',
  reading: 'Opening the file …',
  'not-ours':
    'This is not a file from Weerklank, or it was changed. Nothing was opened. Choose another.',
  'other-version':
    'This file comes from another version of Weerklank, which is not known here. Look at it where you copied it.',
  broken:
    'Something is wrong with this talk. We will not show it. If it is still kept, copy it again.',
  'too-large': 'This file is too large to be from Weerklank. Choose another.',
  empty: 'There is not a single talk in this file.',
  talks: 'In this file',
  taken: 'Copied on {date}',
  mine: 'Only the words of whoever copied it are in it.',
  ours: 'The words of both of you are in it.',
  open: 'Look at this talk',
  back: 'Back to the file',
  another: 'Another file',
  toStart: 'To the start',
} as const;
