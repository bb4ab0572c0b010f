package program

import "xinxing/internal/office"

// MostThings bounds a lot of costumes or props.
const MostThings = 10_000

// Lot counts the things of a lot (C3): how many were bought, are out now, and did not come back.
type Lot struct{ Quantity, Lent, Missing int }

// There is how many are in the store now.
func (l Lot) There() int { return l.Quantity - l.Lent - l.Missing }

// Lend takes things out of the store. It refuses with LIMIT_EXCEEDED more than are there (C3).
func (l Lot) Lend(n int) (Lot, error) {
	switch {
	case n < 1:
		return l, office.Refuse(office.BadInput, "C3", "quantity")
	case n > l.There():
		return l, office.Refuse(office.LimitExceeded, "C3", "quantity").With("limit", l.There())
	}
	l.Lent += n
	return l, nil
}

// Loan counts what was lent at one time, what came back of it and what is missing.
type Loan struct{ Quantity, Returned, Missing int }

// Out is how many of a loan are still out.
func (l Loan) Out() int { return l.Quantity - l.Returned - l.Missing }

// Closed tells whether everything of a loan came back or is known to be missing.
func (l Loan) Closed() bool { return l.Out() == 0 }

// Return brings things back into the store, and writes down what is missing (C3): some of what is out, in as many parts as it
// takes.
func (l Lot) Return(loan Loan, back, missing int) (Lot, Loan, error) {
	switch {
	case loan.Closed():
		return l, loan, office.Refuse(office.AlreadyDone, "C3", "")
	case back < 0:
		return l, loan, office.Refuse(office.BadInput, "C3", "returned")
	case missing < 0:
		return l, loan, office.Refuse(office.BadInput, "C3", "missing")
	case back+missing == 0:
		return l, loan, office.Refuse(office.BadInput, "C3", "returned")
	case back+missing > loan.Out():
		return l, loan, office.Refuse(office.LimitExceeded, "C3", "returned").With("limit", loan.Out())
	}
	l.Lent -= back + missing
	l.Missing += missing
	loan.Returned += back
	loan.Missing += missing
	return l, loan, nil
}

// Resize sets how many were bought. It refuses fewer than are out or missing (C3).
func (l Lot) Resize(quantity int) (Lot, error) {
	switch least := max(1, l.Lent+l.Missing); {
	case quantity < least:
		return l, office.Refuse(office.BadInput, "C3", "quantity").With("least", least)
	case quantity > MostThings:
		return l, office.Refuse(office.LimitExceeded, "C3", "quantity").With("limit", MostThings)
	}
	l.Quantity = quantity
	return l, nil
}
