package data

// Partner is a unit that builds with the community. Names and numbers are made up.
type Partner struct {
	Name, Kind, Address, About string
	Offers                     []string
	AgreementNo, On, Until     string
	Contact, Title, Phone      string
}

// Partners are the units that build with the community.
func Partners() []Partner {
	return []Partner{
		{"九站建材有限公司", "COMMUNITY_ENTERPRISE", "九站大街21号", "经营水泥、砂石和路面材料，可派施工师傅。", []string{"EQUIPMENT", "VEHICLE", "LABOUR"}, "社企2025-01", "2025-03-01", "2027-02-28", "赵建材", "经理", "13904320101"},
		{"九站派出所社区警务队", "POLICE", "九站大街8号", "联防巡逻、反诈宣讲、交通疏导。", []string{"LABOUR", "EXPERTISE"}, "警民2025-02", "2025-04-10", "2027-04-09", "钱警官", "副队长", "13904320102"},
		{"松花江燃气公司", "COMMUNITY_ENTERPRISE", "江湾路3号", "燃气入户安装和安全检查。", []string{"EXPERTISE", "EQUIPMENT", "MONEY"}, "社企2025-03", "2025-05-06", "2028-05-05", "孙工", "客户主管", "13904320103"},
		{"新星小学", "SCHOOL", "新星路16号", "操场、教室周末可用；师生志愿服务。", []string{"VENUE", "LABOUR"}, "校社2025-01", "2025-03-15", "2026-07-31", "李老师", "德育主任", "13904320104"},
		{"九站社区卫生服务中心", "HOSPITAL", "九站大街12号", "义诊、健康讲座、慢病随访。", []string{"EXPERTISE", "VENUE"}, "医社2025-01", "2025-06-01", "2027-05-31", "周医生", "公卫科长", "13904320105"},
		{"前进村合作社", "VILLAGE_ENTERPRISE", "前进村村委会", "苗木、农机，农忙以外可出工。", []string{"EQUIPMENT", "VEHICLE", "LABOUR"}, "村企2025-01", "2025-04-01", "2027-03-31", "吴社长", "社长", "13904320106"},
		{"绿地物业服务公司", "COMMUNITY_ENTERPRISE", "新星小区物业楼", "保洁、维修、绿化养护。", []string{"LABOUR", "EQUIPMENT"}, "社企2025-04", "2025-07-01", "2026-06-30", "郑主管", "项目主管", "13904320107"},
		{"街道团工委青年志愿队", "PARTY", "九站街道办事处三楼", "青年志愿者，周末和节假日活动。", []string{"LABOUR"}, "党群2025-01", "2025-03-05", "2027-03-04", "冯书记", "团工委副书记", "13904320108"},
	}
}

// Resource is what can be booked; Owner is the name of a partner, "" for the community's own.
type Resource struct {
	Owner, Kind, Name, Place, Unit string
	Quantity                       int
}

// Resources are what the partners and the community share.
func Resources() []Resource {
	return []Resource{
		{"", "VENUE", "社区多功能厅", "社区一楼", "间", 1},
		{"", "EQUIPMENT", "折叠桌椅", "社区库房", "套", 40},
		{"新星小学", "VENUE", "小学操场", "新星路16号", "处", 1},
		{"前进村合作社", "VEHICLE", "小型货车", "前进村", "辆", 1},
		{"九站社区卫生服务中心", "EXPERTISE", "义诊医生组", "上门", "组", 1},
		{"绿地物业服务公司", "EQUIPMENT", "高空作业车", "物业楼", "台", 1},
	}
}

// Promised is what a partner pledges to a project, and how much of it comes; Worth in yuan.
type Promised struct {
	Partner, Kind, What, Unit string
	Quantity, Worth, Comes    int
}

// Project is a co-building project as it is told: proposed so many days ago, planned from and until days after that, taken to a stage.
type Project struct {
	Title, Kind, Origin, Place, About, Stage, Outcome string
	Proposed, From, Until                             int
	Budget, Cost                                      int
	Open, Published                                   bool
	Pledges                                           []Promised
	Tasks                                             []string
	Residents                                         []int
	Cases                                             int
}

// Projects are the community's.
func Projects() []Project {
	return []Project{
		{
			"3号楼前路面修缮", "ROAD", "CASES", "新星小区3号楼前", "路面坑洼，雨后积水，老人出行不便。", "CLOSED", "修好路面120米，积水消除，居民出行方便。", 210, 14, 60, 28000, 26350, true, true,
			[]Promised{{"九站建材有限公司", "EQUIPMENT", "水泥和砂石", "袋", 260, 9100, 260}, {"前进村合作社", "VEHICLE", "小型货车运输", "台班", 6, 2400, 6}, {"街道团工委青年志愿队", "LABOUR", "清理和搬运", "人次", 30, 3000, 34}},
			[]string{"勘查路面并公示方案", "清运旧路面", "铺设并养护", "居民验收"}, []int{18, 26, 31}, 2,
		},
		{
			"楼间空地绿化", "GREENING", "PLAN", "新星小区5、6号楼之间", "空地裸露，春季补种。", "ACCEPTED", "", 150, 10, 90, 12000, 9800, true, true,
			[]Promised{{"前进村合作社", "EQUIPMENT", "丁香和云杉苗木", "株", 180, 5400, 180}, {"新星小学", "LABOUR", "师生义务植树", "人次", 60, 3000, 55}},
			[]string{"划定种植区", "植树", "挂养护牌"}, []int{62, 40}, 0,
		},
		{
			"老楼燃气入户安装", "GAS", "CASES", "新星小区1、2号楼", "96户未通燃气，分批安装。", "UNDER_WAY", "", 80, 20, 160, 180000, 64000, true, true,
			[]Promised{{"松花江燃气公司", "EXPERTISE", "入户安装", "户", 96, 86400, 41}, {"松花江燃气公司", "MONEY", "困难户减免", "元", 20000, 0, 8000}},
			[]string{"逐户登记意愿", "立管施工", "入户安装与通气", "安全用气宣讲"}, []int{35, 22}, 3,
		},
		{
			"物业管理提升", "ESTATE", "CASES", "新星小区", "楼道堆物、照明损坏，与物业一起整治。", "AGREED", "", 25, 15, 75, 6000, 0, true, true,
			[]Promised{{"绿地物业服务公司", "LABOUR", "楼道清理", "人次", 40, 4000, 0}}, []string{"清点损坏照明", "楼道清理排期"}, nil, 1,
		},
		{
			"反诈宣传角", "OTHER", "PLAN", "社区大厅", "在大厅设反诈宣传角，每周讲一次。", "PROPOSED", "", 6, 10, 40, 2000, 0, true, false,
			[]Promised{{"九站派出所社区警务队", "EXPERTISE", "反诈宣讲", "场", 8, 800, 0}}, nil, nil, 0,
		},
		{
			"屋顶菜园", "GREENING", "PLAN", "社区楼顶", "在社区楼顶试种蔬菜。", "DROPPED", "", 120, 30, 90, 5000, 0, false, false, nil, nil, nil, 0,
		},
	}
}
