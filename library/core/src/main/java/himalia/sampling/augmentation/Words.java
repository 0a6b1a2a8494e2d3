package himalia.sampling.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text's words and what stands between them: {@code between} has one more, before the first word and after the last.
 *
 * @param words the words, in order
 * @param between blanks, commas and the like
 */
record Words(List<String> words, List<String> between) {
    /** Numbers, times and addresses are words, too: 1.25, 10:30, joe@example.org. */
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'’_-]++|(?<=\\p{N})[.,:/](?=\\p{N})|[.@](?=[\\p{L}\\p{N}]))*+");

    static Words of(String text) {
        var words = new ArrayList<String>();
        var between = new ArrayList<String>();
        var matcher = WORD.matcher(text);
        var end = 0;
        while (matcher.find()) {
            between.add(text.substring(end, matcher.start()));
            words.add(matcher.group());
            end = matcher.end();
        }
        between.add(text.substring(end));
        return new Words(words, between);
    }

    int size() {
        return words.size();
    }

    /** Takes a word away, and what stood before it, or behind the first one. */
    void remove(int word) {
        words.remove(word);
        between.remove(word == 0 && between.size() > 2 ? 1 : word);
    }

    String text() {
        var text = new StringBuilder(between.get(0));
        for (var i = 0; i < words.size(); i++) {
            text.append(words.get(i)).append(between.get(i + 1));
        }
        return text.toString();
    }
}
