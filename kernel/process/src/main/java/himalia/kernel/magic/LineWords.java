package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.SubcommandWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a magic's line, split as a shell splits them; {@code {expr}} is Java. */
final class LineWords {
    /** A value that is a tab as Java writes it, however it is quoted; a shell would make a t of it. */
    private static final Pattern TAB = Pattern.compile("(|--?[A-Za-z][\\w-]*=)([\"']?)\\\\t\\2");

    /** How the parameter that takes a pair is named in the annotations of a magic. */
    private static final String PAIR = "NAME=VALUE";

    private static final Pattern PLAIN_PAIR = Pattern.compile("\\s*\\w+=[^\"'{\\\\]*");

    /** What stands before the value of an option, {@code --label=}: a quote behind it is the value's. */
    private static final Pattern OPTION = Pattern.compile("(?s)--?[A-Za-z][\\w-]*=.*");

    private final String text;
    private final int line;
    private int at;

    private LineWords(String text, int line) {
        this.text = text;
        this.line = line;
    }

    /**
     * One word.
     *
     * @param text its text without quotes, or the source of the expression
     * @param java whether it was written in braces
     * @param quoted whether any of it was written in quotes
     * @param option whether it names an option, with its value behind {@code =} or not; one in quotes is a value
     */
    record Word(String text, boolean java, boolean quoted, boolean option) {
        Word(String text, boolean java, boolean quoted) {
            this(text, java, quoted, !java && !quoted && SubcommandWord.isOption(text));
        }

        static Word quoted(String text, boolean option) {
            return new Word(text, false, true, option);
        }
    }

    static List<Word> split(String text, int line) throws MagicSyntaxException {
        return new LineWords(text, line).words();
    }

    /**
     * The words of a magic whose first parameter is called {@code NAME=VALUE}: the value goes to the end of the line, with its
     * blanks, where nothing in it is quoted.
     */
    static List<Word> split(MagicDescription magic, String text, int line)
            throws MagicSyntaxException {
        boolean takesPair =
                magic.positional(0).filter(each -> each.names().contains(PAIR)).isPresent();
        return takesPair && PLAIN_PAIR.matcher(text).matches()
                ? List.of(new Word(text.strip(), false, false))
                : split(text, line);
    }

    /** Returns where the word ends that begins here or behind blanks; {@code from} where none does. */
    static int endOfWord(String text, int from, int line) throws MagicSyntaxException {
        var words = new LineWords(text, line);
        words.at = from;
        words.blanks();
        if (words.at == text.length()) {
            return from;
        }
        words.word(new ArrayList<>());
        return words.at;
    }

    private List<Word> words() throws MagicSyntaxException {
        var words = new ArrayList<Word>();
        while (true) {
            blanks();
            if (at == text.length()) {
                return words;
            }
            word(words);
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void word(List<Word> words) throws MagicSyntaxException {
        var word = new StringBuilder();
        boolean quoted = false;
        boolean option = false;
        int begin = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                option |= !quoted && OPTION.matcher(word).matches();
                quoted = true;
                quoted(c, word);
            } else if (c == '{' && (word.length() == 0 || word.charAt(word.length() - 1) == '=')) {
                var before = word.toString();
                if (before.startsWith("-")) {
                    words.add(new Word(before.substring(0, before.length() - 1), false, quoted));
                    words.add(new Word(braces(), true, false));
                } else {
                    var inside = braces();
                    var joined =
                            before.isEmpty()
                                    ? inside
                                    : JavaCall.literal(before) + " + (" + inside + ")";
                    words.add(new Word(joined, true, false));
                }
                return;
            } else if (c == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else {
                word.append(c);
                at++;
            }
        }
        var tab = TAB.matcher(text.substring(begin, at));
        var written = tab.matches() ? tab.group(1) + "\t" : word.toString();
        words.add(quoted ? Word.quoted(written, option) : new Word(written, false, false));
    }

    private void quoted(char quote, StringBuilder word) throws MagicSyntaxException {
        int begin = at;
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && quote == '"' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at));
            at++;
        }
        if (at == text.length()) {
            throw new MagicSyntaxException(
                    "the quote " + text.substring(begin) + " is not closed", line);
        }
        at++;
    }

    private String braces() throws MagicSyntaxException {
        int end = Brackets.close(text, at);
        if (end < 0) {
            throw new MagicSyntaxException(
                    "the brace " + text.substring(at) + " is not closed", line);
        }
        var inside = text.substring(at + 1, end).strip();
        if (inside.isEmpty()) {
            throw new MagicSyntaxException(
                    "the braces {} are empty; an expression stands in them, as in {n + 1}", line);
        }
        at = end + 1;
        return inside;
    }
}
