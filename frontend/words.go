package frontend

import (
	"embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

//go:embed src/i18n/zh-CN/exchange.json src/i18n/en/exchange.json
//go:embed src/i18n/zh-CN/ledgers.json src/i18n/en/ledgers.json
//go:embed src/i18n/zh-CN/enums.json src/i18n/en/enums.json
var wordFiles embed.FS

// Wording is a namespace of the pages' words in one language, by keys such as "problem.REQUIRED". The program says with it
// what the pages say too, so that there is one place for the words.
type Wording map[string]string

// Words gives a namespace of src/i18n that the program uses: exchange, ledgers, enums. A language other than en is zh-CN.
func Words(language, namespace string) (Wording, error) {
	if language != "en" {
		language = "zh-CN"
	}
	b, err := wordFiles.ReadFile("src/i18n/" + language + "/" + namespace + ".json")
	if err != nil {
		return nil, err
	}
	var tree map[string]any
	if err := json.Unmarshal(b, &tree); err != nil {
		return nil, fmt.Errorf("words %s of %s: %w", namespace, language, err)
	}
	w := Wording{}
	w.flatten("", tree)
	return w, nil
}

func (w Wording) flatten(prefix string, tree map[string]any) {
	for key, value := range tree {
		switch v := value.(type) {
		case string:
			w[prefix+key] = v
		case map[string]any:
			w.flatten(prefix+key+".", v)
		}
	}
}

// Has tells whether a key has words.
func (w Wording) Has(key string) bool {
	_, ok := w[key]
	return ok
}

var named = regexp.MustCompile(`\{\{(\w+)\}\}`)

// Say gives the words of a key with its values put in; a value that is not given is "", a key that is not known itself.
func (w Wording) Say(key string, values map[string]any) string {
	s, ok := w[key]
	if !ok {
		return key
	}
	return named.ReplaceAllStringFunc(s, func(found string) string {
		v, ok := values[strings.Trim(found, "{}")]
		if !ok || v == nil {
			return ""
		}
		return fmt.Sprint(v)
	})
}
