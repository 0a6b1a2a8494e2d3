package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Parameter;
import himalia.magics.spi.SubcommandWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a magic's line up to the cursor.
 *
 * @param taken the magic, or the subcommand that the words name
 * @param before the words that are complete
 * @param last what is typed of the next one; behind a comma or an equals sign, that part of it
 * @param parameter what that one is for, where it is known
 * @param afterOption whether it is the value of an option
 */
record TypedWords(
        MagicDescription taken,
        List<String> before,
        String last,
        Optional<Parameter> parameter,
        boolean afterOption) {
    static TypedWords of(MagicDescription magic, String words) {
        var all = split(words);
        var typed = all.get(all.size() - 1);
        var before = all.subList(0, all.size() - 1);
        int at = magic.isFamily() ? SubcommandWord.in(magic, before) : -1;
        var taken = at < 0 ? magic : magic.subcommand(before.get(at)).orElse(magic);
        int equals = typed.startsWith("--") ? typed.indexOf('=') : -1;
        var name = equals < 0 ? previous(before) : typed.substring(0, equals);
        var option = taken.option(name).filter(Parameter::takesValue);
        var last = equals < 0 ? typed : typed.substring(equals + 1);
        if (option.isPresent()) {
            return new TypedWords(taken, before, afterComma(last), option, true);
        }
        var positional =
                taken.isFamily()
                        ? Optional.<Parameter>empty()
                        : taken.positional(positionals(taken, before) - (at < 0 ? 0 : 1));
        return new TypedWords(taken, before, last, positional, false);
    }

    /** The words as they are written; the last one is empty where none has begun. Blanks in quotes are part of a word. */
    private static List<String> split(String words) {
        var split = new ArrayList<String>();
        int begin = 0;
        char quote = 0;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (Character.isWhitespace(c)) {
                if (at > begin) {
                    split.add(words.substring(begin, at));
                }
                begin = at + 1;
            }
        }
        split.add(words.substring(begin));
        return split;
    }

    /** Returns a value as it is written behind what is typed of it: in quotes, where it is more than one word. */
    String written(String value) {
        boolean plain =
                value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'');
        boolean isJava = parameter.isPresent() && parameter.get().expression();
        return isJava || plain && !isQuoted()
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Returns what is typed of it without its quote. */
    String bare() {
        return isQuoted() ? last.substring(1) : last;
    }

    private boolean isQuoted() {
        return last.startsWith("\"") || last.startsWith("'");
    }

    /** Whether the notebook may know values: a word that goes on inside an expression is the compiler's. */
    boolean isAskable() {
        return parameter.isPresent()
                && (!parameter.get().valuesFrom().isEmpty()
                        || parameter.get().expression()
                                && last.chars().allMatch(Character::isJavaIdentifierPart));
    }

    private static String previous(List<String> before) {
        return before.isEmpty() ? "" : before.get(before.size() - 1);
    }

    /** How many of the words are neither options nor their values. */
    private static int positionals(MagicDescription magic, List<String> words) {
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (!SubcommandWord.isOption(word)) {
                count++;
            } else if (magic.option(word).map(Parameter::takesValue).orElse(false)) {
                i++;
            }
        }
        return count;
    }

    private static String afterComma(String typed) {
        return typed.substring(typed.lastIndexOf(',') + 1);
    }
}
