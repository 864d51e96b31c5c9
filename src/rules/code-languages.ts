const NAMES = `
  text txt plain plaintext console terminal output log logs none
  sh shell bash zsh fish csh ksh shellsession shell-session sh-session bat batch cmd dos powershell posh ps1 pwsh awk sed
  c h cpp c++ cc hpp cxx objc objective-c obj-c m mm cs csharp c# fs fsharp f# vb vbnet vba vbscript
  java kotlin kt scala groovy gradle clojure clj
  js javascript mjs cjs jsx node ts typescript tsx mts json json5 jsonc jsonl ndjson coffeescript coffee
  python py python3 py3 pycon ipython jupyter ruby rb erb irb perl pl php lua r rscript julia jl matlab octave
  go golang rust rs swift dart zig nim crystal d ada pascal delphi fortran cobol haskell hs elm ocaml ml erlang erl
  elixir ex exs lisp elisp scheme racket prolog tcl smalltalk forth
  html htm xhtml xml svg xsl xslt css scss sass less vue svelte astro markdown md mdx rst restructuredtext asciidoc adoc
  latex tex bibtex typst yaml yml toml ini cfg conf config properties env dotenv csv tsv editorconfig
  sql mysql pgsql postgres postgresql plsql tsql sqlite mongodb redis cypher graphql gql sparql promql kql
  dockerfile docker docker-compose makefile make mk cmake ninja meson bazel starlark kconfig
  nginx apache apacheconf httpd http https rest curl url regex diff patch git gitignore gitconfig
  terraform tf hcl nix ansible jinja jinja2 j2 django handlebars hbs mustache ejs liquid twig pug haml
  asm assembly nasm armasm avrasm x86asm llvm wasm wat verilog v systemverilog sv vhdl
  arduino ino gdb openocd dts devicetree linker ld svd stl iecst structured-text plc ladder gcode g-code
  glsl hlsl wgsl cuda opencl protobuf proto thrift avro capnp asn1 abnf ebnf bnf pcap hex hexdump
  mermaid plantuml puml dot graphviz d2 vega vega-lite math geojson topojson
  applescript autohotkey ahk autoit registry reg wiki mediawiki sas stata spss abap apex solidity sol qml qmake
  vim viml vimscript org properties-file systemd desktop crontab cron robot gherkin feature cucumber
  kusto splunk spl logql cisco ios junos routeros mikrotik openwrt uci
`

/** The names that highlighters (Linguist, Prism, highlight.js, Pygments) know, and those of devices. */
export const CODE_LANGUAGES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/))
