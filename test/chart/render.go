// Renders the chart as `helm template` does, with the functions of Helm that the chart uses: Go's templates and
// sprig are what Helm itself is made of. Usage: render CHART RELEASE [VALUES…]; prints the manifests.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"gopkg.in/yaml.v3"
)

type object = map[string]interface{}

func read(path string) object {
	text, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	values := object{}
	if err := yaml.Unmarshal(text, &values); err != nil {
		panic(fmt.Errorf("%s: %w", path, err))
	}
	return values
}

// Later values replace earlier ones, maps are merged.
func merge(into, from object) object {
	for name, value := range from {
		inner, isMap := value.(object)
		known, wasMap := into[name].(object)
		if isMap && wasMap {
			into[name] = merge(known, inner)
		} else {
			into[name] = value
		}
	}
	return into
}

func toYaml(value interface{}) string {
	var text bytes.Buffer
	encoder := yaml.NewEncoder(&text)
	encoder.SetIndent(2)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(text.String(), "\n")
}

func main() {
	folder, release := os.Args[1], os.Args[2]
	chart := read(filepath.Join(folder, "Chart.yaml"))
	values := read(filepath.Join(folder, "values.yaml"))
	for _, path := range os.Args[3:] {
		values = merge(values, read(path))
	}
	root := template.New("chart").Option("missingkey=zero")
	functions := sprig.TxtFuncMap()
	functions["toYaml"] = toYaml
	functions["toJson"] = func(value interface{}) string { text, _ := json.Marshal(value); return string(text) }
	functions["fail"] = func(message string) (string, error) { return "", errors.New(message) }
	functions["include"] = func(name string, data interface{}) (string, error) {
		var text bytes.Buffer
		err := root.ExecuteTemplate(&text, name, data)
		return text.String(), err
	}
	root.Funcs(functions)
	paths, _ := filepath.Glob(filepath.Join(folder, "templates", "*"))
	sort.Strings(paths)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		template.Must(root.New(filepath.Base(path)).Parse(string(text)))
	}
	data := object{
		"Values":  values,
		"Chart":   object{"Name": chart["name"], "Version": chart["version"], "AppVersion": chart["appVersion"]},
		"Release": object{"Name": release, "Namespace": "maps", "Service": "Helm"},
	}
	for _, path := range paths {
		if filepath.Ext(path) != ".yaml" {
			continue
		}
		var text bytes.Buffer
		if err := root.ExecuteTemplate(&text, filepath.Base(path), data); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if strings.TrimSpace(text.String()) != "" {
			fmt.Printf("---\n# Source: %s\n%s\n", filepath.Base(path), strings.TrimSpace(text.String()))
		}
	}
}
