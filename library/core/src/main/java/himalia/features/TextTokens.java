package himalia.features;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a text is cut into words.
 *
 * <pre>{@code
 * TextTokens.DEFAULT.of("The cat's mat")                                // the, cat, mat
 * new TextTokens(true, 1, 2, List.of("the")).of("The cat sat")          // cat, sat, cat sat
 * }</pre>
 *
 * <p>As scikit-learn's vectorizers: a word is two or more letters, digits or {@code _} in a row.
 *
 * @param lowercase whether capitals are made small
 * @param fewest how many words in a row are one term at least
 * @param most how many at most
 * @param stopWords words that are left out
 */
public record TextTokens(boolean lowercase, int fewest, int most, List<String> stopWords) {
    /** Small letters, single words, none left out. */
    public static final TextTokens DEFAULT = new TextTokens(true, 1, 1, List.of());

    public TextTokens {
        given(stopWords, "stopWords");
        stopWords = List.copyOf(stopWords);
        if (fewest < 1 || most < fewest) {
            throw new IllegalArgumentException(
                    "terms must be of at least 1 word, and of as many at most, got %d to %d"
                            .formatted(fewest, most));
        }
    }

    /** Returns the terms of a text, in their order. */
    public List<String> of(String text) {
        var terms = new ArrayList<String>();
        cut(given(text, "text"), new HashSet<>(stopWords), terms::add);
        return terms;
    }

    /** Gives each term to somebody. */
    void cut(String text, Set<String> stops, Consumer<String> each) {
        var whole = lowercase ? text.toLowerCase(Locale.ROOT) : text;
        if (most == 1) {
            words(whole, stops, each);
            return;
        }
        var words = new ArrayList<String>();
        words(whole, stops, words::add);
        for (int length = fewest; length <= Math.min(most, words.size()); length++) {
            for (int from = 0; from + length <= words.size(); from++) {
                each.accept(
                        length == 1
                                ? words.get(from)
                                : String.join(" ", words.subList(from, from + length)));
            }
        }
    }

    private static void words(String text, Set<String> stops, Consumer<String> each) {
        int end = text.length();
        int at = 0;
        while (at < end) {
            int from = at;
            int count = 0;
            while (at < end) {
                int letter = text.codePointAt(at);
                if (!isOfWord(letter)) {
                    break;
                }
                at += Character.charCount(letter);
                count++;
            }
            if (count > 1) {
                var word = text.substring(from, at);
                if (stops.isEmpty() || !stops.contains(word)) {
                    each.accept(word);
                }
            }
            at += at < end ? Character.charCount(text.codePointAt(at)) : 0;
        }
    }

    private static boolean isOfWord(int letter) {
        if (letter < 128) {
            return letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || letter == '_';
        }
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
