package person

import "strings"

// surnameReadings holds the surnames that are read otherwise than the first reading of a dictionary, or whose
// dictionary readings come in the wrong order. Within one line the usual reading comes first; a compound
// surname has one column for each character.
var surnameReadings = parseSurnames(`
单 shan|dan
解 xie|jie
仇 qiu|chou
曾 zeng|ceng
区 ou|qu
查 zha|cha
朴 piao|pu
盖 ge|gai
任 ren
覃 qin|tan
翟 zhai|di
乐 yue|le
纪 ji
员 yun|yuan
缪 miao|mou
秘 bi|mi
冼 xian
洗 xian
折 she|zhe
种 chong|zhong
繁 po|fan
黑 he|hei
句 gou|ju
召 shao|zhao
谌 chen|shen
尉 wei|yu
牟 mu|mou
薄 bo|bao
车 che
能 nai|neng
佴 nai
宓 mi|fu
柏 bai|bo
隗 wei|kui
郇 xun|huan
祭 zhai|ji
葛 ge
燕 yan
宁 ning
华 hua
沈 shen
石 shi
曲 qu
贾 jia
洪 hong
俞 yu
阚 kan
晟 cheng|sheng
瞿 qu
褚 chu
都 du
卜 bu
费 fei|bi
干 gan
哈 ha
撒 sa
强 qiang
相 xiang
长 chang|zhang
逄 pang
郗 xi|chi
芮 rui
訾 zi
钭 tou
笮 ze|zuo
尹 yin
万俟 mo qi
尉迟 yu chi
单于 chan yu
长孙 zhang sun
澹台 tan tai
令狐 ling hu
皇甫 huang fu
濮阳 pu yang
淳于 chun yu
鲜于 xian yu
申屠 shen tu
夏侯 xia hou
拓跋 tuo ba
呼延 hu yan
赫连 he lian
宇文 yu wen
慕容 mu rong
司徒 si tu
司马 si ma
司空 si kong
欧阳 ou yang
上官 shang guan
诸葛 zhu ge
东方 dong fang
公孙 gong sun
轩辕 xuan yuan
钟离 zhong li
闻人 wen ren
太叔 tai shu
南宫 nan gong
西门 xi men
独孤 du gu
第五 di wu
百里 bai li
端木 duan mu
完颜 wan yan
纳兰 na lan
叶赫 ye he
`)

func parseSurnames(table string) map[string][][]string {
	m := map[string][][]string{}
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		f := strings.Fields(line)
		for _, col := range f[1:] {
			m[f[0]] = append(m[f[0]], strings.Split(col, "|"))
		}
	}
	return m
}

// FamilyName is the family name that a name begins with: 欧阳 of 欧阳涛, 刘 of 刘建国; of a name in Latin letters its first
// letter. Empty for an empty name.
func FamilyName(name string) string {
	rs := []rune(name)
	if len(rs) > 2 && len(surnameReadings[string(rs[:2])]) == 2 {
		return string(rs[:2])
	}
	return string(rs[:min(len(rs), 1)])
}

// SurnameReadings gives the readings of the surname that a name begins with, for each of its characters the usual
// reading first, lower-case without tones. It is empty when the dictionary's own order will do.
func SurnameReadings(name string) [][]string {
	rs := []rune(name)
	for n := 2; n >= 1; n-- {
		if len(rs) >= n {
			if r, ok := surnameReadings[string(rs[:n])]; ok {
				return r
			}
		}
	}
	return nil
}

// PreferSurname reorders the readings of a name, one entry for each character, so that the surname's usual reading
// comes first and every other reading stays. The argument is not changed.
func PreferSurname(name string, readings [][]string) [][]string {
	out := append([][]string(nil), readings...)
	for i, usual := range SurnameReadings(name) {
		if i < len(out) {
			out[i] = distinct(append(append([]string(nil), usual...), out[i]...))
		}
	}
	return out
}

// distinct drops repetitions and keeps the order of what comes first.
func distinct(in []string) []string {
	seen := make(map[string]bool, len(in))
	out := in[:0:0]
	for _, s := range in {
		if s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
