package himalia.kernel.advice;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How many there are, asked as of something else; and what else an array does not do itself. */
final class Sizes {
    /** How an array, a text and a collection say how much they hold. */
    private static final Set<String> NAMES = Set.of("length", "size", "len", "count");

    private static final Pattern ARRAY =
            Pattern.compile("location:\\s.*(?:of type|class) \\S*\\[]");

    private Sizes() {}

    /**
     * Returns what to write in place of a name.
     *
     * @param message the compiler's
     */
    static Optional<String> hint(String name, String message, boolean behindDot) {
        var size = NAMES.contains(name) ? size(message) : Optional.<String>empty();
        return size.isPresent() || !behindDot || !ARRAY.matcher(message).find()
                ? size
                : Optional.of(ofArray(name));
    }

    private static String ofArray(String name) {
        return Arrays.stream(Arrays.class.getMethods())
                        .anyMatch(each -> each.getName().equals(name))
                ? "Arrays does it: Arrays." + name + "(array)."
                : "An array has .length and the places a[0], a[1] and so on; new ArrayList<>(List.of(1, 2)) is a list, which has methods and grows.";
    }

    private static Optional<String> size(String message) {
        if (message.matches("(?s).*(?:of type|class) \\S*\\[\\].*")) {
            return Optional.of(
                    "The number of elements of an array is array.length, without parentheses.");
        }
        if (message.matches("(?s).*(?:of type|class) (?:java\\.lang\\.)?String\\b.*")) {
            return Optional.of("The number of characters of a text is text.length().");
        }
        return message.matches(
                        "(?s).*(?:of type|class|interface) (?:java\\.util\\.)?\\w*(?:List|Set|Map|Deque|Queue|Collection)\\b.*")
                ? Optional.of("The number of elements of a collection is collection.size().")
                : Optional.empty();
    }
}
