package data

// ExampleNotice stands wherever the demo catalogue is shown to the public: nobody may take an example for the rule of
// the place.
const ExampleNotice = "演示数据：事项、材料与依据仅为示例，启用前须按当地规定核对。"

// Disclosure is what the office tells the public about itself on its board, besides the catalogue. Each text is a few
// sentences in Chinese without line breaks.
type Disclosure struct {
	Organisation string // 机构设置
	Duties       string // 职责
	Procedure    string // 办事程序, from the first question to the appraisal
	Supervision  string // 监督渠道
	Hours        string // 服务时间
}

// OfficeDisclosure gives the texts of the demo community. Its numbers are those of AllStaff, Posts and Estates, its hours
// the default ones of the calendar.
func OfficeDisclosure() Disclosure {
	return Disclosure{
		Organisation: "新星社区隶属九站街道，设社区党委、社区居民委员会和党群服务中心，共有工作人员24名，其中主任1名、副职3名。" +
			"党群服务中心设12个服务岗位，每个岗位由A、B两名专员互为备岗，A岗不在时由B岗当即办理。" +
			"辖区划分为6个网格，每个网格配1名网格员，负责走访、信息采集和上门服务。",
		Duties: "依法组织居民开展自治活动，协助街道做好民政救助、社会保障、卫生健康、退役军人、残疾人、老龄、就业、综治调解、物业环境、党群和居住登记等服务。" +
			"受理居民来访、来电、来信、网上和热线转办的事项，能当场办结的当场办结。" +
			"不属于社区职责的，说明理由并告知承办部门、地址、电话和所需材料；依照民发〔2020〕20号不应由社区出具的证明，不予出具并指引去处。",
		Procedure: "一、首问：最先接待的工作人员为首问责任人，登记诉求，一次性告知所需材料，不得推诿。" +
			"二、承诺：材料齐全的，当面或电话告知办结时限；登记类事项最长七个工作日，承诺只可更短。" +
			"三、办理：由对应岗位承办，转交须经接收人确认；确需延期的，经他人批准并告知居民后方可变更时限。" +
			"四、办结：结果当面或电话告知，可领取办结单；不予受理的，书面说明依据。" +
			"五、评价：居民可对每件事项作出评价，不满意的由社区负责人回访并限期整改。",
		Supervision: "社区监督电话：0432-20001009，工作时间由负责人接听，并登记答复。" +
			"街道督办：九站街道为民服务督查室，电话0432-20002001，受理对超期、推诿和服务态度的投诉。" +
			"意见箱设在党群服务中心大厅入口，每周一、周四开箱，署名意见五个工作日内答复。" +
			"也可拨打12345政务服务便民热线反映。监督人员为投诉人保密。",
		Hours: "周一至周五 8:30–11:30、13:30–17:00；法定节假日休息，国家规定的调休上班日照常服务。" +
			"行动不便的居民可电话预约上门。遇有险情、火情和治安案件，请先拨打110、119或120。",
	}
}
