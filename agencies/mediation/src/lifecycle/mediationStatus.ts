/** What a status means for the register. */
export interface MediationStatusInfo {
  /** Whether the mediation itself is over: sets `closed_at`. */
  readonly closes: boolean;
}

/** Every status of a mediation, in the order of its life. */
export const mediationStatuses = {
  已登记: { closes: false },
  征询意愿: { closes: false },
  一方拒绝: { closes: true },
  受理: { closes: false },
  调解中: { closes: false },
  达成协议: { closes: false },
  调解不成: { closes: true },
  终止: { closes: true },
  履行: { closes: true },
  未履行: { closes: false },
  已申请司法确认: { closes: false },
  已受理司法确认: { closes: false },
  不予受理司法确认: { closes: false },
  撤回司法确认申请: { closes: false },
  裁定有效: { closes: false },
  裁定驳回: { closes: false },
  申请执行: { closes: false },
  已办赋强公证: { closes: false },
  归档: { closes: true },
} as const satisfies Record<string, MediationStatusInfo>;

export type MediationStatus = keyof typeof mediationStatuses;

/** The words alone. */
export const mediationStatusWords = Object.keys(mediationStatuses) as [MediationStatus, ...MediationStatus[]];
