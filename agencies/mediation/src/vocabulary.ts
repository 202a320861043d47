/**
 * The words of the register. It has no codes: what the paper form prints is what the system stores and sends, and a
 * word that is not in its list is refused.
 */

/** 调解组织种类 (人民调解法第八条、第三十四条; 特邀调解规定; 商事调解条例). */
export const organKinds = [
  '村(居)委会',
  '乡镇街道',
  '企事业单位',
  '行业性专业性',
  '法院特邀',
  '律师调解',
  '商事',
  '行政调解',
  '劳动争议调解',
] as const;

/** 案件来源. 委派 comes before the court files the suit, 委托 after. */
export const sources = [
  '当事人申请',
  '调委会主动',
  '委派',
  '委托',
  '公安移送',
  '信访移送',
  '检察院',
  '12348热线',
  '法律援助',
  '其他',
] as const;

/** 纠纷类型, as the ministry's statistics divide them. */
export const disputeTypes = [
  '婚姻家庭',
  '邻里',
  '房屋宅基地',
  '合同',
  '生产经营',
  '损害赔偿',
  '山林土地',
  '征地拆迁',
  '劳动',
  '道路交通',
  '医疗',
  '物业',
  '消费',
  '环境',
  '村务',
  '互联网',
  '其他',
] as const;

/** 证件种类. */
export const documentTypes = [
  '居民身份证',
  '港澳台居民居住证',
  '外国人永久居留身份证',
  '外国人永久居留证(旧)',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '护照',
  '军官证/士兵证',
  '无证件',
] as const;

/** 当事人身份. */
export const partyRoles = [
  '申请人',
  '被申请人',
  '对方当事人',
  '受援人',
  '犯罪嫌疑人',
  '被害人',
  '被鉴定人',
  '委托人',
  '近亲属',
  '债权人',
  '债务人',
  '保证人',
  '遗嘱人',
  '利害关系人',
] as const;

/** 立场. */
export const sides = ['甲方', '乙方', '中立'] as const;

/** 调解方式. */
export const sessionModes = ['现场', '视频'] as const;

/** 协议形式 (人民调解法第二十八条). */
export const agreementForms = ['书面', '口头'] as const;

/** 保密标记. */
export const secrecyMarks = [
  '商业秘密',
  '个人隐私',
  '未成年人',
  '封存',
  '遗嘱保密',
  '地址保密',
  '不公开调解',
] as const;

/** 司法确认结果 (民诉法解释第三百五十五条、第三百五十八条). */
export const confirmationResults = ['裁定有效', '裁定驳回', '不予受理', '撤回申请'] as const;

/** 办理角色: who did a step, never a name. */
export const actorRoles = [
  '申请人',
  '被申请人',
  '双方当事人',
  '受援人',
  '债权人',
  '利害关系人',
  '来电人',
  '呼叫中心',
  '值班律师',
  '承办律师',
  '登记员',
  '审查人',
  '调解组织负责人',
  '公证员',
  '审批人',
  '鉴定人',
  '调解员',
  '委托人',
  '法院',
  '办案机关',
  '司法行政部门',
  '系统',
] as const;

/** 期限名称: the term of people's mediation, and that of a court's invited mediation. */
export const clocks = ['人民调解期限', '特邀调解期限'] as const;

/** 预警等级. */
export const warningLevels = ['一般', '较大', '重大'] as const;

/** A step that belongs to a neighbour of the mediation. */
export const neighbourServices = ['司法确认', '执行'] as const;

export type OrganKind = (typeof organKinds)[number];
export type Source = (typeof sources)[number];
export type DisputeType = (typeof disputeTypes)[number];
export type DocumentType = (typeof documentTypes)[number];
export type PartyRole = (typeof partyRoles)[number];
export type Side = (typeof sides)[number];
export type SessionMode = (typeof sessionModes)[number];
export type AgreementForm = (typeof agreementForms)[number];
export type SecrecyMark = (typeof secrecyMarks)[number];
export type ConfirmationResult = (typeof confirmationResults)[number];
export type ActorRole = (typeof actorRoles)[number];
export type Clock = (typeof clocks)[number];
export type WarningLevel = (typeof warningLevels)[number];
export type NeighbourService = (typeof neighbourServices)[number];
