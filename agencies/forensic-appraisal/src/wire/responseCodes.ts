/**
 * Every value that `code` of the envelope can have. HTTP is 200 for all of them: the envelope alone says how it went.
 * Documented for clients in `docs/agencies/forensic-appraisal.md`.
 */
export const responseCodes = {
  OK: { code: 0, message: 'success' },
  BAD_REQUEST: { code: 40001, message: '请求参数错误' },
  TOO_MANY_IDS: { code: 40002, message: '单次查询数量超过上限' },
  NOT_JSON: { code: 40003, message: '请求体不是有效的JSON' },
  BODY_TOO_LARGE: { code: 40004, message: '请求体过大' },
  BAD_SIGNATURE: { code: 40101, message: '签名验证失败' },
  STALE_TIMESTAMP: { code: 40102, message: '时间戳超出允许范围' },
  REPLAYED: { code: 40103, message: '请求重复（随机数已使用）' },
  NO_SUCH_PATH: { code: 40401, message: '接口不存在' },
  UNKNOWN_CASE: { code: 40402, message: '案件不存在' },
  REQUEST_NO_REUSED: { code: 40901, message: '请求流水号已用于其他请求' },
  ILLEGAL_TRANSITION: { code: 40902, message: '当前状态不允许此操作' },
  VERSION_CONFLICT: { code: 40903, message: '案件已被更新' },
  DUPLICATE_NUMBER: { code: 40904, message: '编号已存在' },
  TOO_FEW_APPRAISERS: { code: 42201, message: '司法鉴定人少于二人（通则第十九条）' },
  APPRAISER_NOT_QUALIFIED: { code: 42202, message: '司法鉴定人不具备该事项执业资格（通则第十八条）' },
  RECUSAL: { code: 42203, message: '司法鉴定人应当回避（通则第二十条）' },
  PARALLEL_COMMISSION: { code: 42204, message: '同一事项已委托其他机构（通则第十五条第六项）' },
  MATERIAL_UNCONFIRMED: { code: 42205, message: '鉴定材料未经委托人确认（通则第十二条）' },
  EXTENSION_TOO_LONG: { code: 42206, message: '延长时限超过三十个工作日（通则第二十八条）' },
  SIGNATURE_MISSING: { code: 42207, message: '鉴定意见书缺少司法鉴定人签名（通则第三十七条）' },
  FOREIGN_REPORT_MISSING: { code: 42208, message: '涉外鉴定事项未报告' },
  FEE_BASIS_MISSING: { code: 42209, message: '费用减免缺少依据文号' },
  NOT_REAPPRAISABLE: { code: 42210, message: '原鉴定不满足补充或者重新鉴定条件（通则第三十条至第三十二条）' },
  OUT_OF_ORDER: { code: 42211, message: '发生时间早于上一环节或者晚于当前时间' },
  THROTTLED: { code: 42901, message: '请求过于频繁' },
  INTERNAL: { code: 50000, message: '系统内部错误' },
} as const satisfies Record<string, { code: number; message: string }>;

export type ResponseCode = keyof typeof responseCodes;
