package demo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"slices"

	"golang.org/x/image/vector"

	"xinxing/internal/demo/data"
	"xinxing/internal/paper"
	"xinxing/internal/service"
)

// publish puts portraits and blank forms on the public board (Q5, B3). Nobody is photographed: the faces are drawn. Grid
// workers and the mediator have none yet, as in many an office.
func (w *world) publish() error {
	if w.d.Files == nil {
		return nil
	}
	director := w.as(w.logins[w.first(data.Director)].ID)
	send := func(in service.PublishFileInput, content io.Reader) error {
		in.ClientMutationID = w.key()
		if _, err := w.d.PublishFile(director, in, "x", content); err != nil {
			return fmt.Errorf("publish for %s%s: %w", in.StaffID, in.ItemID, err)
		}
		return nil
	}
	for n, s := range data.AllStaff() {
		if s.Role != data.Director && s.Role != data.Leader && s.Role != data.Clerk || s.Login == "ouyangtao" {
			continue
		}
		var b bytes.Buffer
		if err := png.Encode(&b, face(n, slices.Contains(longHaired, s.Login))); err != nil {
			return err
		}
		if err := send(service.PublishFileInput{StaffID: w.logins[s.Login].ID}, &b); err != nil {
			return err
		}
	}
	office, err := w.d.Office(w.ctx, w.community)
	if err != nil {
		return err
	}
	for _, f := range blankForms {
		for _, i := range office.Items {
			if i.Code != f.item {
				continue
			}
			var b bytes.Buffer
			if err := f.document().PDF(&b); err != nil {
				return err
			}
			if err := send(service.PublishFileInput{ItemID: i.ID, Title: f.title}, &b); err != nil {
				return err
			}
		}
	}
	return nil
}

// A blankForm is a paper with nothing filled in; a wide field is marked by "*" before it.
type blankForm struct {
	item, title string
	fields      []string
	says        string
	signed      []string
}

var blankForms = []blankForm{
	{
		"JY-01", "失业登记表",
		[]string{"姓名", "性别", "公民身份号码", "联系电话", "文化程度", "职业技能等级", "*户籍地址", "*现居住地址", "原工作单位", "失业时间", "*失业原因", "求职意向", "培训意向"},
		"本人承诺以上内容属实，已处于失业状态并有就业要求；就业后及时告知社区。", []string{"申请人签名", "社区经办人签名"},
	},
	{
		"JY-04", "职业技能培训报名表",
		[]string{"姓名", "联系电话", "公民身份号码", "文化程度", "*现居住地址", "报名工种", "可参加的时间", "*工作经历"},
		"报名后由社区匹配班期，开班前三个工作日电话通知。", []string{"报名人签名"},
	},
	{
		"MZ-03", "临时救助申请表",
		[]string{"申请人姓名", "联系电话", "公民身份号码", "家庭人口", "*家庭住址", "*困难原因", "家庭月收入（元）", "申请金额（元）", "开户银行", "银行账号"},
		"本人同意社区和街道核实家庭经济状况，并承诺所填内容属实；如有不实，愿退回救助金。", []string{"申请人签名", "入户走访人签名"},
	},
	{
		"MZ-03", "授权委托书",
		[]string{"委托人姓名", "公民身份号码", "受托人姓名", "受托人身份号码", "受托人电话", "与委托人关系", "*委托事项"},
		"委托人因故不能亲自办理上述事项，委托受托人代为办理。受托人所签署的有关文件，委托人均予认可。", []string{"委托人签名", "受托人签名"},
	},
}

func (f blankForm) document() paper.Document {
	grid := paper.Fields{Columns: 2}
	for _, label := range f.fields {
		one := paper.Field{Label: label, Value: "\n"}
		if label[0] == '*' {
			one = paper.Field{Label: label[1:], Value: "\n", Wide: true}
		}
		grid.Items = append(grid.Items, one)
	}
	return paper.Document{
		Title: f.title, Office: data.Home.Name, Footer: "请用黑色笔填写；带此表和居民身份证到社区窗口办理。",
		Blocks: []paper.Block{grid, paper.Paragraph{Text: f.says}, paper.Signatures{Labels: f.signed}},
	}
}

// The colours that faces are drawn with, light grounds behind them.
var (
	grounds = []color.RGBA{{214, 228, 224, 255}, {226, 221, 238, 255}, {241, 226, 206, 255}, {210, 224, 240, 255}, {238, 219, 219, 255}}
	skins   = []color.RGBA{{244, 208, 178, 255}, {236, 195, 160, 255}, {250, 219, 192, 255}}
	hairs   = []color.RGBA{{38, 32, 30, 255}, {58, 46, 40, 255}, {96, 92, 90, 255}}
	clothes = []color.RGBA{{42, 72, 104, 255}, {70, 78, 88, 255}, {30, 92, 84, 255}, {112, 56, 60, 255}, {84, 70, 120, 255}}
)

