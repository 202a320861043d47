/**
 * The one table of error codes: what `extensions.code` can say, as data. `docs/errors.md` is generated from it, and a
 * code that is not here never leaves the gateway.
 */
export interface ErrorCode {
  readonly code: string;
  /** What happened, in words for the person who reads the error. */
  readonly meaning: string;
  readonly meaningZh: string;
  /** What the reader can do about it. */
  readonly cure: string;
  /** Whether the same request may succeed later without a change. */
  readonly retry: boolean;
  /** HTTP status where the whole request is refused; null where the code only stands beside data. */
  readonly httpStatus: number | null;
  /** An agency did not answer properly: counts in `extensions.completeness`. */
  readonly agencyFault: boolean;
}

export const errorCodes = [
  {
    code: 'UNAUTHENTICATED',
    meaning: 'No valid token came with the request.',
    meaningZh: '未登录或令牌无效',
    cure: 'Get a new token and send it as `Authorization: Bearer <token>`.',
    retry: false,
    httpStatus: 401,
    agencyFault: false,
  },
  {
    code: 'UNAUTHORIZED_FIELD_OR_TYPE',
    meaning: 'The caller may not read this field or type.',
    meaningZh: '无权查看该字段',
    cure: 'Leave the field out, or ask for the role that may read it.',
    retry: false,
    httpStatus: 403,
    agencyFault: false,
  },
  {
    code: 'PURPOSE_REQUIRED',
    meaning: 'Staff and auditors must say why they ask.',
    meaningZh: '须说明查询目的和案件',
    cure: 'Send the headers `x-access-purpose`, with a purpose that covers the field (docs/purposes.md), and `x-access-case`.',
    retry: false,
    httpStatus: null,
    agencyFault: false,
  },
  {
    code: 'QUERY_TOO_COMPLEX',
    meaning: 'The operation is larger than the limits allow.',
    meaningZh: '查询过于复杂',
    cure: 'Ask for less at once: fewer levels, aliases or list items.',
    retry: false,
    httpStatus: 400,
    agencyFault: false,
  },
  {
    code: 'PLANNING_FAILED',
    meaning: 'No right way was found to fetch what the operation asks for.',
    meaningZh: '无法为该查询制定正确的取数方案',
    cure: 'Ask for the fields in separate operations, and report `extensions.requestId`.',
    retry: false,
    httpStatus: 500,
    agencyFault: false,
  },
  {
    code: 'RATE_LIMITED',
    meaning: 'Too many requests from this caller.',
    meaningZh: '请求过于频繁',
    cure: 'Wait for the seconds that `Retry-After` names.',
    retry: true,
    httpStatus: 429,
    agencyFault: false,
  },
  {
    code: 'BAD_USER_INPUT',
    meaning: 'An argument is not valid.',
    meaningZh: '参数有误',
    cure: 'Correct the argument that the message names.',
    retry: false,
    httpStatus: null,
    agencyFault: false,
  },
  {
    code: 'GRAPHQL_PARSE_FAILED',
    meaning: 'The document is not GraphQL.',
    meaningZh: '查询语法错误',
    cure: 'Correct the syntax at the location given.',
    retry: false,
    httpStatus: 400,
    agencyFault: false,
  },
  {
    code: 'GRAPHQL_VALIDATION_FAILED',
    meaning: 'The document does not fit the schema.',
    meaningZh: '查询与模式不符',
    cure: 'Compare the operation with schema/api.graphql.',
    retry: false,
    httpStatus: 400,
    agencyFault: false,
  },
  {
    code: 'OPERATION_RESOLUTION_FAILURE',
    meaning: 'No operation, or no operation of that name, is in the document.',
    meaningZh: '未找到要执行的操作',
    cure: 'Send `operationName` when the document has several operations.',
    retry: false,
    httpStatus: 400,
    agencyFault: false,
  },
  {
    code: 'BAD_REQUEST',
    meaning: 'The HTTP request is not a GraphQL request.',
    meaningZh: '请求格式错误',
    cure: 'POST a JSON body with `query` as `content-type: application/json`.',
    retry: false,
    httpStatus: 400,
    agencyFault: false,
  },
  {
    code: 'DOCUMENT_NOT_TRUSTED',
    meaning: 'Only documents that were registered beforehand can be asked here, and this is none of them.',
    meaningZh: '只能执行预先登记的查询',
    cure: 'Have the document registered by the operator, then send it to the letter, or its id as `documentId`.',
    retry: false,
    httpStatus: 400,
    agencyFault: false,
  },
  {
    code: 'OVERLOADED',
    meaning: 'More is being asked than can be answered now.',
    meaningZh: '系统繁忙',
    cure: 'Wait for the seconds that `Retry-After` names.',
    retry: true,
    httpStatus: 503,
    agencyFault: false,
  },
  {
    code: 'AGENCY_UNAVAILABLE',
    meaning: 'An agency does not answer.',
    meaningZh: '机构系统暂不可用',
    cure: 'Ask again later; the rest of the answer is complete.',
    retry: true,
    httpStatus: null,
    agencyFault: true,
  },
  {
    code: 'AGENCY_TIMEOUT',
    meaning: 'An agency took too long.',
    meaningZh: '机构系统响应超时',
    cure: 'Ask again, or ask for less.',
    retry: true,
    httpStatus: null,
    agencyFault: true,
  },
  {
    code: 'AGENCY_THROTTLED',
    meaning: 'An agency refuses more requests for now.',
    meaningZh: '机构系统限流',
    cure: 'Wait for the seconds in `extensions.retryAfterSeconds`.',
    retry: true,
    httpStatus: null,
    agencyFault: true,
  },
  {
    code: 'AGENCY_BAD_RESPONSE',
    meaning: 'An agency sent something that cannot be read.',
    meaningZh: '机构系统返回内容无法识别',
    cure: 'Ask again later; the agency must correct it.',
    retry: true,
    httpStatus: null,
    agencyFault: true,
  },
  {
    code: 'AGENCY_SCHEMA_DRIFT',
    meaning: 'An agency sent a value or shape that its contract does not have.',
    meaningZh: '机构系统返回内容与约定不符',
    cure: 'Report the request id; the agency or its subgraph must be brought up to date.',
    retry: false,
    httpStatus: null,
    agencyFault: true,
  },
  {
    code: 'AUDIT_UNAVAILABLE',
    meaning: 'The access record cannot be written, so nothing personal is read.',
    meaningZh: '查询留痕系统不可用',
    cure: 'Ask again later.',
    retry: true,
    httpStatus: null,
    agencyFault: false,
  },
  {
    code: 'CONFLICT',
    meaning: 'The record has changed since it was read, or the key was used for another request.',
    meaningZh: '记录已变更',
    cure: 'Read again and repeat the change.',
    retry: false,
    httpStatus: null,
    agencyFault: false,
  },
  {
    code: 'ILLEGAL_TRANSITION',
    meaning: 'The case cannot make this step from where it stands.',
    meaningZh: '当前状态不允许此操作',
    cure: 'Look at `status` and at the lifecycle of the service.',
    retry: false,
    httpStatus: null,
    agencyFault: false,
  },
  {
    code: 'INTERNAL_SERVER_ERROR',
    meaning: 'Something failed on our side.',
    meaningZh: '系统内部错误',
    cure: 'Report `extensions.requestId`.',
    retry: true,
    httpStatus: 500,
    agencyFault: false,
  },
] as const satisfies readonly ErrorCode[];

export type ErrorCodeName = (typeof errorCodes)[number]['code'];
