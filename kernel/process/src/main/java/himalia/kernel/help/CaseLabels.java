package himalia.kernel.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** The constants that may stand behind {@code case}, of a switch over an enum. */
final class CaseLabels {
    private static final Pattern LABEL = Pattern.compile("\\bcase\\s+(?:\\w+\\s*,\\s*)*(\\w*)\\z");

    private static final Pattern SWITCH =
            Pattern.compile("\\bswitch\\s*\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)\\s*\\{");

    private static final Optional<String> NOTHING = Optional.empty();

    private final SourceCodeAnalysis analysis;

    CaseLabels(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Returns those that begin as the word does that is typed; none where no such switch is open. */
    List<String> of(String before) {
        var label = LABEL.matcher(before);
        var subject = subject(before);
        return label.find() && subject.isPresent()
                ? type(subject.get(), before).stream()
                        .flatMap(type -> constants(type, before).stream())
                        .filter(each -> each.startsWith(label.group(1)))
                        .toList()
                : List.of();
    }

    /** Returns the types below the sealed one that a switch is over, which begin as the word does. */
    List<String> types(String before, Supplier<List<String>> cells) {
        var label = LABEL.matcher(before);
        var type = label.find() ? subject(before).flatMap(each -> type(each, before)) : NOTHING;
        if (type.isEmpty()) {
            return List.of();
        }
        var sources = new ArrayList<>(List.of(before));
        sources.addAll(cells.get());
        var found = PermittedTypes.of(type.get(), sources);
        return found.stream().filter(each -> each.startsWith(label.group(1))).toList();
    }

    /** What the last switch is over. */
    private static Optional<String> subject(String before) {
        return SWITCH.matcher(before)
                .results()
                .map(found -> found.group(1).strip())
                .reduce((earlier, last) -> last);
    }

    /** As it is declared in the cell, else as the notebook knows it. */
    private Optional<String> type(String subject, String before) {
        var declared =
                Pattern.compile(
                                "(?<![\\w.])((?:[a-z]\\w*\\.)*[A-Z][\\w.]*)\\s+"
                                        + Pattern.quote(subject)
                                        + "\\s*[=;:,)]")
                        .matcher(before)
                        .results()
                        .map(found -> found.group(1))
                        .reduce((earlier, last) -> last);
        return declared.or(
                () -> Optional.ofNullable(analysis.analyzeType(subject, subject.length())));
    }

    /** None where the type is no enum, which has {@code values()}; the cell itself may declare it. */
    private List<String> constants(String type, String before) {
        var start = new OwnCalls(before).before(before.length());
        var members = members(start + type + ".");
        // Every enum has those, and they are types.
        var inherited = members("Enum.");
        return members.stream().anyMatch(each -> each.startsWith("values("))
                ? members.stream()
                        .filter(each -> !each.contains("(") && !inherited.contains(each))
                        .distinct()
                        .toList()
                : List.of();
    }

    private List<String> members(String code) {
        var asked = Context.of(code).wrapped();
        return analysis.completionSuggestions(asked, asked.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .toList();
    }
}
