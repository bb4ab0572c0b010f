// Package accountability holds the rules of the register of breaches (追究责任, A1–A7): its steps, who may take them, and the
// measure that the ladder proposes. It proposes from facts and never punishes by itself.
package accountability

import (
	"io"

	"xinxing/internal/office/enum"
)

// State is how far an entry of the register has come (A4).
type State string

// The closed list of State.
const (
	// Found: 已发现: the person is to be heard.
	Found State = "FOUND"
	// Heard: 已陈述: a measure is to be decided.
	Heard State = "HEARD"
	// Decided: 已决定: the measure is to be carried out.
	Decided State = "DECIDED"
	// CarriedOut: 已执行, with proof.
	CarriedOut State = "CARRIED_OUT"
	// Appealed: 申诉复核中: the next level decides.
	Appealed State = "APPEALED"
	// Closed: 已结.
	Closed State = "CLOSED"
	// Dismissed: 不予追究, for a reason.
	Dismissed State = "DISMISSED"
)

var states = []State{Found, Heard, Decided, CarriedOut, Appealed, Closed, Dismissed}

// Values lists the words for the database.
func (State) Values() []string { return enum.Strings(states) }

// MarshalGQL writes the word.
func (v State) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *State) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, states); return err }

// Measure is what follows a breach (处理), the mildest first.
type Measure string

// The closed list of Measure.
const (
	// Criticism: 批评教育 (A1, F9).
	Criticism Measure = "CRITICISM"
	// Admonition: 告诫教育 (B9).
	Admonition Measure = "ADMONITION"
	// SelfCriticism: 书面检查 (A3).
	SelfCriticism Measure = "SELF_CRITICISM"
	// PublicCriticism: 通报批评 (B9).
	PublicCriticism Measure = "PUBLIC_CRITICISM"
	// Suspension: 待岗 (A3, A7).
	Suspension Measure = "SUSPENSION"
)

var measures = []Measure{Criticism, Admonition, SelfCriticism, PublicCriticism, Suspension}

// Values lists the words for the database.
func (Measure) Values() []string { return enum.Strings(measures) }

// MarshalGQL writes the word.
func (v Measure) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Measure) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, measures)
	return err
}

// Act is a step that somebody takes on an entry of the register.
type Act string

// The closed list of Act.
const (
	// Hear: the person states, or somebody who decides writes down what the person says, or that they say nothing.
	Hear     Act = "HEAR"
	Decide   Act = "DECIDE"
	Dismiss  Act = "DISMISS"
	CarryOut Act = "CARRY_OUT"
	Close    Act = "CLOSE"
	Appeal   Act = "APPEAL"
	DecideUp Act = "DECIDE_APPEAL"
)

var acts = []Act{Hear, Decide, Dismiss, CarryOut, Close, Appeal, DecideUp}

// Values lists the words.
func (Act) Values() []string { return enum.Strings(acts) }

// MarshalGQL writes the word.
func (v Act) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Act) UnmarshalGQL(in any) (err error) { *v, err = enum.Unmarshal(in, acts); return err }

// Outcome is what the next level makes of an appeal (申诉复核).
type Outcome string

// The closed list of Outcome.
const (
	// Upheld: 维持.
	Upheld Outcome = "UPHELD"
	// Changed: 变更, never to a harder measure.
	Changed Outcome = "CHANGED"
	// Overturned: 撤销: nothing follows.
	Overturned Outcome = "OVERTURNED"
)

var outcomes = []Outcome{Upheld, Changed, Overturned}

// Values lists the words for the database.
func (Outcome) Values() []string { return enum.Strings(outcomes) }

// MarshalGQL writes the word.
func (v Outcome) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *Outcome) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, outcomes)
	return err
}

// GiftKind tells whether what is registered was taken or refused (A1).
type GiftKind string

// The closed list of GiftKind.
const (
	// GiftOffered: 被拒收: offered and not taken; there is nothing to return.
	GiftOffered GiftKind = "OFFERED"
	// GiftTaken: 收受馈赠.
	GiftTaken GiftKind = "TAKEN"
	// TreatTaken: 接受吃请.
	TreatTaken GiftKind = "TREAT"
)

var giftKinds = []GiftKind{GiftOffered, GiftTaken, TreatTaken}

// Values lists the words for the database.
func (GiftKind) Values() []string { return enum.Strings(giftKinds) }

// MarshalGQL writes the word.
func (v GiftKind) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *GiftKind) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, giftKinds)
	return err
}

// ReturnWay is how value goes back (A1).
type ReturnWay string

// The closed list of ReturnWay.
const (
	// GivenBack: 退回馈赠人.
	GivenBack ReturnWay = "GIVEN_BACK"
	// BillPaid: 付清吃请费用.
	BillPaid ReturnWay = "BILL_PAID"
	// HandedIn: 上交, where the giver cannot be found.
	HandedIn ReturnWay = "HANDED_IN"
)

var returnWays = []ReturnWay{GivenBack, BillPaid, HandedIn}

// Values lists the words for the database.
func (ReturnWay) Values() []string { return enum.Strings(returnWays) }

// MarshalGQL writes the word.
func (v ReturnWay) MarshalGQL(w io.Writer) { enum.Marshal(w, string(v)) }

// UnmarshalGQL reads the word; any other is refused.
func (v *ReturnWay) UnmarshalGQL(in any) (err error) {
	*v, err = enum.Unmarshal(in, returnWays)
	return err
}
