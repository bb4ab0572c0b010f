package reporting

import (
	"io"
	"slices"
	"time"

	"xinxing/internal/office/employment"
	"xinxing/internal/office/enum"
	"xinxing/internal/office/person"
	"xinxing/internal/office/workday"
)

// ResidentFigure is a number of residents, or of what was done with them (E7, C4, P6); DefineResident says what it means.
type ResidentFigure string

// The closed list of ResidentFigure.
const (
	FigureRegistered ResidentFigure = "REGISTERED"
	FigureAdvised    ResidentFigure = "ADVISED"
	FigureTrained    ResidentFigure = "TRAINED"
	FigureReferred   ResidentFigure = "REFERRED"
	FigurePlaced     ResidentFigure = "PLACED"
	FigureKept3      ResidentFigure = "KEPT3"
	FigureKept6      ResidentFigure = "KEPT6"

	FigureEvents           ResidentFigure = "EVENTS"
	FigureReached          ResidentFigure = "REACHED"
	FigureAttended         ResidentFigure = "ATTENDED"
	FigureVolunteerMinutes ResidentFigure = "VOLUNTEER_MINUTES"

	FigureParticipants         ResidentFigure = "PARTICIPANTS"
	FigureParticipationMinutes ResidentFigure = "PARTICIPATION_MINUTES"
	FigurePledgedWorth         ResidentFigure = "PLEDGED_WORTH"
	FigureDeliveredWorth       ResidentFigure = "DELIVERED_WORTH"
)

var residentFigures = []ResidentFigure{
	FigureRegistered, FigureAdvised, FigureTrained, FigureReferred, FigurePlaced, FigureKept3, FigureKept6, FigureEvents, FigureReached, FigureAttended,
	FigureVolunteerMinutes, FigureParticipants, FigureParticipationMinutes, FigurePledgedWorth, FigureDeliveredWorth,
}

// Values lists the words for the database.
func (ResidentFigure) Values() []string { return enum.Strings(residentFigures) }

// MarshalGQL writes the word.
func (v ResidentFigure) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ResidentFigure) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, residentFigures)
	return err
}

// ResidentUnit is that of a figure of residents.
type ResidentUnit string

// The closed list of ResidentUnit.
const (
	// UnitNumber: a whole number.
	UnitNumber ResidentUnit = "COUNT"
	// UnitMinutes: whole minutes.
	UnitMinutes ResidentUnit = "MINUTES"
	// UnitYuan: yuan, with two places.
	UnitYuan ResidentUnit = "YUAN"
)

var residentUnits = []ResidentUnit{UnitNumber, UnitMinutes, UnitYuan}

// Values lists the words for the database.
func (ResidentUnit) Values() []string { return enum.Strings(residentUnits) }

// MarshalGQL writes the word.
func (v ResidentUnit) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ResidentUnit) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, residentUnits)
	return err
}

// ResidentAttribute is what of residents tells them apart in a figure; what is on file of them when it is reckoned.
type ResidentAttribute string

// The closed list of ResidentAttribute.
const (
	BySex     ResidentAttribute = "SEX"
	ByAgeBand ResidentAttribute = "AGE_BAND"
	// BySituation: why somebody looks for work (E1); a person may be in several.
	BySituation ResidentAttribute = "SITUATION"
	// ByResidence: where the residence is registered (E1).
	ByResidence ResidentAttribute = "RESIDENCE"
)

var residentAttributes = []ResidentAttribute{BySex, ByAgeBand, BySituation, ByResidence}

// Values lists the words for the database.
func (ResidentAttribute) Values() []string { return enum.Strings(residentAttributes) }

// MarshalGQL writes the word.
func (v ResidentAttribute) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ResidentAttribute) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, residentAttributes)
	return err
}

// ResidentDefinition is what a figure of residents means.
type ResidentDefinition struct {
	Figure ResidentFigure
	Unit   ResidentUnit
	Clause string // of the mechanisms
	// People: it counts residents on file, each once, so that it can be told apart by an attribute of theirs.
	People bool
	// Name and Says are what it is called and what it means, Chinese and English.
	Name, Says [2]string
}

