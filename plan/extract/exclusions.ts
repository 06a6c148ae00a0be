import type { DraftLeftOut } from './draft.js';
import type { Quantity } from './quantities.js';

type Why = DraftLeftOut['why'];

/** What stands around a number in its sentence. */
export interface Around {
  /** The sentence before the number. */
  before: string;
  /** Words from the last number or stop to this number. */
  lead: string;
  /** Words from this number to the next stop. */
  tail: string;
  /** What the number is said to measure, or ''. */
  name: string;
  known: boolean;
  /** The name stands before the number. */
  ahead: boolean;
}

const BUDGET =
  /总投入|估算|资金|补助|补贴|奖补|奖励(?!数|项)|资助|贴息|拨款|投资|经费|预算|总造价|注册资本|支持$|给予|每年安排|安排|风险补偿|赔付|贷款贴息|最高|担保|融资$|募集|授信/u;
const MEASURED_MONEY =
  /财政科技拨款|(?:额|产值|增加值|收入|支出|投入|利润|税收|总量|GDP|规模|余额|产出|效益|营收|销售|消费|价值)$|成交|合同|R&D|研发|研究与试验/iu;
const POLICIES = /政策|文件|办法|意见|措施|条例|细则|制度|方案|规划|通知|法规|改革(?:事项|任务|举措)?$|规定|清单/u;
const THINGS =
  '部门|单位|方面|领域|环节|问题|阶段|步|层次|层面|特点|原则|任务|行动|要素|体系|机制|方向|课题组|工作组|小组|类别|模块|维度|主线|途径|路径|抓手|重点|短板|关系|高地|中心城区|市场|资源|走廊|片区|板块|组团|功能区|城区|乡镇|街道|村|社区|县|市|(?<!高新|开发|园|示范|经开|集聚|功能|保税|试验|先行)区|省份|国家|地区|成员|党|专栏|附件|批次|年度|季度|世纪|站位|目标|关口|责任|突破|倍增|翻番|小时|步骤';
const COUNTED = new RegExp(
  `^(?:部门|单位|地市|成员单位|国家和地区|板块|乡镇|街道|责任单位|任务|(?:市|县|省)级部门|(?:主要|约束性|预期性)?指标)|(?:${THINGS})$`,
  'u',
);
/** What is listed in words even where its number stands behind it. */
const LISTED = /(?:部门|单位|方面|领域|环节|问题|任务|行动|小组|体系|方向|原则|专栏|附件|成员|县|市|乡镇|街道)$/u;
const RESEARCH = /\d?类新药|首仿药|临床|技术路线|靶点/u;
const OTHER_AIMS = /以(?:上|下)的?(?:企业|项目)?(?:给予|奖励)/u;
const ANNOUNCES = /(?:出台|印发|制定|发布|颁布|修订|实施了?)(?:了|实施)?$/u;
const STRONG =
  /(?:新增|新建|建成|建有|拥有|获批|获得|达到?|引进|引育|培育|认定|增至|增加到|累计|打造|形成|突破|创建|设立|实现|备案|组建|每年[^,]{0,12})(?:了|各类|国家级|省级|市级|共|以上)*$/u;

/** What a product or a process is to achieve, which is no indicator of a plan. */
const TECHNICAL =
  /良品率|良率|转换效率|衰减|纯度|含量(?!产业)|伸长率|寿命|灵敏度|分辨率|能量密度|微管|耗量|精度|准确率|误差|单位成本|成材率|识别率|带宽|功率|像素|每秒|存储容量|误报率|漏报率|充电效率|续航|扭矩|推力|转速|波长|厚度|直径|口径|重量|温度|湿度|(?<!下行)压力|耐压|时延|延时|吞吐|并发|吨级|千瓦级|兆瓦级|公里级|光效|能效比|检出率|治愈率|有效率|回收率|去除率|脱除率/u;
/** What a field yields and takes, which no plan of science and technology counts. */
const FARMING = /亩产|亩均(?!税|增加值|效益|产值|产出|营业|营收|投资|研发|R&D)|每亩|单产|节本|增收|增产|化肥|农药|肥料|出苗率|存活率|成活率|死淘率|料肉比/u;
/** A condition or a rate of a policy: 给予20%补贴, 单户不超过20万元. */
const TERMS = /税率|加计扣除|贴息|利率|基点|给予|补贴|补助|资助|单价|单户|单个|单项|每户|每次|每人|每家|每项目|排名后|首席专家|专班|类人才/u;
/** Words of web pages, of meetings and of offices, whose numbers measure nothing of the plan. */
const NOISE =
  /世界500强|阅读|点击|浏览|访问量|字体|精选|范文|总结|下载|例会|会议|联席会|调度会|内设机构|科室|清单|主任|组长|谋划|储备项目|会期|印发?(?:共)?$|印数|份数|邮编|电话|热线|工作日/u;

export const isTechnical = (words: string): boolean => TECHNICAL.test(words) || FARMING.test(words);

