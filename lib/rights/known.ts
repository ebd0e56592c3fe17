import * as v from 'valibot';
import type { Seat } from '#lib/dialogue/seat.ts';

/** What sort of thing stands in a column, so that it can be shown for what it is. */
export const Holding = v.picklist(['id', 'plain', 'yes-no', 'time', 'term', 'sealed', 'digest']);
export type Holding = v.InferOutput<typeof Holding>;

/**
 * Every table in which something of a room or of somebody stands, and what each of its columns holds.
 * `sealed`: nobody here can open it. `digest`: made from something that is not kept itself.
 */
export const holdings = {
  Room: { id: 'id', createdAt: 'time', epoch: 'plain', dueEpoch: 'plain' },
  Seat: {
    roomId: 'id',
    seat: 'plain',
    userId: 'id',
    sealedName: 'sealed',
    takenAt: 'time',
    retentionMonths: 'plain',
    leftAt: 'time',
  },
  Session: {
    id: 'id',
    roomId: 'id',
    exerciseId: 'plain',
    exerciseVersion: 'plain',
    openedAt: 'time',
    endedAt: 'time',
    words: 'plain',
  },
  /** Summed up for each session; the columns of an event itself stand in the explanation. */
  Event: {
    sessionId: 'id',
    events: 'plain',
    firstAt: 'time',
    lastAt: 'time',
    kinds: 'plain',
    sealedEvents: 'plain',
    sealed: 'sealed',
  },
  Invitation: {
    id: 'id',
    roomId: 'id',
    seat: 'plain',
    tokenHash: 'digest',
    wrappedKey: 'sealed',
    createdAt: 'time',
    expiresAt: 'time',
    redeemedAt: 'time',
    claimHash: 'digest',
    withdrawnAt: 'time',
  },
  Proposal: {
    roomId: 'id',
    seat: 'plain',
    exerciseId: 'plain',
    exerciseVersion: 'plain',
    mode: 'plain',
    at: 'time',
  },
  RoomEpoch: { roomId: 'id', epoch: 'plain', sealedPrevious: 'sealed', by: 'plain', at: 'time' },
  Keyholder: {
    roomId: 'id',
    id: 'id',
    userId: 'id',
    kind: 'plain',
    publicKey: 'digest',
    tag: 'digest',
    epoch: 'plain',
    addedAt: 'time',
    removedAt: 'time',
  },
  KeyEnvelope: { roomId: 'id', holderId: 'id', epoch: 'plain', envelope: 'sealed' },
  KeyRequest: {
    id: 'id',
    roomId: 'id',
    seat: 'plain',
    publicKey: 'digest',
    commitment: 'digest',
    helperKey: 'digest',
    helperNonce: 'digest',
    nonce: 'digest',
    envelope: 'sealed',
    epoch: 'plain',
    createdAt: 'time',
    expiresAt: 'time',
  },
  Reading: {
    id: 'id',
    roomId: 'id',
    seat: 'plain',
    what: 'plain',
    sessionId: 'id',
    at: 'time',
  },
  ExportAgreement: { roomId: 'id', seat: 'plain', at: 'time' },
  ObserverInvitation: {
    id: 'id',
    roomId: 'id',
    seat: 'plain',
    tokenHash: 'digest',
    createdAt: 'time',
    expiresAt: 'time',
    redeemedAt: 'time',
    withdrawnAt: 'time',
  },
  Case: {
    id: 'id',
    roomId: 'id',
    userId: 'id',
    invitationId: 'id',
    createdAt: 'time',
    admittedAt: 'time',
    endedAt: 'time',
  },
  Observation: {
    id: 'id',
    caseId: 'id',
    roomId: 'id',
    userId: 'id',
    name: 'plain',
    role: 'plain',
    verified: 'yes-no',
    purpose: 'plain',
    knockedAt: 'time',
    lensA: 'plain',
    lensB: 'plain',
    privateA: 'yes-no',
    privateB: 'yes-no',
    publicKey: 'digest',
    commitment: 'digest',
    nonce: 'digest',
    helper: 'plain',
    helperKey: 'digest',
    helperNonce: 'digest',
    admittedAt: 'time',
    sessionId: 'id',
    suggestedId: 'plain',
    suggestedVersion: 'plain',
    suggestedMode: 'plain',
    endedAt: 'time',
    endedBy: 'plain',
  },
  ObservationBundle: { observationId: 'id', sessionId: 'id', epoch: 'plain', sealed: 'sealed' },
  Homework: {
    id: 'id',
    caseId: 'id',
    roomId: 'id',
    exerciseId: 'plain',
    exerciseVersion: 'plain',
    epoch: 'plain',
    sealedLine: 'sealed',
    givenAt: 'time',
    declinedAt: 'time',
    sharedA: 'yes-no',
    sharedB: 'yes-no',
  },
  Appointment: {
    id: 'id',
    caseId: 'id',
    roomId: 'id',
    at: 'time',
    minutes: 'plain',
    createdAt: 'time',
    cancelledAt: 'time',
  },
  RoomChange: { id: 'id', roomId: 'id' },
  User: { id: 'id' },
  AuthSession: {
    id: 'id',
    userId: 'id',
    way: 'plain',
    device: 'plain',
    createdAt: 'time',
    seenAt: 'time',
    idleTerm: 'term',
    expiresAt: 'time',
    endedAt: 'time',
    holderId: 'id',
  },
  Consent: { userId: 'id', text: 'plain', version: 'plain', at: 'time' },
  Account: {
    userId: 'id',
    email: 'plain',
    role: 'plain',
    roleVerifiedAt: 'time',
    name: 'plain',
    statedRole: 'plain',
    passwordHash: 'digest',
    passwordChangedAt: 'time',
    passwordWrap: 'sealed',
    recoveryWrap: 'sealed',
    publicKey: 'digest',
    sealedPrivateKey: 'sealed',
    totpSecret: 'sealed',
    totpStep: 'plain',
    createdAt: 'time',
  },
  Passkey: {
    id: 'id',
    userId: 'id',
    publicKey: 'digest',
    counter: 'plain',
    transports: 'plain',
    name: 'plain',
    createdAt: 'time',
    usedAt: 'time',
  },
  BackupCode: { hash: 'digest', userId: 'id', usedAt: 'time' },
  KnownDevice: { hash: 'digest', userId: 'id', createdAt: 'time' },
  ExternalIdentity: { provider: 'plain', subject: 'plain', userId: 'id' },
  Ticket: {
    hash: 'digest',
    purpose: 'plain',
    userId: 'id',
    detail: 'sealed',
    expiresAt: 'time',
    usedAt: 'time',
    passwordChangedAt: 'time',
  },
  DeskItem: { id: 'id', userId: 'id', sealed: 'sealed', createdAt: 'time', changedAt: 'time' },
  Eviction: { id: 'id', authSessionId: 'id', userId: 'id', roomId: 'id' },
} as const satisfies Record<string, Record<string, Holding>>;