var longHaired = []string{"zhouxiulan", "sunlihua", "wangxiaomei", "lina", "shanxiaoyan", "zengliping", "chenjing", "yangshufen", "yumin", "xuxue"}

// face draws the n-th face: the same each time, and no two neighbours alike.
func face(n int, long bool) image.Image {
	const w, h = 480, 600
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	fill := func(c color.Color, path func(r *vector.Rasterizer)) {
		r := vector.NewRasterizer(w, h)
		path(r)
		r.ClosePath()
		r.Draw(m, m.Bounds(), image.NewUniform(c), image.Point{})
	}
	oval := func(c color.Color, x, y, rx, ry float64) {
		fill(c, func(r *vector.Rasterizer) {
			r.MoveTo(float32(x+rx), float32(y))
			for a := 1; a < 72; a++ {
				s, k := math.Sincos(float64(a) * math.Pi / 36)
				r.LineTo(float32(x+k*rx), float32(y+s*ry))
			}
		})
	}
	shape := func(c color.Color, points ...float32) {
		fill(c, func(r *vector.Rasterizer) {
			r.MoveTo(points[0], points[1])
			for i := 2; i < len(points); i += 4 {
				r.QuadTo(points[i], points[i+1], points[i+2], points[i+3])
			}
		})
	}
	skin, hair, cloth := skins[n%len(skins)], hairs[(n*7+n/3)%len(hairs)], clothes[(n*3)%len(clothes)]
	dark := func(c color.RGBA, by int) color.RGBA {
		return color.RGBA{uint8(int(c.R) * by / 100), uint8(int(c.G) * by / 100), uint8(int(c.B) * by / 100), 255}
	}
	shape(grounds[n%len(grounds)], 0, 0, w/2, 0, w, 0, w, h/2, w, h, w/2, h, 0, h)
	if long { // behind the shoulders
		shape(hair, 120, 250, 110, 90, 240, 90, 370, 90, 360, 250, 380, 430, 352, 450, 240, 470, 128, 450, 100, 430, 120, 250)
	}
	shape(cloth, 40, 600, 48, 470, 170, 445, 240, 470, 310, 445, 432, 470, 440, 600)
	shape(dark(skin, 88), 196, 380, 200, 440, 196, 456, 240, 500, 284, 456, 280, 440, 284, 380)
	shape(color.RGBA{248, 248, 246, 255}, 188, 452, 200, 452, 206, 446, 222, 486, 240, 500, 258, 486, 274, 446, 280, 452, 292, 452, 290, 500, 240, 520, 190, 500, 188, 452)
	oval(skin, 142, 278, 20, 32)
	oval(skin, 338, 278, 20, 32)
	oval(skin, 240, 272, 100, 128)
	// The fringe.
	if long {
		shape(hair, 136, 270, 128, 128, 240, 124, 352, 128, 344, 270, 336, 200, 270, 186, 200, 200, 160, 230, 144, 244, 136, 270)
	} else {
		shape(hair, 138, 250, 122, 132, 240, 128, 358, 132, 342, 250, 334, 206, 318, 194, 240, 206, 166, 192, 148, 204, 138, 250)
	}
	for _, x := range []float64{200, 280} {
		oval(dark(hair, 80), x, 280, 8, 9)
		oval(color.White, x+3, 277, 2.4, 2.4)
		shape(dark(hair, 90), float32(x-18), 256, float32(x), 242, float32(x+18), 256, float32(x), 249, float32(x-18), 256)
	}
	shape(dark(skin, 82), 236, 300, 230, 322, 240, 324, 250, 324, 246, 316, 240, 320, 236, 300)
	shape(color.RGBA{186, 84, 78, 255}, 208, 346, 240, 374, 272, 346, 240, 358, 208, 346)
	if n%4 == 2 { // spectacles: a ring is what is left of an oval
		for _, x := range []float32{200, 280} {
			for a := range 72 {
				s, k := math.Sincos(float64(a) * math.Pi / 36)
				oval(color.RGBA{50, 50, 54, 255}, float64(x)+k*32, 280+s*26, 3, 3)
			}
		}
		shape(color.RGBA{50, 50, 54, 255}, 231, 276, 240, 270, 249, 276, 240, 276, 231, 276)
	}
	return m
}
