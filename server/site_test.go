package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"xinxing/ent"
	"xinxing/ent/casefile"
	"xinxing/internal/files"
	"xinxing/internal/office/casework"
	"xinxing/internal/service"
	"xinxing/internal/service/servicetest"
)

// journal keeps what the program logs.
type journal struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.b.String()
}

// house is a small office with its site on the web.
type house struct {
	*servicetest.Office
	t    testing.TB
	site *site
	srv  *httptest.Server
	log  *journal
}

// remote is a site that another process serves.
func remote(t testing.TB, o *servicetest.Office, address string) *house {
	h := &house{Office: o, t: t, srv: httptest.NewUnstartedServer(nil)}
	h.srv.Start() // for its client alone
	t.Cleanup(h.srv.Close)
	h.srv.URL = address
	return h
}

// both runs a test on each database, on a site of its own.
func both(t *testing.T, test func(t *testing.T, h *house)) {
	t.Helper()
	servicetest.Both(t, func(t *testing.T, o *servicetest.Office) { test(t, serve(t, o)) })
}

// serve puts an office on the web.
func serve(t testing.TB, o *servicetest.Office) *house { return serveWith(t, o, false, nil) }

// serveWith is serve behind TLS, or with a site that was changed before its first request.
func serveWith(t testing.TB, o *servicetest.Office, tls bool, change func(*site)) *house {
	t.Helper()
	h := &house{Office: o, t: t, log: &journal{}}
	log := slog.New(slog.NewJSONHandler(h.log, nil))
	o.Desk.Log = log
	h.site = newSite(o.Desk, tls, log)
	if change != nil {
		change(h.site)
	}
	h.srv = httptest.NewUnstartedServer(h.site.handler())
	h.srv.Config.ErrorLog = slog.NewLogLogger(slog.NewJSONHandler(h.log, nil), slog.LevelError)
	if tls {
		h.srv.StartTLS()
	} else {
		h.srv.Start()
	}
	t.Cleanup(h.stop)
	return h
}

// stop ends the site as the program does: first the sockets, then the requests.
func (h *house) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := h.site.sockets.Shutdown(ctx); err != nil {
		h.t.Errorf("sockets: %v", err)
	}
	h.srv.Close()
}

// person is somebody at a browser: the public until they sign in.
type person struct {
	h      *house
	t      testing.TB
	login  string
	cookie *http.Cookie
	// at is where they ask; /graphql where it is "".
	at string
}

// public is somebody who is not signed in.
func (h *house) public() *person { return &person{h: h, t: h.t} }

// as is a member of staff who has signed in over HTTP.
func (h *house) as(login string) *person {
	h.t.Helper()
	p := h.public()
	a := p.signIn(login, servicetest.Password)
	if len(a.Errors) > 0 || p.cookie == nil {
		h.t.Fatalf("%s cannot sign in: %s", login, a.body)
	}
	p.login = login
	return p
}

const signIn = `mutation($login: String!, $password: String!) {
	signIn(input: {login: $login, password: $password}) { viewer { staff { id name } roles } }
}`

func (p *person) signIn(login, password string) *reply {
	p.t.Helper()
	return p.ask(signIn, vars{"login": login, "password": password})
}

type vars = map[string]any

// reply is what came back.
type reply struct {
	t      testing.TB
	status int
	header http.Header
	body   []byte
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions map[string]any
	}
}