var residentDefinitions = []ResidentDefinition{
	{FigureRegistered, UnitNumber, "E7", true, [2]string{"求职登记人数", "Registered"},
		[2]string{"期间内登记求职的居民人数。", "Residents who came on the register of job-seekers."}},
	{FigureAdvised, UnitNumber, "E7", true, [2]string{"职业指导人数", "Advised"},
		[2]string{"期间内接受就业谈心的求职人员，每人计一次。", "Job-seekers with whom a talk was held, each once."}},
	{FigureTrained, UnitNumber, "E7", true, [2]string{"培训合格人数", "Trained"},
		[2]string{"期间内结束的培训班中合格的求职人员，每人计一次。", "Job-seekers who passed a training class that ended in the period, each once."}},
	{FigureReferred, UnitNumber, "E7", true, [2]string{"推荐人数", "Referred"},
		[2]string{"期间内被推荐到岗位的求职人员，每人计一次。", "Job-seekers who were referred to an opening, each once."}},
	{FigurePlaced, UnitNumber, "E7", true, [2]string{"录用人数", "Placed"},
		[2]string{"期间内被录用的求职人员，每人计一次。", "Job-seekers who were hired, each once."}},
	{FigureKept3, UnitNumber, "E7", true, [2]string{"三个月后仍在岗", "Employed after 3 months"},
		[2]string{"期间内三个月回访时仍在岗的求职人员，每人计一次。", "Job-seekers who had the work at the follow-up after 3 months, made in the period, each once."}},
	{FigureKept6, UnitNumber, "E7", true, [2]string{"六个月后仍在岗", "Employed after 6 months"},
		[2]string{"期间内六个月回访时仍在岗的求职人员，每人计一次。", "Job-seekers who had the work at the follow-up after 6 months, made in the period, each once."}},
	{FigureEvents, UnitNumber, "C4", false, [2]string{"活动场数", "Events"},
		[2]string{"期间内开始并已举办的活动、培训数。", "Programs that began in the period and were held."}},
	{FigureReached, UnitNumber, "C4", false, [2]string{"惠及人次", "People reached"},
		[2]string{"这些活动中到场的报名者，加现场登记的其他人数；参加几个活动计几次。", "Of those programs: enrolled people who came, and those counted beside them; once for each program."}},
	{FigureAttended, UnitNumber, "C4", true, [2]string{"到场居民人数", "Residents who came"},
		[2]string{"这些活动中报名并到场、有居民档案的人，每人计一次。", "Of those programs: enrolled people with a resident's file who came, each once."}},
	{FigureVolunteerMinutes, UnitMinutes, "C4", false, [2]string{"志愿服务时长", "Volunteers' time"},
		[2]string{"这些活动中志愿者服务的分钟数。", "Of those programs: minutes that volunteers worked."}},
	{FigureParticipants, UnitNumber, "P6", false, [2]string{"居民参与人次", "Residents taking part"},
		[2]string{"期间内参与共建项目的居民，按每次登记的人数相加。", "Residents who took part in projects, as counted each time."}},
	{FigureParticipationMinutes, UnitMinutes, "P6", false, [2]string{"居民参与时长", "Time of residents"},
		[2]string{"期间内居民参与共建项目的分钟数。", "Minutes that residents gave to projects."}},
	{FigurePledgedWorth, UnitYuan, "P6", false, [2]string{"认领价值", "Pledged"},
		[2]string{"期间内认领、未撤回的价值（元）。", "Worth of what partners pledged in the period and did not withdraw."}},
	{FigureDeliveredWorth, UnitYuan, "P6", false, [2]string{"兑现价值", "Delivered"},
		[2]string{"期间内兑现、经社区确认的价值（元）；认领后来撤回的也计。", "Worth of what was delivered in the period and confirmed by the community, also of a pledge that was withdrawn later."}},
}

// ResidentDefinitions gives all definitions of figures of residents, in the order in which they are told.
func ResidentDefinitions() []ResidentDefinition { return slices.Clone(residentDefinitions) }

// DefineResident gives what a figure of residents means.
func DefineResident(f ResidentFigure) (ResidentDefinition, bool) {
	i := slices.IndexFunc(residentDefinitions, func(d ResidentDefinition) bool { return d.Figure == f })
	if i < 0 {
		return ResidentDefinition{}, false
	}
	return residentDefinitions[i], true
}

// EmploymentActs gives the instants at which the figures of E7 count somebody; each figure once in a period, at employment.FirstIn of them.
func EmploymentActs(h employment.History) map[ResidentFigure][]time.Time {
	return map[ResidentFigure][]time.Time{
		FigureRegistered: {h.Registered}, FigureAdvised: h.Talks, FigureTrained: h.Trained, FigureReferred: h.Referred, FigurePlaced: h.Hired,
		FigureKept3: h.Kept3, FigureKept6: h.Kept6,
	}
}

