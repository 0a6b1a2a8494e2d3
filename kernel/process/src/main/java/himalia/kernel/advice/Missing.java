package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Compiler;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which constants of an enum, or which classes of a sealed type, a switch has no case for. */
final class Missing {
    private static final Pattern CASES = Pattern.compile("\\bcase\\s+([^;{}]*?)\\s*(?:->|:(?!:))");
    private static final Pattern CLASS =
            Pattern.compile("([A-Z][\\w.]*)(?:<[^()]*>)?(?:\\s+\\w+|\\s*\\(.*\\))");
    private static final Pattern SEALED =
            Pattern.compile("\\bsealed\\s+(?:\\w+\\s+)*?(?:interface|class)\\s+(\\w+)([^{]*)\\{");

    private final Constants constants;
    private final List<String> sources = new ArrayList<>();

    /** Looks in a source and in the cells before it. */
    Missing(Compiler compiler, String source) {
        constants = new Constants(compiler, source);
        sources.add(Cutter.bare(source));
        compiler.cells().names().types().forEach(type -> sources.add(Cutter.bare(type.source())));
    }

    String hint(Problem problem) {
        var bare = sources.get(0);
        int start = problem.startIn(bare);
        int end = problem.endIn(bare);
        var named = new LinkedHashSet<String>();
        var found = CASES.matcher(bare.substring(start, end));
        var sign = "->";
        while (found.find()) {
            sign = named.isEmpty() && found.group().endsWith(":") ? ":" : sign;
            add(found.group(1), named);
        }
        var others = sign.equals(":") ? "default: …" : "default -> …";
        var missing = ofEnum(named);
        if (missing.isEmpty()) {
            missing = ofSealed(named);
        }
        return missing.isEmpty()
                ? "Write " + others + " for all other values."
                : "No case is there for %s: write one, or %s for all other values."
                        .formatted(String.join(", ", missing), others);
    }

    /** What is asked behind a pattern, by when or &&, leaves some of its objects out. */
    private static void add(String label, Set<String> named) {
        if (label.matches("(?s).*(?:\\bwhen\\b|&&).*")) {
            return;
        }
        var type = CLASS.matcher(label);
        if (type.matches()) {
            named.add(simple(type.group(1)));
        } else {
            Arrays.stream(label.split(",")).map(each -> simple(each.strip())).forEach(named::add);
        }
    }

    private static String simple(String name) {
        return name.replaceFirst(".*\\.", "");
    }

    private List<String> ofEnum(Set<String> named) {
        var all = new ArrayList<>(constants.ofEnums());
        all.add(names(DayOfWeek.values()));
        all.add(names(Month.values()));
        return ofOnly(
                all.stream()
                        .filter(each -> !named.isEmpty() && each.containsAll(named))
                        .map(each -> without(each, named)));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Where several fit, nobody knows which one is asked. */
    private static List<String> ofOnly(Stream<List<String>> fitting) {
        var all = fitting.distinct().toList();
        return all.size() == 1 ? all.get(0) : List.of();
    }

    private List<String> ofSealed(Set<String> named) {
        var fitting = new ArrayList<List<String>>();
        for (var source : sources) {
            var sealed = SEALED.matcher(source);
            while (sealed.find()) {
                var below = below(sealed.group(1), sealed.group(2));
                if (below.stream().anyMatch(named::contains)) {
                    fitting.add(without(below, named));
                }
            }
        }
        return ofOnly(fitting.stream());
    }

    /** Those that are permitted; where that is not said, those in the cell that are declared so. */
    private List<String> below(String type, String head) {
        int permits = head.indexOf("permits");
        if (permits >= 0) {
            return Arrays.stream(head.substring(permits + "permits".length()).split(","))
                    .map(each -> simple(each.strip()))
                    .toList();
        }
        var extending =
                Pattern.compile(
                        "\\b(?:class|record|interface|enum)\\s+(\\w+)[^{};]*\\b(?:extends|implements)\\b[^{};]*\\b"
                                + Pattern.quote(type)
                                + "\\b");
        var all = new LinkedHashSet<String>();
        for (var source : sources) {
            extending.matcher(source).results().forEach(each -> all.add(each.group(1)));
        }
        return List.copyOf(all);
    }

    private static List<String> without(Collection<String> all, Set<String> named) {
        return all.stream().filter(each -> !named.contains(each)).toList();
    }
}
