/**
 * The error codes of this interface. Every refusal is HTTP 200 with `<错误>`, except a wrong user name or password,
 * which the basic authentication of HTTP itself answers (401).
 */
export const wireErrors = {
  E1001: '报文不是有效的XML或字符集不是GB18030',
  E1002: '报文内容不符合接口规范',
  E1003: '单次查询超过50条',
  E1004: '不支持的操作',
  E1005: '报文过大',
  E2001: '用户名或密码错误',
  E3001: '受理号不存在',
  E3002: '当前状态不允许此操作',
  E3003: '不满足办理条件',
  E3004: '流水号已用于其他请求',
  E3005: '编号已被使用',
  E9001: '系统内部错误',
} as const;

export type WireErrorCode = keyof typeof wireErrors;

/** A request is refused. `detail` is Chinese, says what to do, and repeats nothing personal. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: WireErrorCode;

  constructor(code: WireErrorCode, detail?: string) {
    super(detail === undefined ? wireErrors[code] : `${wireErrors[code]}：${detail}`);
    this.code = code;
  }
}
