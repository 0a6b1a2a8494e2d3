package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.NoJava;
import himalia.kernel.cells.OpenText;
import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Completes a text that is given to a method by what the notebook knows of its statement: the columns of a table. */
public final class TextCompleter {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\d_$]*");

    private final RuntimeValues values;

    /** Asks {@code values}. */
    public TextCompleter(RuntimeValues values) {
        this.values = values;
    }

    /** Returns what the text may be that is open at the cursor; nothing where nobody knows. */
    public Optional<Completion> complete(String code, int cursor) {
        var before = NoJava.blanked(code.substring(0, cursor));
        int quote = OpenText.in(before);
        if (quote < 0 || before.charAt(quote) != '"' || before.startsWith("\"\"\"", quote)) {
            return Optional.empty();
        }
        var words = wordsOfCall(Cutter.bare(before.substring(0, quote)));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var typed = before.substring(quote + 1);
        var candidates =
                values.ofText(words).stream()
                        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
                        .filter(text -> text.startsWith(typed))
                        .map(text -> new Candidate(text, "column", ""))
                        .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Completion(quote + 1, cursor, candidates));
    }

    /** The names in the statement, and as the last the method whose argument begins at its end; none where there is none. */
    private static List<String> wordsOfCall(String bare) {
        int call = openParenthesis(bare);
        if (call < 0) {
            return List.of();
        }
        int start =
                1
                        + Math.max(
                                bare.lastIndexOf(';'),
                                Math.max(bare.lastIndexOf('{'), bare.lastIndexOf('}')));
        var all = WORD.matcher(bare.substring(start)).results().map(word -> word.group()).toList();
        var toCall = WORD.matcher(bare.substring(0, call).stripTrailing()).results().toList();
        var words = new ArrayList<>(all);
        words.add(toCall.isEmpty() ? "" : toCall.get(toCall.size() - 1).group());
        return words;
    }

    /** Where the innermost parenthesis opens that does not close; braces end the search. */
    private static int openParenthesis(String bare) {
        int closed = 0;
        for (int at = bare.length() - 1; at >= 0 && "{};".indexOf(bare.charAt(at)) < 0; at--) {
            char c = bare.charAt(at);
            if (c == '(' && closed == 0) {
                return at;
            }
            closed += c == ')' ? 1 : c == '(' ? -1 : 0;
        }
        return -1;
    }
}