// Unknown is the group of whom the file does not tell.
const Unknown = "UNKNOWN"

var ageBands = []struct {
	group string
	until int // years of age, not included
}{{"UNDER_18", 18}, {"FROM_18_TO_34", 35}, {"FROM_35_TO_44", 45}, {"FROM_45_TO_59", 60}, {"FROM_60", 200}}

// Groups are the words by which an attribute tells residents apart, in the order in which they are told.
func (v ResidentAttribute) Groups() []string {
	switch v {
	case BySex:
		return []string{string(person.Female), string(person.Male), Unknown}
	case ByAgeBand:
		var out []string
		for _, b := range ageBands {
			out = append(out, b.group)
		}
		return append(out, Unknown)
	case BySituation:
		return employment.Situation("").Values()
	case ByResidence:
		return append(employment.Residence("").Values(), Unknown)
	}
	return nil
}

// ResidentFacts is what is on file of a resident that a figure may be told apart by. A resident who never looked for work has no situation and no residence.
type ResidentFacts struct {
	Sex string
	// Born is the zero day where it is not on file.
	Born       workday.Date
	Situations []employment.Situation
	Residence  employment.Residence
}

// In gives the groups of a resident: of a situation any number, of all else exactly one. Ages are those of a day.
func (f ResidentFacts) In(v ResidentAttribute, on workday.Date) []string {
	one := func(word string) []string {
		if !slices.Contains(v.Groups(), word) {
			word = Unknown
		}
		return []string{word}
	}
	switch v {
	case BySex:
		return one(f.Sex)
	case ByAgeBand:
		if f.Born.IsZero() || f.Born.After(on) {
			return one(Unknown)
		}
		age := on.Year - f.Born.Year
		if on.Month < f.Born.Month || on.Month == f.Born.Month && on.Day < f.Born.Day {
			age--
		}
		for _, b := range ageBands {
			if age < b.until {
				return one(b.group)
			}
		}
		return one(Unknown)
	case BySituation:
		var out []string
		for _, s := range f.Situations {
			if slices.Contains(v.Groups(), string(s)) && !slices.Contains(out, string(s)) {
				out = append(out, string(s))
			}
		}
		return out
	case ByResidence:
		return one(string(f.Residence))
	}
	return nil
}

// CountedResident is a resident, and the figures of people that count the resident in a month.
type CountedResident struct {
	ResidentFacts
	Figures []ResidentFigure
}

// Cells is what may be told of a month by an attribute: the sum of each figure of people, and by group and figure the cells that are not suppressed. There
// is no number in it that may not be told.
type Cells struct {
	Totals map[ResidentFigure]int            `json:"totals"`
	Groups map[string]map[ResidentFigure]int `json:"groups"`
}

// Tell counts the residents of a month, whose last day is given, by an attribute and suppresses what would tell of fewer than Least (R).
func Tell(v ResidentAttribute, on workday.Date, residents []CountedResident) Cells {
	var people []ResidentFigure
	for _, d := range residentDefinitions {
		if d.People {
			people = append(people, d.Figure)
		}
	}
	groups := v.Groups()
	totals, cells := make([]int, len(people)), make([][]int, len(people))
	for f := range people {
		cells[f] = make([]int, len(groups))
	}
	for _, r := range residents {
		in := r.In(v, on)
		for f, figure := range people {
			if !slices.Contains(r.Figures, figure) {
				continue
			}
			totals[f]++
			for _, g := range in {
				cells[f][slices.Index(groups, g)]++
			}
		}
	}
	shown := Suppress
	if v == BySituation {
		shown = func(cells [][]int) [][]bool { return SuppressTraits(totals, cells) }
	}
	out := Cells{Totals: map[ResidentFigure]int{}, Groups: map[string]map[ResidentFigure]int{}}
	for f, row := range shown(cells) {
		out.Totals[people[f]] = totals[f]
		for g, told := range row {
			if !told {
				continue
			}
			if out.Groups[groups[g]] == nil {
				out.Groups[groups[g]] = map[ResidentFigure]int{}
			}
			out.Groups[groups[g]][people[f]] = cells[f][g]
		}
	}
	return out
}
