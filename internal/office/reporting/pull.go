package reporting

import "time"

// The bounds of large pulls (R).
const (
	// PullKept is how long the file of a pull can be fetched.
	PullKept = 7 * 24 * time.Hour
	// PullRows is the most rows of one.
	PullRows = 200_000
	// PullsWaiting is the most that wait for one asker, PullsStored the most whose file is kept for one.
	PullsWaiting = 5
	PullsStored  = 50
	// PullTries is how often one is begun that did not come to its end.
	PullTries = 5
)

// The names of the columns of a pull that are no figures, Chinese and English.
var (
	ColumnFrom       = [2]string{"期间起", "From"}
	ColumnUntil      = [2]string{"期间止", "Until"}
	dimensionColumns = map[Dimension][2][2]string{
		ByCommunity: {{"社区编号", "Community key"}, {"社区", "Community"}},
		ByItem:      {{"事项编码", "Item code"}, {"事项", "Item"}},
		ByPost:      {{"岗位编号", "Post key"}, {"岗位", "Post"}},
		ByStaff:     {{"人员编号", "Staff key"}, {"人员", "Staff"}},
		ByChannel:   {{"渠道代码", "Channel code"}, {"渠道", "Channel"}},
		ByKind:      {{"类型代码", "Kind code"}, {"类型", "Kind"}},
	}
)

// Columns are the names of a dimension's key and of what the key is called, Chinese and English.
func (d Dimension) Columns() (key, name [2]string) {
	return dimensionColumns[d][0], dimensionColumns[d][1]
}

// In gives the one of two names, Chinese and English, that is of the language.
func (v PullLanguage) In(names [2]string) string {
	if v == PullEnglish {
		return names[1]
	}
	return names[0]
}
