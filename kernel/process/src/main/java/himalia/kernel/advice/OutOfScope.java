package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A variable that is named where it is known no more: where that was, and what to do. */
final class OutOfScope {
    private static final String TYPE =
            "(?<![\\w.$])(?!(?:return|new|throw|else|case|do|goto|assert|instanceof|yield|import|package"
                    + "|throws|extends|implements|class|enum|interface|record)\\b)[A-Za-z_$][\\w.$]*+"
                    + "(?:\\s*+<[^;(){}]*>)?(?:\\s*+\\[\\s*\\])*(?:\\s*\\.\\.\\.\\s*|\\s+|(?<=[\\]>]))";

    private final String name;
    private final String bare;
    private final Scopes scopes;

    private OutOfScope(String name, String source, int before) {
        this.name = name;
        this.bare = Cutter.bare(source);
        this.scopes = new Scopes(bare, before);
    }

    /**
     * Returns what to say of a variable that is not known at a place.
     *
     * @param before how many lines of the cell stand before the source
     */
    static Optional<String> hint(String name, long at, String source, int before) {
        return at < 0
                ? Optional.empty()
                : new OutOfScope(name, source, before).at((int) Math.min(at, source.length()));
    }

    /** Returns where a name is first used that nothing declares there; -1 where it is nowhere. */
    static int firstUse(String name, String source) {
        var all = new OutOfScope(name, source, 0);
        return all.uses().stream().filter(each -> !all.isKnown(each)).findFirst().orElse(-1);
    }

    private Optional<String> at(int use) {
        var words = Optional.<String>empty();
        var declared = declarations().matcher(bare);
        while (declared.find()) {
            if (isBound(declared.start())) {
                return declared.start() < use
                        ? Optional.of(
                                isGuard(bare.substring(declared.end(1), use))
                                        ? SwitchForms.GUARD
                                        : name
                                                + " is known only where the pattern that binds it holds: use it inside that if or case.")
                        : Optional.empty();
            }
            int place = declared.start(1);
            var scope = scopes.at(place);
            if (use >= place && use <= scope.end()) {
                // Then something else is wrong.
                return Optional.empty();
            }
            if (scope.end() < use && !scope.words().isEmpty()) {
                words = Optional.of(scope.words().formatted(name));
            }
        }
        return words;
    }

    /** Whether a condition is added to the pattern of a case behind a comma. */
    private static boolean isGuard(String between) {
        return between.matches("\\s*,\\s*\\(?");
    }

    private boolean isKnown(int use) {
        var declared = declarations().matcher(bare);
        while (declared.find()) {
            int place = declared.start(1);
            if (use >= place && use <= scopes.at(place).end()) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> uses() {
        return Pattern.compile(
                        "(?<![\\w$])(?<!(?<!\\.\\.)\\.)" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(bare)
                .results()
                .map(MatchResult::start)
                .toList();
    }

    private Pattern declarations() {
        return Pattern.compile(
                TYPE + "(" + Pattern.quote(name) + ")\\s*(?=[;:,)]|=(?!=)|\\[\\s*\\])");
    }

    /** Whether what a pattern binds: that is known where the pattern holds, wherever that is. */
    private boolean isBound(int type) {
        return bare.substring(0, type).matches("(?s).*\\b(?:instanceof|case)\\s+(?:final\\s+)?");
    }
}
