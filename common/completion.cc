#include "common/completion.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "common/named_rows.h"

namespace council_news {
namespace {

const OptionText* find_option(const std::vector<OptionText>& options, std::string_view written) {
  const auto it = std::find_if(options.begin(), options.end(), [&](const OptionText& option) {
    return written == "--" + option.name || (!option.brief.empty() && written == "-" + option.brief);
  });
  return it == options.end() ? nullptr : &*it;
}

/// The values of an option that start with `typed`, each after `before`.
Completion complete_value(const OptionText& option, const std::string& before, std::string_view typed) {
  Completion completion;
  if (!option.choices.empty() && (option.choices.front() == "@dir" || option.choices.front() == "@file")) {
    completion.paths = option.choices.front() == "@dir" ? Paths::folders : Paths::files;
    return completion;
  }
  std::string leading = before;
  if (const std::size_t comma = typed.rfind(','); option.value == "LIST" && comma != std::string_view::npos) {
    leading += typed.substr(0, comma + 1);
    typed.remove_prefix(comma + 1);
  }
  for (const std::string& choice : option.choices)
    if (choice.starts_with(typed)) completion.candidates.push_back({leading + choice, ""});
  return completion;
}

// In the scripts, @program@ stands for the program's name and @function@ for a function name derived from it.

// bash splits words at : and = (COMP_WORDBREAKS), so a candidate must not repeat the text up to the last of them.
constexpr std::string_view kBash = R"(# bash completions of @program@
@function@() {
  local line=${COMP_LINE:0:COMP_POINT} text help kept
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  local current=${words[-1]}
  kept=${current%"${current##*[:=]}"}
  COMPREPLY=()
  while IFS=$'\t' read -r text help; do
    case $text in
      :folders) compopt -o filenames; COMPREPLY+=($(compgen -d -- "${current##*=}")) ;;
      :files) compopt -o filenames; COMPREPLY+=($(compgen -f -- "${current##*=}")) ;;
      *) [[ $text == *: ]] && compopt -o nospace
         COMPREPLY+=("${text#"$kept"}") ;;
    esac
  done < <(@program@ --complete "${words[@]:1}" 2>/dev/null)
}
complete -F @function@ @program@
)";

// When loaded from $fpath, the script is itself the completion function on its first call.
constexpr std::string_view kZsh = R"(#compdef @program@
# zsh completions of @program@
_@program@() {
  local line text help
  local -a ended open ended_help open_help
  while IFS= read -r line; do
    text=${line%%$'\t'*} help=${line#*$'\t'}
    case $text in
      :folders) [[ $PREFIX == *=* ]] && compset -P '*='; _files -/ ;;
      :files) [[ $PREFIX == *=* ]] && compset -P '*='; _files ;;
      *:) open+=("$text"); open_help+=("$text  $help") ;;
      *) ended+=("$text"); ended_help+=("$text  $help") ;;
    esac
  done < <(@program@ --complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#ended )) && compadd -l -d ended_help -a ended
  (( $#open )) && compadd -S '' -l -d open_help -a open
}
if [[ $funcstack[1] == _@program@ ]]; then
  _@program@ "$@"
else
  compdef _@program@ @program@
fi
)";

constexpr std::string_view kFish = R"(# fish completions of @program@
function @function@
    set -l words (commandline -opc) (commandline -ct)
    set -l option (string match -r '^--[^=]*=' -- $words[-1])
    set -l path (string replace -r '^--[^=]*=' '' -- $words[-1])
    for line in (@program@ --complete $words[2..] 2>/dev/null)
        switch $line
            case ':folders*'
                string replace -r -- '^' "$option" (__fish_complete_directories "$path")
            case ':files*'
                string replace -r -- '^' "$option" (__fish_complete_path "$path")
            case '*'
                echo $line
        end
    end
end
complete -c @program@ -f -a '(@function@)'
)";

struct Script {
  std::string_view name;  ///< of the shell
  std::string_view text;
};
constexpr std::array<Script, 3> kScripts{{{"bash", kBash}, {"zsh", kZsh}, {"fish", kFish}}};

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

}  // namespace

void offer(std::string_view typed, std::string text, std::string_view help, Completion& completion) {
  if (text.starts_with(typed)) completion.candidates.push_back({std::move(text), std::string(help)});
}

std::optional<Completion> complete_option(const std::vector<OptionText>& options,
                                          const std::vector<std::string>& words) {
  if (words.empty()) return std::nullopt;
  if (std::find(words.begin(), words.end() - 1, "--") != words.end() - 1) return std::nullopt;
  const std::string& typed = words.back();
  if (words.size() > 1) {
    const OptionText* before = find_option(options, words[words.size() - 2]);
    if (before != nullptr && !before->value.empty()) return complete_value(*before, "", typed);
  }
  if (!typed.starts_with('-')) return std::nullopt;
  if (const std::size_t equals = typed.find('='); equals != std::string::npos) {
    const OptionText* option = find_option(options, typed.substr(0, equals));
    if (option == nullptr) return std::nullopt;
    return complete_value(*option, typed.substr(0, equals + 1), std::string_view(typed).substr(equals + 1));
  }
  Completion completion;
  for (const OptionText& option : options) offer(typed, "--" + option.name, option.help, completion);
  return completion;
}

void print_completion(const Completion& completion, std::ostream& out) {
  for (const Candidate& candidate : completion.candidates) out << candidate.text << '\t' << candidate.help << '\n';
  if (completion.paths != Paths::none) out << (completion.paths == Paths::folders ? ":folders\t\n" : ":files\t\n");
}

std::vector<std::string> completion_shells() { return names_in(kScripts); }

void print_completion_script(const std::string& shell, const std::string& program, std::ostream& out) {
  std::string script(row_named(shell, "shell", kScripts).text);
  std::string function = "_" + program;
  replace_all(function, "-", "_");
  replace_all(script, "@program@", program);
  replace_all(script, "@function@", function);
  out << script;
}

}  // namespace council_news
