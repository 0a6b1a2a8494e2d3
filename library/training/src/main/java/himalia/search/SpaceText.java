package himalia.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A space as a line of text: {@code depth=int(2, 8), rate=log(0.01, 0.3)}. */
final class SpaceText {
    private static final Pattern SETTING =
            Pattern.compile("\\s*([^\\s=(),]+)\\s*=\\s*([A-Za-z_]+)\\s*\\(");
    private static final Pattern VALUE =
            Pattern.compile("\\s*(?:'([^']*(?:''[^']*)*)'|\"([^\"]*)\"|([^\\s,()'\"=]+))\\s*");
    private static final Pattern CONDITION = Pattern.compile("\\s*if\\s+([^\\s=(),]+)\\s*=");
    private static final Pattern NEXT = Pattern.compile("\\s*and\\s+([^\\s=(),]+)\\s*=");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,10}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern BARE = Pattern.compile("[^\\s,()'\"=]+");

    /** How many numbers each kind takes, at least and at most. */
    private static final Map<String, List<Integer>> KINDS =
            Map.of(
                    "uniform", List.of(2, 2),
                    "log", List.of(2, 2),
                    "step", List.of(3, 3),
                    "int", List.of(2, 3),
                    "logint", List.of(2, 2));

    private final String text;
    private int at;

    SpaceText(String text) {
        this.text = text;
    }

    /** Writes a value so that it is read as what it is. */
    static String written(Object value) {
        if (!(value instanceof String words)) {
            return String.valueOf(value);
        }
        boolean isPlain = BARE.matcher(words).matches() && read(words) instanceof String;
        return isPlain
                ? words
                : words.contains("'") && !words.contains("\"")
                        ? '"' + words + '"'
                        : "'" + words.replace("'", "''") + "'";
    }

    /** Returns the whole number that a word is; null where it is none, or more than an int holds. */
    static @Nullable Integer whole(String word) {
        if (!WHOLE.matcher(word).matches()) {
            return null;
        }
        long whole = Long.parseLong(word);
        return whole == (int) whole ? Integer.valueOf((int) whole) : null;
    }

    SearchSpace space() {
        var space = SearchSpace.empty();
        while (!text.substring(at).isBlank()) {
            if (!space.isEmpty()) {
                expect(',');
            }
            space = setting(space);
        }
        return space;
    }

    private SearchSpace setting(SearchSpace space) {
        var head = here(SETTING);
        if (head == null) {
            throw unread("a setting such as depth=int(2, 8)");
        }
        var name = head.group(1);
        var kind = head.group(2);
        var values = new ArrayList<Object>();
        do {
            values.add(value());
        } while (next(','));
        expect(')');
        return under(here(CONDITION), space, inner -> with(inner, name, kind, values));
    }

    private SearchSpace under(
            @Nullable Matcher condition, SearchSpace space, UnaryOperator<SearchSpace> more) {
        return condition == null
                ? more.apply(space)
                : space.when(condition.group(1), value(), inner -> under(here(NEXT), inner, more));
    }

    private static SearchSpace with(
            SearchSpace space, String name, String kind, List<Object> values) {
        if (kind.equals("choice")) {
            return space.choice(name, values.toArray());
        }
        var counts = KINDS.get(kind);
        if (counts == null) {
            throw new IllegalArgumentException(
                    "'%s': there is no '%s'; there are: uniform, log, step, int, logint, choice"
                            .formatted(name, kind));
        }
        if (values.size() < counts.get(0) || values.size() > counts.get(1)) {
            throw new IllegalArgumentException(
                    "'%s': %s takes %s, got %s"
                            .formatted(
                                    name,
                                    kind,
                                    kind.equals("step")
                                            ? "low, high and step"
                                            : "low and high"
                                                    + (kind.equals("int") ? ", or a step too" : ""),
                                    values));
        }
        return switch (kind) {
            case "uniform" -> space.uniform(name, real(name, values, 0), real(name, values, 1));
            case "log" -> space.log(name, real(name, values, 0), real(name, values, 1));
            case "step" ->
                    space.step(
                            name,
                            real(name, values, 0),
                            real(name, values, 1),
                            real(name, values, 2));
            case "int" ->
                    space.whole(
                            name,
                            whole(name, values, 0),
                            whole(name, values, 1),
                            values.size() > 2 ? whole(name, values, 2) : 1);
            default -> space.logWhole(name, whole(name, values, 0), whole(name, values, 1));
        };
    }

    private static double real(String name, List<Object> values, int index) {
        if (values.get(index) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "'%s': a bound is a number, got '%s'".formatted(name, values.get(index)));
    }

    private static int whole(String name, List<Object> values, int index) {
        if (values.get(index) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(
                "'%s': a bound of whole numbers is one from -2147483648 to 2147483647, got '%s'; uniform(…) and log(…) take others"
                        .formatted(name, values.get(index)));
    }

    private Object value() {
        var found = here(VALUE);
        if (found == null) {
            throw unread("a value");
        }
        if (found.group(3) != null) {
            return read(found.group(3));
        }
        return found.group(1) != null ? found.group(1).replace("''", "'") : found.group(2);
    }

    private static Object read(String word) {
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        var whole = whole(word);
        if (whole != null) {
            return whole;
        }
        return NUMBER.matcher(word).matches() ? (Object) Double.valueOf(word) : word;
    }

    /** Returns what is found here, and goes on behind it. */
    private @Nullable Matcher here(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private boolean next(char wanted) {
        int place = at;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        if (place == text.length() || text.charAt(place) != wanted) {
            return false;
        }
        at = place + 1;
        return true;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw unread("'" + wanted + "'");
        }
    }

    private IllegalArgumentException unread(String wanted) {
        var rest = text.substring(at).strip();
        return new IllegalArgumentException(
                "%s is wanted %s of the space, such as depth=int(2, 8), rate=log(0.01, 0.3), kind=choice(a, b)"
                        .formatted(wanted, rest.isEmpty() ? "at the end" : "at '" + rest + "'"));
    }
}
