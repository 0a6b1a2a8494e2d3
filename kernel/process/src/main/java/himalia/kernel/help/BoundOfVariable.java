package himalia.kernel.help;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A variable before a dot whose type is a type parameter: JShell knows the members of its bound, and not of it. */
final class BoundOfVariable {
    private static final Pattern ASKED = Pattern.compile("(?<![\\w.$)\\]])(\\w+)\\s*\\.\\s*\\z");

    private BoundOfVariable() {}

    /** Returns the bound of the type of what code ends with. */
    static Optional<String> of(String before) {
        var asked = ASKED.matcher(before);
        return asked.find()
                ? last("\\b([A-Z]\\w*)\\s+" + asked.group(1) + "\\s*[=;,):]", before)
                        .flatMap(
                                type ->
                                        last(
                                                "[<,]\\s*"
                                                        + type
                                                        + "\\s+extends\\s+([\\w.]+(?:<[^<>(){};]*>)?)",
                                                before))
                : Optional.empty();
    }

    private static Optional<String> last(String pattern, String code) {
        return Pattern.compile(pattern)
                .matcher(code)
                .results()
                .reduce((earlier, later) -> later)
                .map((MatchResult each) -> each.group(1));
    }
}
