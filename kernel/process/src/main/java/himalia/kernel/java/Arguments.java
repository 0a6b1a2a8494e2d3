package himalia.kernel.java;

import himalia.display.bundle.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call whose arguments fit no method or constructor: what is called, with what, and what there is. */
public final class Arguments {
    private static final int MOST = 4;

    private static final Pattern ONE =
            Pattern.compile(
                    "(method|constructor) ([\\w$]+) in [\\w ]*?([\\w.$<>, ?]*) cannot be applied to given types;"
                            + "(?s:.*?)required:\\s*(.*)\\s*found:\\s*(.*)\\s*reason:\\s*(.*)");
    private static final Pattern MANY =
            Pattern.compile("no suitable (method|constructor) found for ([\\w$]+)(\\(.*\\))");
    private static final Pattern CANDIDATE =
            Pattern.compile(
                    "(?:method|constructor) (?:[\\w.$<>, ?]*\\.)?(?:<[\\w.$<>, ?&#]*>)?([\\w$]+)(\\([^)]*\\)) is not applicable"
                            + "(?!\\s*\\([^\n]* has (?:private|protected) access)");

    /** What would fit, if it could be named here. */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "([\\w$]+)(\\([^()]*\\)) has (private|protected) access in (?:[\\w$]+\\.)*([\\w$]+)");

    /** How the compiler begins where the values that may be any number are why. */
    private static final String VARARGS = "varargs mismatch";

    private static final Pattern CONVERTED =
            Pattern.compile(
                    VARARGS + "; ([\\w.<>\\[\\]]+) cannot be converted to ([\\w.<>\\[\\]]+)");

    private Arguments() {}

    /** Returns the first line of the message in few words, where it is about arguments. */
    static Optional<String> message(String message) {
        var said = SimpleNames.in(message);
        var hidden = hidden(said);
        if (hidden.isPresent()) {
            return hidden;
        }
        var one = ONE.matcher(said);
        if (one.find()) {
            var call = one.group(1).equals("constructor") ? "new " + one.group(2) : one.group(2);
            return Optional.of(
                    call + required(one) + " cannot be called with " + list(one.group(5)));
        }
        var many = MANY.matcher(said);
        if (many.find()) {
            return Optional.of(
                    "no " + many.group(1) + " " + many.group(2) + " takes " + list(many.group(3)));
        }
        return Optional.empty();
    }

    /** Says what does not fit, or what there is. */
    public static Optional<String> hint(String message) {
        var said = SimpleNames.in(message);
        var one = ONE.matcher(said);
        if (one.find()) {
            if (hidden(said).isPresent()) {
                return Optional.empty();
            }
            if (one.group(6).startsWith(VARARGS)) {
                return Optional.of(several(one.group(6)));
            }
            int wanted = count(one.group(4));
            int given = count(one.group(5));
            return Optional.of(
                    wanted == given
                            ? "The values are of other types than it takes, or in another order."
                            : "It takes " + values(wanted) + ", and here " + are(given) + ".");
        }
        if (!MANY.matcher(said).find()) {
            return Optional.empty();
        }
        var there = new ArrayList<String>();
        var candidate = CANDIDATE.matcher(said);
        while (candidate.find()) {
            // The compiler numbers type variables of the same name.
            there.add(candidate.group(1) + list(candidate.group(2).replaceAll("#\\d+", "")));
        }
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of("There is " + Listed.of(there, MOST) + ".");
    }

    /** Which one the values fit that may not be named here. */
    private static Optional<String> hidden(String said) {
        var found = HIDDEN.matcher(said);
        return ONE.matcher(said).find() || MANY.matcher(said).find()
                ? found.results()
                        .findFirst()
                        .map(
                                each ->
                                        "%s%s has %s access in %s"
                                                .formatted(
                                                        each.group(1),
                                                        list(each.group(2)),
                                                        each.group(3),
                                                        each.group(4)))
                : Optional.empty();
    }

    /** The types that it takes; the compiler writes an array for any number of values at the end. */
    private static String required(Matcher one) {
        var types = list(one.group(4));
        return one.group(6).startsWith(VARARGS) ? types.replaceFirst("\\[\\]\\)$", "...)") : types;
    }

    /** Says which of the values at the end is none of those that may be any number. */
    private static String several(String reason) {
        var converted = CONVERTED.matcher(reason);
        return converted.matches()
                ? "At its end it takes any number of values of type %s, and one here is of type %s."
                        .formatted(converted.group(2), converted.group(1))
                : "The values are of other types than it takes, or in another order.";
    }

    private static String values(int count) {
        return count == 0 ? "no value" : count == 1 ? "1 value" : count + " values";
    }

    private static String are(int count) {
        return count == 0 ? "is none" : count == 1 ? "is 1" : "are " + count;
    }

    private static int count(String types) {
        return split(types).size();
    }

    /** The types in parentheses, by their simple names. */
    private static String list(String types) {
        return "(" + String.join(", ", split(types)) + ")";
    }

    private static List<String> split(String types) {
        var bare = types.strip().replaceAll("^\\(|\\)$", "").strip();
        if (bare.isEmpty() || bare.equals("no arguments")) {
            return List.of();
        }
        var all = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                all.add(bare.substring(start, i).strip());
                start = i + 1;
            }
        }
        all.add(bare.substring(start).strip());
        return all;
    }
}