/** Why a number with a unit is no indicator figure, or null where it may be one (design: reading conventions). */
export function whyNone(quantity: Quantity, { before, lead, tail, name, known, ahead }: Around): Why | null {
  const { unit, chinese, foreign } = quantity;
  if (foreign !== null)
    return /公斤|千克|毫|微|纳|厘|斤|克|℃|摄氏|伏|瓦|赫|帕|马力|像素/u.test(foreign)
      ? 'research'
      : /亩|公顷|平方|立方|公里|米/u.test(foreign)
        ? 'area'
        : /年|月|天|小时|届|周|工作日/u.test(foreign)
          ? 'date'
          : /条|章|款|号|页/u.test(foreign)
            ? 'clause'
            : 'count';
  if (!known && (TECHNICAL.test(name + lead) || (FARMING.test(name + lead) && !/[家个项名人]$/u.test(unit)))) return 'research';
  // 产能达10万台的生产线: what a plant turns out.
  if (!known && /^[台套辆件只]/u.test(unit.replace(/^[百千万亿]+/u, '')) && /(?:产能|年产)(?:达到?|为|约)?$/u.test(lead)) return 'research';
  if (!known && TERMS.test(lead + name)) return unit.endsWith('元') ? 'budget' : 'policy';
  if (unit.endsWith('元')) return whyNoAmount(lead, tail, name, known);
  if (unit === '%')
    return /补贴|补助|奖励|资助|比例给予|最高|利率|贴息|出资|持股|税率|税前|扣除|权重|绩效|考核结果|得分|按/u.test(lead + name) ||
      OTHER_AIMS.test(tail) ||
      /^的?(?:比例|标准|额度)(?:给予|予以|进行)/u.test(tail)
      ? 'budget'
      : null;
  if (unit === '倍' || unit === '番' || unit === '个百分点') return null;
  if (RESEARCH.test(tail)) return 'research';
  const sized = /[百千万]亿级/u.test(name);
  if (known) return chinese && quantity.value <= 1 && !STRONG.test(lead) && !sized ? 'policy' : null;
  if (NOISE.test(lead + name) || tail.includes('世界500强') || /(?:清单|事项|任务)[^,;]{0,4},?共?$/u.test(before)) return 'other';
  if (/^(?:如期|按期|超额)/u.test(tail)) return 'count';
  if (/^[^,;、]{1,14}中(?:的)?(?:综合)?(?:排|位|居|名|第)/u.test(tail) || /^的?(?:国家|地区)(?:的|和|$)/u.test(tail)) return 'count';
  if (/^(?:.{0,12}(?:考核|评比|评价|参评)中|行政村|乡镇|街道|村(?!级)|社区|学校|工作日|环节|窗口)/u.test(tail)) return 'count';
  if (
    /(?:与|和|同|联合|携手|对接|依托)[^,;]{2,70}等$/u.test(lead) ||
    (/^(?:[\u4e00-\u9fa5]{0,6}高校|院校|大学(?!生|毕业))/u.test(tail) && /(?:与|同|联合|携手|对接)/u.test(before.slice(-24)))
  )
    return 'count';
  if (chinese && ahead && (unit === '所' || unit === '次')) return 'name';
  if (POLICIES.test(name) || /^(?:废止|修订|清理|梳理)/u.test(name) || ANNOUNCES.test(lead)) return 'policy';
  if (/^[的]?(?:强|大(?!学|型|中|专|数)|届|届次|版)/u.test(tail)) return 'name';
  // 企业七十一家 counts; 三大产业 and 五支队伍 speak of a list.
  if (chinese && ((ahead && quantity.value > 1) || sized)) return COUNTED.test(name) ? 'count' : null;
  if (chinese)
    return /国家|省|市级|企业|实验室|中心|平台|团队|园|孵化|高新|集群/u.test(name) && STRONG.test(lead) && !COUNTED.test(name) && quantity.value > 1
      ? null
      : 'count';
  if (name === '') return 'other';
  return (ahead ? LISTED : COUNTED).test(name) ? 'count' : null;
}

function whyNoAmount(lead: string, tail: string, name: string, known: boolean): Why | null {
  if (known) return null;
  if (/^的?.{0,8}(?:基金|母基金|资金池|保证金)/u.test(tail)) return 'budget';
  if (/^的?(?:资金|补助|奖励|支持|项目|投资|经费|企业|奖补|补贴|财政|专项)/u.test(tail)) return 'budget';
  if (
    /(?:给予|奖励|补助|资助|最高|投资|总投资|估算投资|投入|注入|出资|安排|总盘子控制在|设立(?:总?规模)?)$/u.test(
      lead.replace(/(?:达到?|为|超过|约|近|共)+$/u, ''),
    )
  )
    return 'budget';
  if (MEASURED_MONEY.test(name) && !/补助|补贴|奖|(?<!财政科技)拨款|总投资|总投入|估算|单户|单个|单项|每户|每人|单价|中央财政|支持/u.test(name)) return null;
  return BUDGET.test(name) || name === '' ? 'budget' : null;
}