// request makes a request of the person's, with their cookie.
func (p *person) request(method, path, body string) *http.Request {
	p.t.Helper()
	r, err := http.NewRequestWithContext(p.t.(interface{ Context() context.Context }).Context(), method, p.h.srv.URL+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if p.cookie != nil {
		r.AddCookie(&http.Cookie{Name: p.cookie.Name, Value: p.cookie.Value})
	}
	return r
}

// send sends a request and keeps the cookie that comes back.
func (p *person) send(r *http.Request) *reply {
	p.t.Helper()
	a, err := p.try(r)
	if err != nil {
		p.t.Fatal(err)
	}
	return a
}

func (p *person) try(r *http.Request) (*reply, error) {
	resp, err := p.h.srv.Client().Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	a := &reply{t: p.t, status: resp.StatusCode, header: resp.Header}
	if a.body, err = io.ReadAll(resp.Body); err != nil {
		return nil, err
	}
	for _, c := range resp.Cookies() {
		p.cookie = c
		if c.MaxAge < 0 {
			p.cookie = nil
		}
	}
	if strings.Contains(resp.Header.Get("Content-Type"), "json") {
		if err := json.Unmarshal(a.body, a); err != nil {
			return nil, fmt.Errorf("%w: %s", err, a.body)
		}
	}
	return a, nil
}

// ask sends an operation by POST.
func (p *person) ask(query string, v vars) *reply {
	p.t.Helper()
	return p.send(p.post(query, v))
}

func (p *person) post(query string, v vars) *http.Request {
	p.t.Helper()
	b, err := json.Marshal(map[string]any{"query": query, "variables": v})
	if err != nil {
		p.t.Fatal(err)
	}
	at := "/graphql"
	if p.at != "" {
		at = p.at
	}
	return p.request(http.MethodPost, at, string(b))
}

// raw sends a body as it stands.
func (p *person) raw(body string) *reply {
	p.t.Helper()
	return p.send(p.request(http.MethodPost, "/graphql", body))
}

// get sends a query by GET.
func (p *person) get(query string, v vars) *reply {
	p.t.Helper()
	q := url.Values{"query": {query}}
	if v != nil {
		b, err := json.Marshal(v)
		if err != nil {
			p.t.Fatal(err)
		}
		q.Set("variables", string(b))
	}
	return p.send(p.request(http.MethodGet, "/graphql?"+q.Encode(), ""))
}

// must is ask where no error may come.
func (p *person) must(query string, v vars) *reply {
	p.t.Helper()
	a := p.ask(query, v)
	if len(a.Errors) > 0 || a.status != http.StatusOK {
		p.t.Fatalf("%s: %d %s", query, a.status, a.body)
	}
	return a
}

// at finds a value in the data: names and places between dots; nil where there is none.
func (a *reply) at(path string) any {
	var v any = a.Data
	for _, step := range strings.Split(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	return v
}

func (a *reply) text(path string) string {
	a.t.Helper()
	s, ok := a.at(path).(string)
	if !ok {
		a.t.Fatalf("no text at %s: %s", path, a.body)
	}
	return s
}

func (a *reply) number(path string) int {
	a.t.Helper()
	n, ok := a.at(path).(float64)
	if !ok {
		a.t.Fatalf("no number at %s: %s", path, a.body)
	}
	return int(n)
}

func (a *reply) list(path string) []any {
	a.t.Helper()
	l, ok := a.at(path).([]any)
	if !ok {
		a.t.Fatalf("no list at %s: %s", path, a.body)
	}
	return l
}

// code is that of the first error, "" where there is none.
func (a *reply) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	c, _ := a.Errors[0].Extensions["code"].(string)
	return c
}

// ext is an extension of the first error.
func (a *reply) ext(name string) any {
	if len(a.Errors) == 0 {
		return nil
	}
	return a.Errors[0].Extensions[name]
}

// wantCode fails the test where the first error has another code.
func (a *reply) wantCode(code string) *reply {
	a.t.Helper()
	if a.code() != code {
		a.t.Fatalf("got code %q, want %q: %d %s", a.code(), code, a.status, a.body)
	}
	return a
}

// The acts of a case, as people do them.
const (
	openCase  = `mutation($input: OpenCaseInput!) { openCase(input: $input) { clientMutationId case { id receiptNo version status dueAt } } }`
	promise   = `mutation($input: PromiseCaseInput!) { promiseCase(input: $input) { case { id version status dueAt } } }`
	offer     = `mutation($input: OfferHandOverInput!) { offerHandOver(input: $input) { case { id version } } }`
	report    = `mutation($input: ReportCaseInput!) { reportCase(input: $input) { case { id version } } }`
	extend    = `mutation($input: RequestExtensionInput!) { requestExtension(input: $input) { case { id version } } }`
	breached  = `mutation($input: ReportBreachInput!) { reportBreach(input: $input) { breach { id } } }`
	register  = `mutation($input: RegisterResidentInput!) { registerResident(input: $input) { existed resident { id } } }`
	shown     = `mutation($input: RevealContactInput!) { revealContact(input: $input) { value } }`
	reveal    = `mutation($input: RevealResidentInput!) { revealResident(input: $input) { value } }`
	hasLeft   = `mutation($input: SetLeftInput!) { setLeft(input: $input) { movedCases staff { id duty } } }`
	resolve   = `mutation($input: ResolveOnSpotInput!) { resolveOnSpot(input: $input) { case { id version status } } }`
	gifted    = `mutation($input: RegisterGiftInput!) { registerGift(input: $input) { gift { id } } }`
	complete  = `mutation($input: CompleteCaseInput!) { completeCase(input: $input) { case { id version status } } }`
	request   = `mutation($input: RequestMaterialsInput!) { requestMaterials(input: $input) { case { id version status } } }`
	receive   = `mutation($input: ReceiveMaterialsInput!) { receiveMaterials(input: $input) { case { id version status } } }`
	some      = `mutation($input: ReceiveSomeInput!) { receiveSome(input: $input) { case { id version status } } }`
	again     = `mutation($input: NoticeAgainInput!) { noticeAgain(input: $input) { case { id version status } } }`
	withdraw  = `mutation($input: WithdrawInput!) { withdrawCase(input: $input) { case { id version status } } }`
	take      = `mutation($input: TakePiecesInput!) { takePieces(input: $input) { case { id version pieces { id } } } }`
	giveBack  = `mutation($input: ReturnPieceInput!) { returnPiece(input: $input) { case { id version } } }`
	lost      = `mutation($input: ReportPieceInput!) { reportPiece(input: $input) { case { id version } } }`
	pay       = `mutation($input: ChargeInput!) { charge(input: $input) { case { id version charged } } }`
	printIt   = `mutation($input: PrintPaperInput!) { printPaper(input: $input) { paper { id } } }`
	askAway   = `mutation($input: AskAbsenceInput!) { askAbsence(input: $input) { absence { id } } }`
	printList = `mutation($input: PrintHandOverListInput!) { printHandOverList(input: $input) { paper { id } } }`
	check     = `mutation($input: CheckInput!) { checkMatter(input: $input) { case { id version status } } }`
	putRight  = `mutation($input: PutRightInput!) { putRight(input: $input) { case { id version status } } }`
	answered  = `mutation($input: AnswerInput!) { answerMatter(input: $input) { case { id version status } } }`
	callBack  = `mutation($input: CallBackInput!) { callBackMatter(input: $input) { case { id version status } } }`
)

// served is a case of a resident with everything beside it that a service leaves behind: a notice, a piece that went back,
// a charge, a file, a printing; finished, and rated badly by its link.
func (h *house) served(login string) matter {
	h.t.Helper()
	var err error
	if h.Desk.Files, err = files.Open("file://" + h.t.TempDir()); err != nil {
		h.t.Fatal(err)
	}
	p := h.as(login)
	m := p.opens(vars{"residentId": h.Resident.ID, "anonymous": false, "itemId": h.Items["DJ-01"].ID})
	p.acts(&m, request, vars{"missing": []string{"居民身份证", "户口簿"}, "toldWay": "IN_PERSON"})
	p.acts(&m, some, vars{"received": []string{"居民身份证"}})
	p.acts(&m, receive, vars{"workingDays": 5, "toldWay": "IN_PERSON"})
	a := p.acts(&m, take, vars{"pieces": []vars{{"name": "户口簿", "place": "1号柜"}}})
	p.acts(&m, pay, vars{"amount": "6.00", "billNo": "No.7"})
	p.must(printIt, vars{"input": vars{"caseId": m.ID, "kind": "INTAKE", "clientMutationId": h.ID()}})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 30)), nil); err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.Desk.Attach(h.As(login), m.ID, h.ID(), "户口簿.jpg", &b); err != nil {
		h.t.Fatal(err)
	}
	p.acts(&m, giveBack, vars{"pieceId": a.text("takePieces.case.pieces.0.id"), "signedBy": "王小明"})
	p.acts(&m, complete, vars{"outcome": "已登记"})
	link := strings.Split(p.must(`query($id: ID) { case(id: $id) { publicPath } }`, vars{"id": m.ID}).text("case.publicPath"), "/")
	if _, err := h.Desk.Rate(h.Context(), service.RateInput{
		ReceiptNo: link[2], Token: link[3], Level: casework.VeryDissatisfied, Comment: "等了很久", Tags: []casework.RatingTag{casework.TagSlow},
	}); err != nil {
		h.t.Fatal(err)
	}
	return m
}