export type TableName = keyof typeof holdings;
type ColumnsOf<Name extends TableName> = keyof (typeof holdings)[Name];
export type ColumnName = { [Name in TableName]: ColumnsOf<Name> }[TableName];

export const TableName = v.pipe(
  v.string(),
  v.check((name) => Object.hasOwn(holdings, name)),
  v.custom<TableName>((name) => typeof name === 'string'),
);

const columnNames: ReadonlySet<string> = new Set(
  Object.values(holdings).flatMap((columns) => Object.keys(columns)),
);
const ColumnName = v.custom<ColumnName>(
  (name) => typeof name === 'string' && columnNames.has(name),
);

/** What one of the two said of an observer or to her, and the other is not told. By column, with whose it is. */
export const saidAlone = {
  Observation: { lensA: 'a', lensB: 'b', privateA: 'a', privateB: 'b' },
  Homework: { sharedA: 'a', sharedB: 'b' },
} as const satisfies { readonly [Table in TableName]?: Record<string, Seat> };

/**
 * What stands in one column of one row: itself, a moment, how long something sealed is, or that it is for the
 * other alone to know.
 */
const Shown = v.variant('holding', [
  v.strictObject({ holding: v.picklist(['nothing', 'theirs']) }),
  v.strictObject({ holding: v.picklist(['id', 'plain']), text: v.string() }),
  v.strictObject({ holding: v.literal('yes-no'), yes: v.boolean() }),
  v.strictObject({ holding: v.picklist(['time', 'term']), at: v.number() }),
  v.strictObject({ holding: v.picklist(['sealed', 'digest']), length: v.number() }),
]);
export type Shown = v.InferOutput<typeof Shown>;

export const KnownTable = v.strictObject({
  table: TableName,
  /** How many rows there are; `rows` holds at most the latest twenty. */
  count: v.number(),
  rows: v.array(v.array(v.strictObject({ column: ColumnName, shown: Shown }))),
});
export type KnownTable = v.InferOutput<typeof KnownTable>;

/** What POST /api/rooms/<room>/known answers. */
export const Known = v.strictObject({ tables: v.array(KnownTable) });
export type Known = v.InferOutput<typeof Known>;
