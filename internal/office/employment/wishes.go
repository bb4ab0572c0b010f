package employment

// Wishes are what a job-seeker wants of work (择业意向, E1). The zero value of each wishes nothing.
type Wishes struct {
	// Titles are kinds of work in the person's words, e.g. 家政 or 保安.
	Titles  []string `json:"titles,omitempty"`
	Sectors []Sector `json:"sectors,omitempty"`
	Places  []string `json:"places,omitempty"`
	Hours   []Hours  `json:"hours,omitempty"`
	// PayFen is the least pay a month.
	PayFen int `json:"payFen,omitempty"`
}

// Reason is one line of why an opening fits, or does not (E4); the points of all lines add up to the score.
type Reason struct {
	// Word is the skill, place or obstacle that it is about.
	Code   ReasonCode `json:"code"`
	Word   string     `json:"word,omitempty"`
	Points int        `json:"points"`
}