// complained opens a matter about somebody and gives its key.
func (h *house) complained(about string) string {
	h.t.Helper()
	done, err := h.Desk.Complain(h.Context(), service.ComplainInput{
		Community: h.Community, Topic: casework.TopicConduct, Text: "态度不好", Person: about, Contact: "13912340000", From: h.ID(), Repeat: h.ID(),
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return h.Desk.Store.Read().CaseFile.Query().
		Where(casefile.ReceiptNo(done.ReceiptNo), casefile.MatterEQ(casework.MatterComplaint)).Order(ent.Desc(casefile.FieldID)).FirstIDX(h.System())
}

// matter is a case as an act gave it back.
type matter struct {
	ID, Receipt string
	Version     int
}

func (p *person) contact(more vars) vars {
	in := vars{"channel": "PHONE", "situation": "居民来电", "demand": "楼道灯不亮", "clientMutationId": servicetest.ID(), "anonymous": true}
	for k, v := range more {
		in[k] = v
	}
	return in
}

// opens opens a case.
func (p *person) opens(more vars) matter {
	p.t.Helper()
	a := p.must(openCase, vars{"input": p.contact(more)})
	return matter{a.text("openCase.case.id"), a.text("openCase.case.receiptNo"), a.number("openCase.case.version")}
}

// acts does one act on a case and takes over its new version.
func (p *person) acts(m *matter, act string, more vars) *reply {
	p.t.Helper()
	in := vars{"caseId": m.ID, "version": m.Version, "clientMutationId": servicetest.ID()}
	for k, v := range more {
		in[k] = v
	}
	a := p.must(act, vars{"input": in})
	for _, payload := range a.Data {
		if c, ok := payload.(map[string]any)["case"].(map[string]any); ok {
			if v, ok := c["version"].(float64); ok {
				m.Version = int(v)
			}
		}
	}
	return a
}
