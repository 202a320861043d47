/** What is the same for every finding of a rule. The patterns and readings are domain.md's, section 8. */
export interface RuleEntry {
  readonly id: string;
  readonly label: { readonly en: string; readonly zh: string };
  /** Law and articles. */
  readonly law: string;
  /** What would explain it without anybody having done wrong. */
  readonly innocentReading: string;
}

/** Every rule, in the order of findings. `docs/findings.md` is this table. */
export const ruleTable = [
  {
    id: 'R-01',
    label: { en: 'The same matter aided twice', zh: '同一事项重复援助' },
    law: '法律援助法 arts 38, 61(1)',
    innocentReading: 'Another stage (first instance, appeal, enforcement) is a new case.',
  },
  {
    id: 'R-02',
    label: { en: 'The same claim pursued in two places', zh: '同一请求多处主张' },
    law: '民事诉讼法 art. 127; 劳动争议调解仲裁法 art. 43; 人民调解法 art. 26',
    innocentReading: 'A partial award, or another part of the claim.',
  },
  {
    id: 'R-03',
    label: { en: 'The same notarial matter at two offices', zh: '同一事项多处申请公证' },
    law: '公证法 art. 25',
    innocentReading: 'An application made again after a correction.',
  },
  {
    id: 'R-04',
    label: {
      en: 'Aid granted without ground, or on an exemption that does not fit',
      zh: '援助事由、免核查事由不符',
    },
    law: '法律援助法 arts 31, 32, 42',
    innocentReading: 'The law of the province goes further.',
  },
  {
    id: 'R-05',
    label: { en: 'The same lawyer, or the same firm, on both sides', zh: '同一律师或同所律师代理双方' },
    law: '律师法 art. 39; at the level of firms the rules of the profession',
    innocentReading: 'One withdrew before, the matters are unrelated, or a small county has one firm.',
  },
  {
    id: 'R-06',
    label: { en: 'A lawyer who also acts for the opponent', zh: '律师同时代理对方当事人其他事务' },
    law: '律师法 art. 39',
    innocentReading: 'The other mandate has ended and is unrelated.',
  },
  {
    id: 'R-07',
    label: { en: 'Two appraisals of the same matter at once', zh: '同一事项同时委托鉴定' },
    law: '司法鉴定程序通则 art. 15',
    innocentReading: 'A supplementary appraisal or a re-appraisal with grounds.',
  },
  {
    id: 'R-08',
    label: { en: 'An appraiser who took part in the matter before', zh: '鉴定人曾参与同一事项' },
    law: '司法鉴定程序通则 art. 20; 特邀调解规定 art. 16; 民事诉讼法 art. 47',
    innocentReading:
      'Two persons of one name. Consent cures only a mediator’s own recusal (特邀调解规定 art. 15), never art. 16.',
  },
  {
    id: 'R-09',
    label: { en: 'A re-appraisal by the same appraisers', zh: '原鉴定人重新鉴定' },
    law: '司法鉴定程序通则 art. 32; 北京、上海司法鉴定条例',
    innocentReading: 'No other institution could do it, and others were named.',
  },
  {
    id: 'R-10',
    label: { en: 'A notary with an interest', zh: '公证员办理与本人有利害关系的公证' },
    law: '公证法 art. 23(3)',
    innocentReading: 'Two persons of one name.',
  },
  {
    id: 'R-11',
    label: {
      en: 'A debt made enforceable without consent, or that is no payment',
      zh: '不符合赋予强制执行效力条件',
    },
    law: '公证法 arts 31(4), 37; 公证债权文书执行规定 (2018) art. 5',
    innocentReading: 'The consent stands in a document of its own.',
  },
  {
    id: 'R-12',
    label: { en: 'Help with a fee without basis', zh: '减免费用无依据' },
    law: '法律援助法 art. 53; 公证法 art. 34',
    innocentReading: 'A local rule beyond legal aid, or the body’s own hardship rule.',
  },
  {
    id: 'R-13',
    label: { en: 'No help with a fee although there is legal aid', zh: '应减免未减免费用' },
    law: '法律援助法 art. 53',
    innocentReading: 'Nobody asked, or payment was deferred.',
  },
  {
    id: 'R-14',
    label: { en: 'One agreement confirmed and made enforceable', zh: '同一协议既司法确认又赋强公证' },
    law: '民事诉讼法 art. 205; 公证法 art. 37',
    innocentReading: 'The obligations differ.',
  },
  {
    id: 'R-15',
    label: { en: 'An overdue step', zh: '超过法定期限' },
    law: 'the law of each time limit',
    innocentReading: 'A pause that nobody recorded, or a holiday that the table does not have.',
  },
  {
    id: 'R-16',
    label: { en: 'A foreign element that was not reported', zh: '涉外鉴定事项未报告' },
    law: '关于加快推进公共法律服务体系建设的意见 (2019) ¶10',
    innocentReading: 'A local rule does not ask for it.',
  },
  {
    id: 'R-17',
    label: { en: 'Events out of order or back-dated', zh: '时间顺序异常、倒签' },
    law: '公证法 arts 28, 32; 司法鉴定程序通则 arts 16, 28; 法律援助法 art. 43',
    innocentReading: 'A clock that was wrong.',
  },
  {
    id: 'R-18',
    label: { en: 'A pause that is too long, or again just before the end', zh: '暂停过长或临期反复暂停' },
    law: '公证法 art. 30; 司法鉴定程序通则 art. 28',
    innocentReading: 'There really was something to verify.',
  },
  {
    id: 'R-19',
    label: {
      en: 'A practitioner without valid licence or outside the scope',
      zh: '无有效执业资格或超出业务范围',
    },
    law: '律师法 art. 13; 公证法 art. 18; 全国人大常委会关于司法鉴定管理问题的决定 art. 9',
    innocentReading: 'The register is late, or the licence was valid at the time.',
  },
  {
    id: 'R-20',
    label: { en: 'One appraiser only', zh: '仅一名鉴定人' },
    law: '司法鉴定程序通则 art. 19',
    innocentReading: 'The second was named and not recorded.',
  },
  {
    id: 'R-21',
    label: { en: 'A grave defence by a beginner', zh: '重大刑事案件承办人执业年限不足' },
    law: '法律援助法 art. 26',
    innocentReading: 'Years of practice in another post.',
  },
  {
    id: 'R-22',
    label: { en: 'Mediated despite a refusal', zh: '当事人拒绝仍调解' },
    law: '人民调解法 art. 17',
    innocentReading: 'The party agreed later, and nobody wrote it down.',
  },
  {
    id: 'R-23',
    label: { en: 'Signs of a sham mediation', zh: '疑似虚假调解' },
    law: '特邀调解规定 art. 18; 在线调解规则 art. 23',
    innocentReading: 'Business under one framework, with one counsel that all agreed on.',
  },
  {
    id: 'R-24',
    label: { en: 'A subsidy paid twice, too early or for advice alone', zh: '重复、提前或违规发放补贴' },
    law: '法律援助法 arts 52, 61(5)',
    innocentReading: 'Payment by stages.',
  },
  {
    id: 'R-25',
    label: { en: 'Refused or ended without a reason', zh: '不予、终止援助未说明理由' },
    law: '法律援助法 arts 43, 48, 49',
    innocentReading: 'The reason is in the written decision and was not recorded.',
  },
  {
    id: 'R-26',
    label: {
      en: 'Looks without purpose or case, at sealed matters, or at very many persons',
      zh: '异常查询',
    },
    law: '个人信息保护法 arts 6, 51; 数据安全法 art. 38',
    innocentReading: 'A duty that goes through many persons, or a case that is not linked yet.',
  },
  {
    id: 'R-27',
    label: { en: 'The access log has a gap or a break', zh: '访问日志缺失或断链' },
    law: '网络安全法 art. 21(3)',
    innocentReading: 'An outage that was recorded.',
  },
  {
    id: 'R-28',
    label: { en: 'A number that does not exist or is used twice', zh: '文书编号不存在或重复' },
    law: '法律援助文书格式 (2023); the forms of each service',
    innocentReading: 'A number of an older system, or a slip of the pen.',
  },
  {
    id: 'R-29',
    label: { en: 'A broken custody chain of material', zh: '鉴定材料保管链中断' },
    law: '司法鉴定程序通则 arts 12, 22',
    innocentReading: 'A hand-over that was not recorded.',
  },
] as const satisfies readonly RuleEntry[];

export type RuleId = (typeof ruleTable)[number]['id'];
